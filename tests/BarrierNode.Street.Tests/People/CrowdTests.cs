using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site;
using BarrierNode.Street.Records;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.People;

/// <summary>A piazza of 100 square metres behind an egress lane, with counting lines at top level of its site file.</summary>
[TestClass]
public class CrowdTests
{
    private const string Limits = "crowdAreaM2: 100, crowdDensityPerM2x10: 10, crowdSurgePerMin: 150, crowdCounterFlowPercent: 30";

    [TestMethod]
    public void Count_OfARandomCrowd_IsWhoCameLessWhoWent()
    {
        int seed = RandomSeed.Of();
        Piazza piazza = new(seed: seed);
        piazza.Walk(inPerMin: 60, outPerMin: 0, seconds: 30);
        piazza.Walk(inPerMin: 40, outPerMin: 20, seconds: 120);
        piazza.Walk(0, 0, 5);
        CrowdTold last = piazza.Rig.Crowds[^1];
        Assert.AreEqual(piazza.People.CameIn - piazza.People.WentOut, last.People, $"seed {seed}");
        Assert.IsGreaterThan(50, piazza.People.CameIn);
    }

    [TestMethod]
    public void Count_TwoCountersInOneScan_CountsBoth()
    {
        Piazza piazza = new(inputs: ["role: count-in, pin: 11", "role: count-in, pin: 12"]);
        piazza.Rig.Street.SetContact("lane.countIn1", true);
        piazza.Rig.Street.SetContact("lane.countIn2", true);
        piazza.Rig.Run(2);
        Assert.AreEqual(2, piazza.Rig.Crowds[^1].People);
    }

    [TestMethod]
    public void Count_ContactThatStaysOn_IsOnePerson()
    {
        Piazza piazza = new();
        piazza.Rig.Street.SetContact("countIn", true);
        piazza.Rig.Run(30);
        Assert.AreEqual(1, piazza.Rig.Crowds[^1].People);
    }

    [TestMethod]
    public void Density_TooManyPeople_OpensTheLaneAndForbidsToRaise()
    {
        Piazza piazza = new();
        Assert.AreEqual(LanePosition.Up, piazza.Rig.Position);
        piazza.Set(99);
        piazza.Rig.Run(10);
        Assert.AreEqual(LanePosition.Up, piazza.Rig.Position);
        piazza.Set(100);
        piazza.Rig.RunUntil(() => piazza.Rig.Position == LanePosition.Down, 15, "open");
        Assert.AreSequenceEqual([("density", true, 100L)], piazza.Thresholds);
        Assert.AreSequenceEqual([(int)MoveOrigin.Egress], piazza.Told(EventCode.MoveAsked));
        Assert.AreSequenceEqual([(int)LaneHold.Restarted, (int)LaneHold.Crowd], piazza.Told(EventCode.HoldSet));
        Assert.AreEqual((RefusalReason.Held, 1L << (int)LaneHold.Crowd), piazza.Refused(CommandOp.Raise));
        piazza.Rig.Run(20);
        Assert.AreEqual(LanePosition.Down, piazza.Rig.Position);
    }

    [TestMethod]
    public void Density_PeopleHaveGone_MayBeRaisedAgain()
    {
        Piazza piazza = new();
        piazza.Set(100);
        piazza.Rig.Run(15);
        piazza.Set(91);
        piazza.Rig.Run(1);
        Assert.AreEqual(RefusalReason.Held, piazza.Refused(CommandOp.Raise).Reason, "a little less is not enough");
        piazza.Set(89);
        piazza.Rig.Run(1);
        Assert.AreSequenceEqual([("density", true, 100L), ("density", false, 89L)], piazza.Thresholds);
        Assert.AreSequenceEqual([(int)LaneHold.Crowd], piazza.Told(EventCode.HoldCleared));
        piazza.Rig.Run(10);
        Assert.AreEqual(LanePosition.Down, piazza.Rig.Position, "it does not close by itself");
        int raise = piazza.Rig.Command(CommandOp.Raise);
        piazza.Rig.Run(10);
        Assert.AreEqual(AckStage.Done, piazza.Rig.Last(raise).Stage);
    }

    [TestMethod]
    public void Density_WhileARaiseIsUnderWay_TurnsItIntoAnOpening()
    {
        Piazza piazza = new(StreetStart.BarriersDown);
        piazza.Rig.Command(CommandOp.Raise);
        piazza.Rig.RunUntil(() => piazza.Rig.Position == LanePosition.Raising, 10, "rising");
        piazza.Set(100);
        piazza.Rig.RunUntil(() => piazza.Rig.Position == LanePosition.Down, 10, "open");
    }

