namespace BarrierNode.Sim;

/// <summary>The scan of the node.</summary>
internal sealed class ScanTarget(SimNode node) : FaultTarget(s_group, "node.scan", "scan of the node")
{
    private const long MeanUs = 10_000_000;

    private static readonly FaultGroup s_group = new(
        "scan",
        [
            new(FaultKind.Off, "has ended by an exception: every output is off, and the chip starts anew when it is mended"),
            new(FaultKind.Stuck, "hangs: the outputs stay as they are"),
            new(FaultKind.Slow, "comes only every so often, in steps of 20 ms", new(FaultUnit.Time, 120, 21, 60_000)),
            new(FaultKind.Intermittent, "hangs for this part of the time, about every ten seconds", Forms.Share(10)),
        ]);

    private bool _ended;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Off:
                _ended = node.HasPower;
                node.EndScans();
                node.HoldsScan = _ => true;
                break;
            case FaultKind.Stuck:
                node.HoldsScan = _ => true;
                break;
            case FaultKind.Slow:
                node.HoldsScan = Every(Forms.Us(amount));
                break;
            default:
                node.HoldsScan = new Blink(amount, random, MeanUs).Fails;
                break;
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        node.HoldsScan = null;
        if (_ended && node.HasPower)
        {
            node.PowerOff();
            node.PowerOn();
        }

        _ended = false;
    }

    private static Func<long, bool> Every(long periodUs)
    {
        long nextUs = 0;
        return nowUs =>
        {
            bool holds = nowUs < nextUs;
            nextUs = holds ? nextUs : nowUs + periodUs;
            return holds;
        };
    }
}
