namespace BarrierNode.Sim;

/// <summary>The clock of the chip, with which the node measures every time. The scans come by another one.</summary>
internal sealed class ClockTarget(SimNode node) : FaultTarget(s_group, "clock", "clock of the chip")
{
    private static readonly FaultGroup s_group = new(
        "clock",
        [
            new(FaultKind.Stuck, "stands"),
            new(FaultKind.Garbage, "is ahead by another time at every reading, up to so far, and never goes back", Forms.Time(20, 10_000)),
            new(FaultKind.Wrong, "jumps ahead once", Forms.Time(1000)),
            new(FaultKind.Slow, "loses so much", new(FaultUnit.Percent, 5, 0.01, 99)),
            new(FaultKind.Intermittent, "stands for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) => node.ClockFault = kind switch
    {
        FaultKind.Stuck => new SlowClock(100),
        FaultKind.Garbage => new NoisyClock(Forms.Us(amount), random),
        FaultKind.Wrong => new JumpingClock(Forms.Us(amount)),
        FaultKind.Slow => new SlowClock(amount),
        _ => new IntermittentClock(new Blink(amount, random)),
    };

    /// <inheritdoc/>
    public override void Mend() => node.ClockFault = null;
}
