using System.Text.Json;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Scenarios;

/// <summary>Scenarios for programs: one JSON object a line for each, and one for all of them in the last line.</summary>
internal sealed class ScenarioJson(TextWriter output) : IScenarioReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public void Tell(ScenarioRun run) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            file = run.Scenario.File,
            scenario = run.Scenario.Name,
            covers = run.Scenario.Covers,
            site = run.Scenario.Site,
            seed = run.Seed,
            passed = run.Passed,
            streetMs = run.NowUs / 1000,
            hash = run.City.Hash.ToString(),
            steps = run.Steps.Select(s => new
            {
                line = s.Step.Line,
                step = s.Text,
                state = s.State.ToString().ToLowerInvariant(),
                beganMs = s.BeganUs / 1000,
                endedMs = s.EndedUs / 1000,
                seen = s.Seen,
            }),
            timeLine = run.Passed ? null : run.TimeLine.Select(t => new { ms = t.AtUs / 1000, what = t.What }),
        },
        Options));

    /// <inheritdoc/>
    public void Close(IReadOnlyList<ScenarioRun> runs) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            scenarios = runs.Count,
            passed = runs.Count(r => r.Passed),
            failed = runs.Count(r => !r.Passed),
            streetMs = runs.Sum(r => r.NowUs / 1000),
            covers = runs.Where(r => r.Passed).SelectMany(r => r.Scenario.Covers).Distinct().Order(StringComparer.Ordinal),
        },
        Options));
}