    [TestMethod]
    public void Density_SiteThatDoesNotOpen_ForbidsToRaiseAlone()
    {
        Piazza piazza = new(settings: Limits + ", egressOpens: 0");
        piazza.Set(100);
        piazza.Rig.Run(15);
        Assert.AreEqual(LanePosition.Up, piazza.Rig.Position);
        Assert.IsEmpty(piazza.Told(EventCode.MoveAsked));
        piazza.Rig.Command(CommandOp.Lower);
        piazza.Rig.Run(10);
        Assert.AreEqual(LanePosition.Down, piazza.Rig.Position, "people may always be let out");
        Assert.AreEqual(RefusalReason.Held, piazza.Refused(CommandOp.Raise).Reason);
    }

    [TestMethod]
    public void Surge_ManyComeAtOnce_OpensTheLaneThoughThereIsRoom()
    {
        Piazza piazza = new(settings: Limits.Replace("crowdAreaM2: 100", "crowdAreaM2: 10000"), seed: 3);
        piazza.Walk(60, 0, 70);
        Assert.IsEmpty(piazza.Thresholds);
        piazza.Walk(400, 0, 40);
        Assert.AreSequenceEqual([("surge", true)], piazza.Thresholds.Select(t => (t.What, t.Over)));
        Assert.AreEqual(LanePosition.Down, piazza.Rig.Position);
        piazza.Walk(30, 30, 90);
        Assert.AreEqual(("surge", false), (piazza.Thresholds[1].What, piazza.Thresholds[1].Over));
    }

    [TestMethod]
    public void CounterFlow_TwoStreams_ForbidsToRaiseAndOpensNothing()
    {
        Piazza piazza = new(settings: Limits.Replace("crowdAreaM2: 100", "crowdAreaM2: 10000"), seed: 4);
        piazza.Walk(120, 10, 60);
        Assert.IsEmpty(piazza.Thresholds);
        piazza.Walk(120, 110, 60);
        Assert.AreSequenceEqual([("counterFlow", true)], piazza.Thresholds.Select(t => (t.What, t.Over)));
        Assert.AreEqual(LanePosition.Up, piazza.Rig.Position);
        Assert.IsEmpty(piazza.Told(EventCode.MoveAsked));
        piazza.Rig.Command(CommandOp.Lower);
        piazza.Walk(120, 110, 10);
        Assert.AreEqual(RefusalReason.Held, piazza.Refused(CommandOp.Raise).Reason);
    }

    [TestMethod]
    public void CrowdCount_Command_IsAcceptedAndPublished()
    {
        Piazza piazza = new();
        int ticket = piazza.Rig.Command(CommandOp.CrowdCount, argument: 42);
        piazza.Rig.Run(2);
        Assert.AreEqual(AckStage.Done, piazza.Rig.Last(ticket).Stage);
        Assert.AreEqual(42, piazza.Rig.Crowds[^1].People);
        Assert.AreEqual((RefusalReason.OutOfRange, 0L), piazza.Refused(CommandOp.CrowdCount, CrowdCount.MaxPeople + 1));
        Assert.AreEqual((RefusalReason.OutOfRange, 0L), piazza.Refused(CommandOp.CrowdCount, -1));
        Assert.AreEqual(42, piazza.Rig.Crowds[^1].People);
    }

    [TestMethod]
    public void CrowdCount_LaneWithoutAnArea_IsNotFitted()
    {
        Piazza piazza = new(settings: "crowdAreaM2: 0");
        Assert.AreEqual((RefusalReason.NotFitted, 0L), piazza.Refused(CommandOp.CrowdCount, 5));
        piazza.Walk(100, 0, 10);
        Assert.IsEmpty(piazza.Rig.Crowds);
    }

    [TestMethod]
    public void Crowd_Message_ComesAtMostOnceASecondAndOnlyWhenNew()
    {
        Piazza piazza = new(seed: 5);
        piazza.Walk(120, 60, 60);
        long[] times = [.. piazza.Rig.Crowds.Select(c => c.AtUs)];
        Assert.IsGreaterThan(30, times.Length);
        Assert.IsTrue(times.Zip(times.Skip(1)).All(t => t.Second - t.First >= 1_000_000));
        piazza.Walk(0, 0, 70);
        int told = piazza.Rig.Crowds.Count;
        piazza.Walk(0, 0, 30);
        Assert.HasCount(told, piazza.Rig.Crowds, "nothing is new");
    }

