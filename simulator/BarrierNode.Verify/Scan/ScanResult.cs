namespace BarrierNode.Verify.Scan;

/// <summary>What the check found of all that can be reached from some methods.</summary>
/// <param name="Worst">
/// Most IL instructions that one call of each of these methods can take, together. A bound only when there are no findings.
/// </param>
/// <param name="Methods">The methods of the longest way, most expensive first; their totals add up to <paramref name="Worst"/>.</param>
/// <param name="Findings">What breaks the rules of the scan, in the order of files and lines.</param>
public sealed record ScanResult(long Worst, IReadOnlyList<MethodCost> Methods, IReadOnlyList<Finding> Findings);
