using Mono.Cecil;

namespace BarrierNode.Verify.Scan;

/// <summary>The longest call of a method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Own">Its own instructions.</param>
/// <param name="Worst">All instructions.</param>
/// <param name="Calls">How often it calls each method directly.</param>
internal sealed record MethodSummary(MethodDefinition Method, long Own, long Worst, IReadOnlyDictionary<MethodSummary, long> Calls)
{
    // Each method has one summary: they are compared by identity, not by their contents.
    public bool Equals(MethodSummary? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Method.GetHashCode();
}
