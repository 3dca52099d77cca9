using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>A scenario file cannot be used. The message has one line for each problem: <c>FILE:LINE: what, expected what</c>.</summary>
/// <param name="problems">Every problem found, at least one.</param>
public sealed class ScenarioException(IReadOnlyList<SiteProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Every problem found, in the order of the file.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; } = problems;
}