    [TestMethod]
    public void Count_OverAPowerCut_IsKeptToTheMinute()
    {
        Piazza piazza = new();
        piazza.Walk(60, 0, 20);
        piazza.Walk(0, 0, 65);
        int people = piazza.Rig.Crowds[^1].People;
        Assert.IsGreaterThan(0, people);
        var after = new Controller(piazza.Rig.Table, 0, piazza.Rig.Cabinet.Controller.Kept);
        after.Scan(0, 0);
        while (after.Reports.Take() && after.Reports.Kind != ReportKind.Crowd)
        {
        }

        Assert.AreEqual((ReportKind.Crowd, people), (after.Reports.Kind, after.Reports.A));
    }

    [TestMethod]
    public void Record_OfALaneThatACrowdOpens_ReplaysBitForBit()
    {
        Piazza piazza = new(settings: Limits + ", dualLoopDistanceMm: 7000, overspeedKmh: 5, tailgateGapMs: 5000", seed: 6);
        piazza.Walk(300, 100, 10);
        piazza.Set(99);
        piazza.Walk(600, 0, 2);
        piazza.Rig.Cabinet.Controller.WantRecord();
        piazza.Walk(600, 0, 2);
        FlightRecorder recorder = piazza.Rig.Cabinet.Controller.Recorder;
        Assert.IsTrue(recorder.Frozen);
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(piazza.Rig.Table, FlightRecord.Of(recorder));
        Assert.IsTrue(replay.All(s => s.IsSame));
        int lower = piazza.Rig.Mask("lane.lower");
        Assert.Contains(s => (s.Permitted & lower) != 0, replay, "the crowd opens the lane within the record");
        Assert.Contains(s => (s.Permitted & lower) == 0, replay);
    }

    [TestMethod]
    public void Example_OfThePage_IsASiteThatCounts()
    {
        string[] example = Repository.Text("docs/equipment/crowd.md").Split("```")[1].Split('\n')[1..];
        string settings = example.Single(l => l.TrimStart().StartsWith("settings:", StringComparison.Ordinal)).Trim();
        string[] inputs = [.. example.TakeWhile(l => l != "lanes:")];
        var rig = new LaneRig(site: EquipmentSite.Lane(lane: [settings], top: inputs));
        rig.Run(1);
        rig.Street.SetContact("countIn", true);
        rig.Run(2);
        Assert.AreEqual(1, rig.Crowds[^1].People);
    }

    private sealed class Piazza
    {
        private readonly CountingLines _lines;

        public Piazza(StreetStart start = StreetStart.BarriersUp, string settings = Limits, int seed = 1, string[]? inputs = null)
        {
            string[] top = inputs is null ? ["inputs: [{ role: count-in, pin: 9 }, { role: count-out, pin: 10 }]"] : [];
            SiteModel site = EquipmentSite.Lane(lane: [$"settings: {{ {settings} }}"], inputs: inputs, top: top);
            Rig = new LaneRig(start, site: site);
            _lines = new CountingLines(Rig.Street, "countIn", "countOut", seed);
            Rig.Run(3);
        }

        public LaneRig Rig { get; }

        public CountingLines People => _lines;

        public (string What, bool Over, long People)[] Thresholds =>
            [.. Rig.Events.Where(e => e.Code == EventCode.CrowdThreshold).Select(e => (CrowdState.Name(e.A & 255), e.A > 255, e.B))];

        public int[] Told(EventCode code) => [.. Rig.Events.Where(e => e.Code == code).Select(e => e.A)];

        public void Set(int people)
        {
            Rig.Command(CommandOp.CrowdCount, argument: people);
            Rig.Run(0.1);
        }

        public void Walk(double inPerMin, double outPerMin, double seconds)
        {
            _lines.InPerMin = inPerMin;
            _lines.OutPerMin = outPerMin;
            Rig.Clock.Every(CountingLines.StepUs, _lines.Step);
            Rig.Run(seconds);
            Rig.Clock.Remove(_lines.Step);
        }

        /// <summary>Why a command is refused, and the second number of the event that tells it.</summary>
        public (RefusalReason Reason, long Why) Refused(CommandOp op, int argument = 0)
        {
            int ticket = Rig.Command(op, argument: argument);
            Rig.Run(0.1);
            Answer answer = Rig.Last(ticket);
            return (answer.Reason, Rig.Events.Last(e => e.Code is EventCode.CommandRefused or EventCode.CommandAccepted).B);
        }
    }
}
