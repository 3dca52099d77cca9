using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BarrierNode.Sim.Tests.Scenarios;

/// <summary>Every hazard and every feature that works has a scenario; what a scenario cannot tell is named here, with the reason and where it is tested.</summary>
[TestClass]
public sealed partial class ScenarioCoverageTests
{
    private static readonly (string Id, string Why, string Tests)[] s_notTold =
    [
        ("H27", "the broker of the simulator knows its nodes without credentials", "BrokerAccessTests"),
        ("F55", "the log is made by the store of the hub, which the simulator has not", "EmergencyLogTests"),
        ("F71", "it is how the rules are written, not something that happens in a street", "MatrixCellTests"),
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
            string.Join(" ", s_notTold.Select(n => n.Id)),
            string.Join(" ", s_wanted.Select(w => w.Id).Where(id => !s_scenarios.Any(s => s.Scenario.Covers.Contains(id)))));

    [TestMethod]
    public void WhatAScenarioCannotTell_IsTestedElsewhere()
    {
        foreach ((string id, _, string tests) in s_notTold)
        {
            string[] rows = [.. Repository.Text(id[0] == 'H' ? "docs/hazards.md" : "docs/features.md").Split('\n').Where(l => l.StartsWith($"| {id.TrimStart('F')} |", StringComparison.Ordinal))];
            Assert.ContainsSingle(rows);
            Assert.Contains($".{tests}.", rows[0], $"the row of {id} does not name {tests}");
        }
    }

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
            table.Append($"| {id} | {name} | {(files.Length == 0 ? NotTold(id) : string.Join(" ", files))} |\n");
        }

        Page.IsMade(table.ToString(), "<!-- coverage: made by a test -->", "<!-- end of coverage -->", "docs", "scenarios-coverage.md");
        Page.IsMade(
            $"{s_scenarios.Length} scenarios cover {s_wanted.Length - s_notTold.Length} of {s_wanted.Length} hazards and features.",
            "<!-- sum: made by a test -->", "<!-- end of sum -->", "docs", "scenarios-coverage.md");
    }

    [TestMethod]
    public void Removals_OnThePage_AreThoseOfTheList()
    {
        RemovalReason[] removals = JsonSerializer.Deserialize<RemovalReason[]>(Repository.Text("tests/hazards.json"), JsonSerializerOptions.Web)!;
        Assert.Contains($" of {removals.Length} removals", Page.Text("docs", "scenarios-coverage.md"), "run tests/hazards --scenarios and write on the page what it says");
        StringBuilder table = new("\n| id | without | why no scenario can tell it |\n|---|---|---|\n");
        foreach (RemovalReason removal in removals.Where(r => r.Unseen.Length > 0))
        {
            table.Append($"| {removal.Hazard} | {removal.Removes} | {removal.Unseen} |\n");
        }

        Page.IsMade(table.ToString(), "<!-- unseen: made by a test -->", "<!-- end of unseen -->", "docs", "scenarios-coverage.md");
    }

    private static string NotTold(string id) => s_notTold.Where(n => n.Id == id).Select(n => $"none: {n.Why}; see `{n.Tests}`").FirstOrDefault("none");

    private static string Link(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../{file})";

    private static IEnumerable<(string Id, string Name)> Hazards() =>
        HazardRow().Matches(Repository.Text("docs/hazards.md")).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim()));

    private static IEnumerable<(string Id, string Name)> Features() =>
        FeatureRow().Matches(Repository.Text("docs/features.md")).Where(m => m.Groups[3].Value == "works").Select(m => ($"F{m.Groups[1].Value}", m.Groups[2].Value.Trim()));

    private sealed record RemovalReason(string Hazard, string Removes, string Unseen = "");

    [GeneratedRegex(@"^\| (H[0-9]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex HazardRow();

    [GeneratedRegex(@"^\| ([0-9]+) \| ([^|]+) \| (works|no) \|", RegexOptions.Multiline)]
    private static partial Regex FeatureRow();
}
