using System.Text;
using System.Text.RegularExpressions;

namespace BarrierNode.Sim.Tests.Scenarios;

/// <summary>Every hazard and every feature that works has a scenario; what has none yet is named here, and this list only shrinks.</summary>
[TestClass]
public sealed partial class ScenarioCoverageTests
{
    private static readonly string[] s_notCovered =
    [
        "H1", "H2",
    ];

    private static readonly (string Id, string Name)[] s_wanted = [.. Hazards(), .. Features()];

    private static readonly (string File, Scenario Scenario)[] s_scenarios =
    [
        .. ScenarioFile.Find(Repository.File("simulator/scenarios")).Select(f =>
            (Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), ScenarioFile.Load(f, ScenarioText.Sites, ScenarioText.Boards).Scenario)),
    ];

    [TestMethod]
    public void HazardsAndFeatures_AllButThoseNamedHere_HaveAScenario() =>
        Assert.AreEqual(
            string.Join(" ", s_notCovered),
            string.Join(" ", s_wanted.Select(w => w.Id).Where(id => !s_scenarios.Any(s => s.Scenario.Covers.Contains(id)))));

    [TestMethod]
    public void Covers_OfEveryScenario_ExistAndWork()
    {
        foreach ((string file, Scenario scenario) in s_scenarios)
        {
            Assert.IsNotEmpty(scenario.Covers, file);
            foreach (string id in scenario.Covers)
            {
                Assert.Contains(id, s_wanted.Select(w => w.Id), $"{file} covers {id}");
            }
        }
    }

    [TestMethod]
    public void CoverageTable_OnThePage_IsThatOfTheScenarios()
    {
        StringBuilder table = new("\n| id | what | scenarios |\n|---|---|---|\n");
        foreach ((string id, string name) in s_wanted)
        {
            string[] files = [.. s_scenarios.Where(s => s.Scenario.Covers.Contains(id)).Select(s => Link(s.File))];
            table.Append($"| {id} | {name} | {(files.Length == 0 ? "none yet" : string.Join(" ", files))} |\n");
        }

        Page.IsMade(table.ToString(), "<!-- coverage: made by a test -->", "<!-- end of coverage -->", "docs", "scenarios-coverage.md");
        Page.IsMade(
            $"{s_scenarios.Length} scenarios cover {s_wanted.Length - s_notCovered.Length} of {s_wanted.Length} hazards and features.",
            "<!-- sum: made by a test -->", "<!-- end of sum -->", "docs", "scenarios-coverage.md");
    }

    private static string Link(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../{file})";

    private static IEnumerable<(string Id, string Name)> Hazards() =>
        HazardRow().Matches(Repository.Text("docs/hazards.md")).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim()));

    private static IEnumerable<(string Id, string Name)> Features() =>
        FeatureRow().Matches(Repository.Text("docs/features.md")).Where(m => m.Groups[3].Value == "works").Select(m => ($"F{m.Groups[1].Value}", m.Groups[2].Value.Trim()));

    [GeneratedRegex(@"^\| (H[0-9]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex HazardRow();

    [GeneratedRegex(@"^\| ([0-9]+) \| ([^|]+) \| (works|no) \|", RegexOptions.Multiline)]
    private static partial Regex FeatureRow();
}
