namespace BarrierNode.Hub;

/// <summary>A hole in the events of a node.</summary>
/// <param name="Confirmed">The last number before it.</param>
/// <param name="Next">The first stored number behind it.</param>
internal sealed record EventGap(long Confirmed, long Next);
