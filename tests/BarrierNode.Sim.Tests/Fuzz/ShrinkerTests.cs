using BarrierNode.Control;
using BarrierNode.Sim.Fuzz;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.Fuzz;

[TestClass]
public sealed class ShrinkerTests
{
    // A point that does not exist: to break it throws, which is a finding that one action makes.
    private static EpisodeResult FailingLife()
    {
        List<FuzzAction> actions = [];
        for (int s = 4; s < 40; s++)
        {
            actions.Add(FuzzRun.Command(s, "promenade", s % 2 == 0 ? CommandOp.Lower : CommandOp.Raise, 1));
        }

        actions.Insert(20, new FuzzAction(24_000_000, FuzzVerb.Break, "nothing", (int)FaultKind.Off));
        return FuzzRun.Life(FuzzRun.Site("promenade"), actions, 60_000_000);
    }

    [TestMethod]
    public void Shrink_ALifeThatOneActionBreaks_LeavesThatActionAlone()
    {
        EpisodeResult life = FailingLife();
        Assert.AreEqual(FuzzLaw.Crash, life.Finding!.Law);
        EpisodeResult shrunk = Shrinker.Shrink(life);
        Assert.AreEqual(FuzzLaw.Crash, shrunk.Finding!.Law);
        Assert.IsLessThanOrEqualTo(1, shrunk.Actions.Count);
    }

    [TestMethod]
    public void Shrink_ALifeWithoutAFinding_IsRefused()
    {
        EpisodeResult good = FuzzRun.Life(FuzzRun.Site("promenade"), [], 5_000_000);
        Assert.ThrowsExactly<ArgumentException>(() => Shrinker.Shrink(good));
    }

    [TestMethod]
    public void Scenario_OfALife_IsReadAsWrittenAndDoesTheSame()
    {
        FuzzSite site = FuzzRun.Site("promenade");
        FuzzAction[] actions =
        [
            FuzzRun.Command(5, "promenade", CommandOp.Lower, 1),
            new FuzzAction(6_000_000, FuzzVerb.Vehicle, "promenade", 1, (int)Street.VehicleKind.Car),
            new FuzzAction(9_000_000, FuzzVerb.Break, "entryLoop", (int)FaultKind.Stuck),
            new FuzzAction(12_000_000, FuzzVerb.Mend, "entryLoop"),
            new FuzzAction(13_000_000, FuzzVerb.EmergencyStop, "", 0, 1),
            new FuzzAction(14_000_000, FuzzVerb.EmergencyStop, "", 0, 0),
        ];
        EpisodeResult life = FuzzRun.Life(site, actions, 20_000_000);
        Assert.IsNull(life.Finding);
        using TestFolder folder = new();
        string file = FuzzScenario.Save(life, folder.Path);
        string text = File.ReadAllText(file);
        Assert.Contains("lawsBroken: 0", text);
        Assert.Contains("fault: entryLoop stuck", text);
        ScenarioRun run = new(FuzzScenario.Of(life, "promenade"), site.Read());
        run.Finish();
        Assert.IsTrue(run.Passed, run.Failure?.Seen ?? "");
    }
}
