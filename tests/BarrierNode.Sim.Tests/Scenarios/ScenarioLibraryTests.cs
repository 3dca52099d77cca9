using BarrierNode.Site;

namespace BarrierNode.Sim.Tests.Scenarios;

/// <summary>Every scenario that comes with the program is met, with its own seed and with others.</summary>
[TestClass]
public sealed class ScenarioLibraryTests
{
    private static readonly int[] s_otherSeeds = [20, 2026];

    public static IEnumerable<object[]> Files => ScenarioFile.Find(Folder).Select(f => new object[] { Path.GetRelativePath(Folder, f) });

    private static string Folder => Repository.File("simulator/scenarios");

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Scenario_WithItsSeedAndOthers_IsMet(string file)
    {
        (Scenario scenario, SiteModel site) = ScenarioFile.Load(Path.Combine(Folder, file), ScenarioText.Sites, ScenarioText.Boards);
        foreach (int seed in s_otherSeeds.Prepend(scenario.Seed))
        {
            ScenarioRun run = new(scenario, site, seed);
            run.Finish();
            Assert.IsTrue(run.Passed, $"seed {seed}: {file}:{run.Failure?.Step.Line}: {run.Failure?.Text}: {run.Failure?.Seen}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Scenario_WrittenAndReadAgain_IsTheSame(string file)
    {
        (Scenario scenario, _) = ScenarioFile.Load(Path.Combine(Folder, file), ScenarioText.Sites, ScenarioText.Boards);
        string written = ScenarioWriter.Write(scenario);
        (Scenario again, _) = ScenarioText.Read(written);
        Assert.AreEqual(written, ScenarioWriter.Write(again));
        Assert.HasCount(scenario.Steps.Count, again.Steps);
    }

    [TestMethod]
    public void Names_OfAllScenarios_AreSentencesOfTheirOwn()
    {
        string[] names = [.. ScenarioFile.Find(Folder).Select(f => ScenarioFile.Load(f, ScenarioText.Sites, ScenarioText.Boards).Scenario.Name)];
        Assert.HasCount(names.Length, names.Distinct().ToArray());
        Assert.IsTrue(Array.TrueForAll(names, n => n.Length > 20));
    }
}
