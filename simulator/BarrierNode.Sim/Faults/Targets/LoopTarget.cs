using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A loop whose frequency the node counts.</summary>
internal sealed class LoopTarget(StreetModel street, int pin, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new(
        "measured loop",
        [
            new(FaultKind.Off, "does not oscillate"),
            new(FaultKind.Stuck, "keeps the frequency that it has"),
            new(FaultKind.Garbage, "has a frequency that jumps at random, up to so far", new(FaultUnit.Ppm, 20_000, 1, 500_000)),
            new(FaultKind.Wrong, "has a frequency that lies so far beside the right one: a neighbour couples in", new(FaultUnit.Ppm, 3000, 1, 500_000)),
            new(FaultKind.Slow, "creeps to its frequency with this time constant", Forms.Time(2000)),
            new(FaultKind.Delayed, "has the frequency of so long ago", Forms.Time(800)),
            new(FaultKind.Intermittent, "does not oscillate for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) => street.SetLoopFault(pin, kind switch
    {
        FaultKind.Off => new ShiftedFrequency(-1e6),
        FaultKind.Stuck => new FrozenFrequency(),
        FaultKind.Garbage => new NoiseFrequency(amount, random),
        FaultKind.Wrong => new ShiftedFrequency(amount),
        FaultKind.Slow => new SlowFrequency(Forms.Us(amount)),
        FaultKind.Delayed => new DelayedFrequency(Forms.Us(amount)),
        _ => new IntermittentFrequency(new Blink(amount, random)),
    });

    /// <inheritdoc/>
    public override void Mend() => street.SetLoopFault(pin, null);
}
