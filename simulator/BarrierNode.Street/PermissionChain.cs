namespace BarrierNode.Street;

/// <summary>The retriggerable timer in hardware that supplies the drives while the node pulses it.</summary>
internal sealed class PermissionChain
{
    private const long HoldUs = 250_000;

    private long? _lastEdgeUs;

    /// <summary>Tells an edge, rising or falling, at a virtual time in microseconds.</summary>
    public void Edge(long nowUs) => _lastEdgeUs = nowUs;

    /// <summary>The last edge is less than 250 ms old; before the first edge there is no supply.</summary>
    public bool IsAlive(long nowUs) => nowUs - _lastEdgeUs < HoldUs;

    /// <summary>When the supply ends without another edge, in microseconds of virtual time; before the first edge there is no end.</summary>
    public long EndsUs(long nowUs) => IsAlive(nowUs) ? _lastEdgeUs!.Value + HoldUs : long.MaxValue;
}
