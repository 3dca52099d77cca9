using BarrierNode.Control;
using BarrierNode.Sim.Fuzz;

namespace BarrierNode.Sim.Tests.Fuzz;

/// <summary>
/// Random lives of every site of simulator/sites, under the laws. The short form is the same every time: chance looks for faults in the long one,
/// <c>./run sim fuzz --hours H --seed S</c>.
/// </summary>
[TestClass]
public sealed class FuzzerTests
{
    private const double FiveDays = 5 * 24;

    // H3, H4, H5, H13, H15, H20
    [TestMethod]
    public void RandomLives_OfEverySiteForFiveDays_BreakNoLaw()
    {
        FuzzReport report = Fuzzer.Run(new FuzzOptions(FiveDays, 1, FuzzRun.AllSites) { Jobs = 2 });
        Console.WriteLine(
            $"seed {report.Seed}: {report.Hours:F1} hours in {report.Episodes} episodes, {report.Strokes} strokes, {report.Refusals} refusals with reasons, "
            + $"{report.Replayed} scans replayed, {report.Survived} orders in force over restarts, {report.LaneSecondsPerSecond:F0} lane-seconds a second");
        Assert.IsEmpty(report.Findings.Select(FuzzRun.Describe).ToArray());
        Assert.IsGreaterThan(10 * report.Episodes, report.Strokes, "too few moves to prove anything");
        Assert.IsGreaterThan(5 * report.Episodes, report.Refusals);
        Assert.IsGreaterThan(100 * report.Episodes, report.Replayed);
        Assert.IsGreaterThan(0, report.Survived);
        IReadOnlyDictionary<string, SortedDictionary<string, long>> seen = report.Coverage.Seen;
        foreach (EventCode code in new[] { EventCode.Tripped, EventCode.TripReset, EventCode.Reversed, EventCode.BypassSet, EventCode.LateScan, EventCode.LampFault, EventCode.RetryStarted })
        {
            Assert.Contains(code.ToString(), seen["events"].Keys, "never seen");
        }

        Assert.IsGreaterThan(100, seen["faults"].Count);
    }

    [TestMethod]
    public void Run_TheSameSeedWithOneJobAndWithTwo_HasTheSameHash()
    {
        FuzzSite[] sites = [FuzzRun.Site("promenade"), FuzzRun.Site("delivery")];
        FuzzReport one = Fuzzer.Run(new FuzzOptions(0.8, 3, sites));
        FuzzReport two = Fuzzer.Run(new FuzzOptions(0.8, 3, sites) { Jobs = 2 });
        Assert.AreEqual(one.Hash, two.Hash);
        Assert.AreEqual(one.Episodes, two.Episodes);
        Assert.AreEqual(one.Strokes, two.Strokes);
    }

    [TestMethod]
    public void Run_AnotherSeed_HasAnotherHash()
    {
        FuzzSite[] sites = [FuzzRun.Site("minimal")];
        Assert.AreNotEqual(
            Fuzzer.Run(new FuzzOptions(0.1, 3, sites)).Hash,
            Fuzzer.Run(new FuzzOptions(0.1, 4, sites)).Hash);
    }

    [TestMethod]
    public void Episode_RepeatedFromItsActions_HasTheSameHash()
    {
        EpisodeResult life = Episode.Live(0, 11, [FuzzRun.Site("delivery")]);
        EpisodeResult again = Episode.Repeat(life, life.Actions, life.EndUs);
        Assert.IsNull(life.Finding);
        Assert.AreEqual(life.Hash, again.Hash);
        Assert.IsGreaterThan(50, life.Actions.Count);
    }

    [TestMethod]
    public void Coverage_OfTwoRuns_IsTheirSum()
    {
        FuzzReport first = Fuzzer.Run(new FuzzOptions(0.1, 3, [FuzzRun.Site("minimal")]));
        FuzzCoverage sum = new();
        sum.Add(first.Coverage);
        sum.Add(first.Coverage);
        Assert.AreEqual(2 * first.Coverage.Seen["events"]["MoveStarted"], sum.Seen["events"]["MoveStarted"]);
        Assert.Contains("TableFault", sum.NotSeen["trips"]);
        Assert.DoesNotContain("MoveStarted", sum.NotSeen["events"]);
    }

    [TestMethod]
    public void Action_WrittenAndRead_IsTheSame()
    {
        FuzzAction action = new(12_340_000, FuzzVerb.Break, "entryLoop.wire", (int)FaultKind.Intermittent, 0, 12.5);
        Assert.AreEqual(action, FuzzAction.Parse(action.ToString()));
        Assert.ThrowsExactly<FormatException>(() => FuzzAction.Parse("12.34 Nonsense"));
    }

    [TestMethod]
    public void Variation_OfASite_IsAnotherSiteThatPassesEveryCheck()
    {
        FuzzSite site = FuzzRun.Site("delivery");
        FuzzSite[] varied = [.. Enumerable.Range(0, 20).Select(seed => SiteVariation.Of(site, new Random(seed)))];
        foreach (FuzzSite other in varied)
        {
            Assert.IsNotEmpty(other.Read().Lanes);
        }

        Assert.IsGreaterThan(15, varied.Select(v => v.Text).Distinct().Count());
    }
}
