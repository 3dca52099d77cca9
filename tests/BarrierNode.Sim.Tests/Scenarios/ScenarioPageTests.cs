using System.Text.RegularExpressions;

namespace BarrierNode.Sim.Tests.Scenarios;

/// <summary>The page about scenarios tells every key that the reader takes, and its examples can be read.</summary>
[TestClass]
public sealed partial class ScenarioPageTests
{
    private static readonly string s_page = Repository.Text("docs/scenarios.md");

    [TestMethod]
    public void Tables_OfThePage_AreThoseOfTheReader()
    {
        Page.IsMade(ScenarioReference.Steps, "<!-- steps: made by a test -->", "<!-- end of steps -->", "docs", "scenarios.md");
        Page.IsMade(ScenarioReference.Acts, "<!-- acts: made by a test -->", "<!-- end of acts -->", "docs", "scenarios.md");
        Page.IsMade(ScenarioReference.Facts, "<!-- facts: made by a test -->", "<!-- end of facts -->", "docs", "scenarios.md");
    }

    [TestMethod]
    public void Examples_OfThePage_AreMet()
    {
        string[] examples = [.. Example().Matches(s_page).Select(m => m.Groups[1].Value)];
        Assert.IsGreaterThanOrEqualTo(1, examples.Length);
        foreach (string example in examples)
        {
            ScenarioRun run = ScenarioText.Run(example);
            Assert.IsTrue(run.Passed, $"{run.Failure?.Text}: {run.Failure?.Seen}");
        }
    }

    [TestMethod]
    public void ExamplesOfTheTables_AsSteps_CanBeRead()
    {
        string[] acts = [.. Row().Matches(ScenarioReference.Acts).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}")];
        Assert.IsGreaterThanOrEqualTo(15, acts.Length);
        string[] known = [.. acts.Where(a => !a.StartsWith("crowd", StringComparison.Ordinal) && !a.Contains("azur") && !a.Contains("promenade.raiseButton")
            && !a.Contains("west") && !a.StartsWith("weather", StringComparison.Ordinal))];
        ScenarioText.Read(ScenarioText.Of(string.Join('\n', known.Prepend("send: { vehicle: car, lane: promenade }").Select(a => $"  - {a}"))));
    }

    [GeneratedRegex("^```yaml scenario\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `(\w+)` \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
