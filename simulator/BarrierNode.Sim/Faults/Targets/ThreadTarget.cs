namespace BarrierNode.Sim;

/// <summary>A thread of the node: its scan, or its link.</summary>
internal sealed class ThreadTarget : FaultTarget
{
    private const long MeanUs = 10_000_000;

    private static readonly FaultGroup s_scan = new(
        "scan",
        [
            new(FaultKind.Off, "has ended by an exception: every output is off, and the chip starts anew when it is mended"),
            new(FaultKind.Stuck, "hangs: the outputs stay as they are"),
            new(FaultKind.Slow, "comes only every so often, in steps of 20 ms", new(FaultUnit.Time, 120, 21, 60_000)),
            new(FaultKind.Intermittent, "hangs for this part of the time, about every ten seconds", Forms.Share(10)),
        ]);

    private static readonly FaultGroup s_link = new(
        "thread of the link",
        [
            new(FaultKind.Off, "has ended, and the chip starts anew when it is mended"),
            new(FaultKind.Stuck, "hangs"),
            new(FaultKind.Slow, "does something only every so often", new(FaultUnit.Time, 500, 11, 60_000)),
            new(FaultKind.Intermittent, "hangs for this part of the time, about every ten seconds", Forms.Share()),
        ]);

    private readonly SimNode _node;
    private readonly Action<Func<long, bool>?> _hold;
    private readonly Action _end;
    private bool _ended;

    private ThreadTarget(FaultGroup group, string name, string what, SimNode node, Action<Func<long, bool>?> hold, Action end)
        : base(group, name, what)
    {
        _node = node;
        _hold = hold;
        _end = end;
    }

    /// <summary>The scan of a node.</summary>
    public static ThreadTarget Scan(SimNode node) => new(s_scan, "node.scan", "scan of the node", node, holds => node.HoldsScan = holds, node.EndScans);

    /// <summary>The link of a node. Nothing in the cabinet notices its end.</summary>
    public static ThreadTarget Link(SimNode node) => new(s_link, "node.link", "link of the node", node, holds => node.HoldsLink = holds, () => { });

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Off:
                _ended = _node.HasPower;
                _end();
                _hold(_ => true);
                break;
            case FaultKind.Stuck:
                _hold(_ => true);
                break;
            case FaultKind.Slow:
                _hold(Every(Forms.Us(amount)));
                break;
            default:
                _hold(new Blink(amount, random, MeanUs).Fails);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _hold(null);
        if (_ended && _node.HasPower)
        {
            _node.Restart();
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
