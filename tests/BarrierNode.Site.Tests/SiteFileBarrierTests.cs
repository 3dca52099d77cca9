using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>Kinds of barriers, outputs that hold, supply contactors: what a site file may say of them, and the table that it becomes.</summary>
[TestClass]
public sealed class SiteFileBarrierTests
{
    private const string Lower = "raise: [16], lower: [17], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000";
    private const string Hold = "raise: [16], hold: [17], unpowered: drops, maxRunMs: 9000, restMs: 1000";

    [TestMethod]
    [DataRow("sliding-gate", LaneKind.SlidingGate)]
    [DataRow("swing-gate", LaneKind.SwingGate)]
    [DataRow("barrier-arm", LaneKind.BarrierArm)]
    public void Kind_OfADrivenBarrier_IsRead(string word, LaneKind kind)
    {
        LaneModel lane = SiteFiles.Read(TestSite.With(("kind: sliding-gate", $"kind: {word}"))).Lanes[1];
        Assert.AreEqual((kind, 1, true, "stays"), (lane.Kind, lane.Barriers, lane.Driven, lane.Unpowered));
    }

    [TestMethod]
    public void SwingGate_WithThreeWings_IsRefused() => TestSite.AssertRefused(
        TestSite.With(("kind: sliding-gate", "kind: swing-gate\n    barriers: 3")),
        "site.yaml:23: 'lane.barriers' is 3, expected a whole number from 1 to 2");

    [TestMethod]
    public void Hold_InPlaceOfLower_IsRead()
    {
        LaneModel lane = SiteFiles.Read(TestSite.With((Lower, Hold))).Lanes[0];
        CollectionAssert.AreEqual(new[] { 17 }, lane.HoldPins.ToArray());
        Assert.IsEmpty(lane.LowerPins);
        Assert.AreEqual("drops", lane.Unpowered);
    }

    [TestMethod]
    public void Hold_BesideLower_IsRefused() => TestSite.AssertRefused(
        TestSite.With((Lower, "raise: [16], lower: [17], hold: [32], maxRunMs: 9000, restMs: 1000")),
        "site.yaml:13: unknown key 'lower' in 'lane.drive', expected one of raise, hold, unpowered, maxRunMs, restMs, feedback");

