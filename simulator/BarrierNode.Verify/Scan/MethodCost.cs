namespace BarrierNode.Verify.Scan;

/// <summary>What a method takes of the longest scan.</summary>
/// <param name="Name">Full name, as in <c>BarrierNode.Interlock.Gate.Scan</c>.</param>
/// <param name="Calls">How often the longest scan calls it.</param>
/// <param name="Own">Its own IL instructions in its longest call, without those of what it calls.</param>
/// <param name="Worst">All IL instructions of its longest call, those of what it calls too.</param>
public sealed record MethodCost(string Name, long Calls, long Own, long Worst)
{
    /// <summary>Its own IL instructions in the longest scan.</summary>
    public long Total => Calls * Own;
}
