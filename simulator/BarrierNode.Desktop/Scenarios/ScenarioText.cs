using System.Globalization;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Scenarios;

/// <summary>Scenarios for people: a line for each, and the time line of one that has failed.</summary>
internal sealed class ScenarioText(TextWriter output) : IScenarioReport
{
    private const int LinesBefore = 15;

    /// <inheritdoc/>
    public void Tell(ScenarioRun run)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(run.Passed ? "met   " : "FAILED")} {run.Scenario.File}: {run.Scenario.Name} ({run.NowUs / 1e6:0.0} s, seed {run.Seed})"));
        if (run.Failure is { } failure)
        {
            foreach (string line in Story(run, failure))
            {
                output.WriteLine($"    {line}");
            }
        }
    }

    /// <inheritdoc/>
    public void Close(IReadOnlyList<ScenarioRun> runs) => output.WriteLine($"{runs.Count(r => r.Passed)} of {runs.Count} scenarios were met.");

    /// <summary>What failed, what was seen, and what happened before.</summary>
    public static IEnumerable<string> Story(ScenarioRun run, StepProgress failure)
    {
        yield return $"{run.Scenario.File}:{Math.Max(1, failure.Step.Line)}: {failure.Text}";
        yield return $"seen: {failure.Seen}";
        yield return "before that:";
        foreach (TimeLineEntry entry in run.TimeLine.TakeLast(LinesBefore))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{entry.AtUs / 1e6,9:0.00} s  {entry.What}");
        }
    }
}