    // A line of a sally port must not open by itself: the gate could not keep it closed.
    [TestMethod]
    public void Hold_InASallyPort_IsRefused()
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(TestSite.With(
            (Lower, Hold), ("kind: bollard-group", "kind: bollard-group\n    sallyPort: depot"), ("kind: sliding-gate", "kind: sliding-gate\n    sallyPort: north"))));
        Assert.AreEqual(
            "site.yaml:12: lane 'north' has no drive that lowers, expected a line that opens only when it is driven", e.Problems.Single().ToString());
    }

    // H24
    [TestMethod]
    [DataRow(Lower, "drops", "a 'lower' output, so it stays without power, expected unpowered: stays, or 'hold' instead of 'lower'")]
    [DataRow(Hold, "stays", "a 'hold' output, so it drops without power, expected unpowered: drops")]
    public void Unpowered_OtherThanTheOutputsMakeIt_IsRefused(string drive, string unpowered, string problem)
    {
        string said = drive.Replace(", unpowered: drops", "").Replace("maxRunMs", $"unpowered: {unpowered}, maxRunMs");
        TestSite.AssertRefused(TestSite.With((Lower, said)), $"site.yaml:13: lane 'north' has {problem}");
    }

    [TestMethod]
    public void Hold_OfTheTable_IsNoMotionHasALeaseAndFallsWithEveryTripOfTheRaise()
    {
        SiteTable table = Table((Lower, Hold + ", feedback: { raise: [32], hold: [35] }"), ("up: [34, 35]", "up: [34]"));
        LaneTable lane = table.Lanes[0];
        int hold = Array.IndexOf(table.OutputNames, "north.hold");
        int raise = Array.IndexOf(table.OutputNames, "north.raise");
        Assert.AreEqual((1 << hold, 0, 1 << raise), (lane.HoldOutputs, lane.LowerOutputs, lane.RaiseOutputs));
        Assert.AreEqual(0, table.Gate.MotionOutputs & (1 << hold));
        Assert.AreEqual(1000L * SiteCompiler.DriveLeaseMs, table.Gate.Words[GateTable.LeaseUsAt + hold]);
        Assert.AreEqual(GateTable.Never, table.Gate.Words[GateTable.MaxOnUsAt + hold]);
        long trips = table.Gate.MustBeZero(raise) & table.Gate.TripConditions;
        Assert.AreEqual(trips, table.Gate.MustBeZero(hold) & table.Gate.TripConditions);
        Assert.AreNotEqual(0, trips & (1L << ConditionBit.OfLane(0, ConditionBit.LaneFeedback)));
        Assert.AreEqual(0, table.Gate.MustBeZero(hold) & (1L << ConditionBit.Quiet), "a quiet window drops nothing");
        Assert.AreEqual("north.holdAux", table.InputNames[(int)table.Gate.Words[GateTable.FeedbackInputAt] + hold]);
    }

    // H19
    [TestMethod]
    public void Supply_OfTheTable_MakesTheFeedbackFaultATripOfTheLane()
    {
        SiteTable table = Table(
            (Lower, Lower + ", feedback: { raise: [32], lower: [35] }"),
            ("up: [34, 35]", "up: [34]"),
            ("signal: { red: 18, green: 19 }", "outputs: [{ role: supply, pin: 18 }]"));
        int supply = Array.IndexOf(table.OutputNames, "north.supply");
        long fault = 1L << ConditionBit.OfLane(0, ConditionBit.LaneFeedback);
        Assert.AreEqual(fault, table.Gate.TripConditions & fault);
        Assert.AreEqual(0, table.Gate.NodeTrips & fault);
        Assert.AreEqual(fault, table.Gate.MustBeZero(supply) & fault);
        int other = Array.IndexOf(table.OutputNames, "depot.raise");
        Assert.AreEqual(0, table.Gate.MustBeZero(other) & fault, "the other lane goes on");
    }

    [TestMethod]
    public void Passive_WithoutDriveAndLoops_IsASiteWithoutItsTrips()
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Read(Passive("")));
        Assert.AreEqual(LaneKind.PassiveBarrier, table.Lanes[1].Kind);
        Assert.AreEqual(0, table.Lanes[1].RaiseOutputs | table.Lanes[1].LowerOutputs | table.Lanes[1].HoldOutputs);
        for (int condition = 0; condition < 7; condition++)
        {
            Assert.AreEqual(0, table.Gate.TripConditions & (1L << ConditionBit.OfLane(1, condition)));
        }
    }

    [TestMethod]
    [DataRow("drive: { raise: [22] }", "drive")]
    [DataRow("stroke: { raiseMs: 1000 }", "stroke")]
    [DataRow("warning: { raiseMs: 1000 }", "warning")]
    [DataRow("outputs: [{ role: heater, pin: 22 }]", "outputs")]
    public void Passive_WithADrivesKey_IsRefused(string line, string key)
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(Passive($"    {line}\n")));
        Assert.StartsWith($"site.yaml:24: unknown key '{key}' in 'lane'", e.Problems.Single().ToString());
    }

    [TestMethod]
    [DataRow(5000)]
    [DataRow(8000)]
    public void EndBackupMs_OutsideStrokeAndTimeout_IsRefused(int ms) => TestSite.AssertRefused(
        TestSite.With(("signal: { red: 18, green: 19 }", $"settings: {{ endBackupMs: {ms} }}")),
        $"site.yaml:17: 'lane.settings.endBackupMs' is {ms}, the stroke takes 5000 and its time-out is 8000, expected 0, or a time between the two");

    private static SiteTable Table(params (string, string)[] edits) => SiteCompiler.Compile(SiteFiles.Read(TestSite.With(edits)));

    private static string Passive(string line)
    {
        int start = TestSite.Yaml.IndexOf("    kind: sliding-gate", StringComparison.Ordinal);
        int end = TestSite.Yaml.IndexOf("street:", StringComparison.Ordinal);
        string yaml = TestSite.Yaml[..start] + "    kind: passive-barrier\n    limits: { up: [27], down: [14] }\n" + line + TestSite.Yaml[end..];
        return yaml.Replace("loops: { gate: [26, 34] }", "loops: {}");
    }
}
