namespace BarrierNode.Sim;

/// <summary>The network between the node and its broker.</summary>
internal sealed class LinkTarget(SimNetwork network) : SwitchedTarget(s_group, "link", "network between node and broker", MeanUs, up => network.Up = up)
{
    private const long MeanUs = 30_000_000;
    private const int MillionthsPerPercent = 10_000;

    private static readonly FaultGroup s_group = new(
        "link",
        [
            new(FaultKind.Off, "is cut"),
            new(FaultKind.Stuck, "is half open: in one direction nothing comes through, and nobody is told"),
            new(FaultKind.Garbage, "damages this part of the messages; the connection ends each time", new(FaultUnit.Percent, 5, 0.01, 100)),
            new(FaultKind.Slow, "makes every message take up to so much longer", Forms.Time(2000)),
            new(FaultKind.Delayed, "brings every message so much later", Forms.Time(800)),
            new(FaultKind.Intermittent, "is cut for this part of the time, about twice a minute", Forms.Share()),
        ]);

    private readonly long _delayUs = network.DelayUs;
    private readonly int _jitterUs = network.JitterUs;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Stuck when random.Next(2) == 0:
                network.UpToBroker = false;
                break;
            case FaultKind.Stuck:
                network.UpToNode = false;
                break;
            case FaultKind.Garbage:
                network.GarbagePerMillion = (int)(amount * MillionthsPerPercent);
                break;
            case FaultKind.Slow:
                network.JitterUs = (int)Forms.Us(amount);
                break;
            case FaultKind.Delayed:
                network.DelayUs = _delayUs + Forms.Us(amount);
                break;
            default:
                base.Break(kind, amount, random);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        base.Mend();
        network.UpToBroker = true;
        network.UpToNode = true;
        network.GarbagePerMillion = 0;
        network.JitterUs = _jitterUs;
        network.DelayUs = _delayUs;
    }
}
