namespace BarrierNode.Verify.Scan;

/// <summary>The longest way between two places of a method: what it costs, and how often it comes through each block.</summary>
internal sealed record WorstPath(long Cost, IReadOnlyList<long> Visits)
{
    public WorstPath Then(WorstPath next) => new(Cost + next.Cost, [.. Visits.Zip(next.Visits, (a, b) => a + b)]);

    public WorstPath Times(long count) => new(Cost * count, [.. Visits.Select(v => v * count)]);
}
