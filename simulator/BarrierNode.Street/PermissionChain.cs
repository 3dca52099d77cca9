namespace BarrierNode.Street;

/// <summary>
/// The retriggerable timer in hardware that supplies the drives while the node pulses it. It takes two edges within its time: a single one, with which
/// a program only shows that it lives, supplies nothing.
/// </summary>
internal sealed class PermissionChain
{
    private const long HoldUs = 250_000;

    private long? _lastEdgeUs;
    private bool _supplies;

    /// <summary>Tells an edge, rising or falling, at a virtual time in microseconds.</summary>
    public void Edge(long nowUs)
    {
        _supplies = IsFresh(nowUs);
        _lastEdgeUs = nowUs;
    }

    /// <summary>The last edge is less than 250 ms old, and came less than 250 ms after the one before.</summary>
    public bool IsAlive(long nowUs) => _supplies && IsFresh(nowUs);

    /// <summary>When the supply ends without another edge, in microseconds of virtual time; while there is none it has no end.</summary>
    public long EndsUs(long nowUs) => IsAlive(nowUs) ? _lastEdgeUs!.Value + HoldUs : long.MaxValue;

    private bool IsFresh(long nowUs) => nowUs - _lastEdgeUs < HoldUs;
}
