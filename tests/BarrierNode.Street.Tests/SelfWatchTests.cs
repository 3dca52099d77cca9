using BarrierNode.Control;

namespace BarrierNode.Street.Tests;

/// <summary>
/// The street of simulator/sites/two-channel.yaml: contactors that weld or do not pull in, an emergency stop of which one channel fails, test
/// pulses, a shorter late limit.
/// </summary>
[TestClass]
public class SelfWatchTests
{
    private const double WindowS = 0.2;
    private const double ScanS = 0.02;

    [TestMethod]
    public void Strokes_WithGoodContactors_TripNothing()
    {
        LaneRig rig = Down();
        for (int i = 0; i < 3; i++)
        {
            Done(rig, CommandOp.Raise);
            Done(rig, CommandOp.Lower);
        }

        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
    }

    [TestMethod]
    public void Strokes_StoppedAndTurnedBackAnywhere_TripNothing()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        CommandOp[] ops = [CommandOp.Raise, CommandOp.Lower, CommandOp.Stop];
        int moves = 0;
        for (int i = 0; i < 300; i++)
        {
            rig.Command(ops[random.Next(ops.Length)]);
            rig.Run(random.NextDouble() * 4);
            moves += rig.Events.Count(e => e.Code == EventCode.MoveStarted);
            rig.Events.Clear();
            Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips, $"seed {seed}, command {i}");
        }

        Assert.IsGreaterThan(50, moves, "the lane moved");
    }

    [TestMethod]
    public void Contactor_Welded_TripsTheNodeWhichTakesThePowerAway()
    {
        LaneRig rig = Welded();
        double atStop = Height(rig);
        rig.Run(WindowS + (2 * ScanS));
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, Latched(rig));
        Assert.IsGreaterThan(atStop, Height(rig), "the weld drives on until the power is gone");
        rig.Run(0.25);
        Assert.IsFalse(rig.Street.Snapshot().PermissionAlive, "the permission pulse has ended");
        double stopped = Height(rig);
        Assert.IsLessThan(0.12, stopped - atStop, "window, scan and permission chain: 0.5 s of a stroke of 5 s");
        rig.Run(30);
        Assert.AreEqual(stopped, Height(rig));
        Assert.IsTrue(rig.Is("quay.red"), "signals go on");
        Assert.AreEqual((LaneMode.Tripped, LaneMode.Tripped), (rig.Promenade0.Mode, rig.Depot.Mode), "no lane has power, and each says so");
        Assert.IsTrue(rig.Events.Any(e => e is { Code: EventCode.Tripped, Lane: -1 }), "a trip of the node");
    }

    [TestMethod]
    [DataRow(0.2)]
    [DataRow(0.5)]
    [DataRow(5.0)]
    public void Contactor_DroppedByThePermissionChainInAStall_IsNoFaultAndOnlyEndsTheMove(double stallS)
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
        rig.Run(1);
        rig.Stalled = true;
        rig.Run(stallS);
        rig.Stalled = false;
        rig.Run(2);
        Assert.AreEqual(RefusalReason.LateScan, rig.Last(raise).Reason);
        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
        Done(rig, CommandOp.Raise);
    }

    [TestMethod]
    public void Contactor_Welded_CannotBeResetUntilItIsReplaced()
    {
        LaneRig rig = Welded();
        rig.Run(1);
        rig.Run(10);
        int early = rig.Command(CommandOp.Reset);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Last(early).Reason);
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, rig.Last(early).Trips);

        rig.Street.ReplaceContactor(TwoChannel.Raise);
        rig.Run(0.1);
        double height = Height(rig);
        int reset = rig.Command(CommandOp.Reset);
        rig.Run(20);
        Assert.AreEqual(AckStage.Done, rig.Last(reset).Stage);
        Assert.IsTrue(rig.Street.Snapshot().PermissionAlive);
        Assert.AreEqual(height, Height(rig), "a reset moves nothing");
        Done(rig, CommandOp.Raise);
    }

    [TestMethod]
    public void Contactor_WeldedOverAPowerCut_StaysTripped()
    {
        LaneRig rig = Welded();
        rig.Run(1);
        rig.Restart(rig.Cabinet.Controller.LatchedTrips);
        double height = Height(rig);
        rig.Run(30);
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, Latched(rig));
        Assert.AreEqual(height, Height(rig));
    }

    [TestMethod]
    public void Contactor_ThatDoesNotPullIn_TripsWithinItsWindowAndCanBeReset()
    {
        LaneRig rig = Down();
        rig.Street.CutWire(TwoChannel.Raise);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
        rig.Run(WindowS - ScanS);
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear, "not before its time");
        rig.Run(3 * ScanS);
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, Latched(rig));
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(raise).Reason);
        rig.Street.MendWire(TwoChannel.Raise);
        Cleared(rig);
        Done(rig, CommandOp.Raise);
    }

    [TestMethod]
    [DataRow(TwoChannel.RaiseAux)]
    [DataRow(TwoChannel.LowerAux)]
    public void FeedbackWire_CutAtRest_IsFoundAtOnce(int pin)
    {
        LaneRig rig = Down();
        rig.Street.CutWire(pin);
        rig.Run(WindowS + (2 * ScanS));
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, Latched(rig));
        rig.Street.MendWire(pin);
        rig.Run(ScanS);
        Cleared(rig);
    }

    [TestMethod]
    public void FeedbackWire_Shorted_IsFoundInTheNextStroke()
    {
        LaneRig rig = Down();
        rig.Street.ShortWire(TwoChannel.RaiseAux);
        rig.Run(5);
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear, "a shorted mirror contact looks like one at rest");
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
        rig.Run(WindowS + (2 * ScanS));
        CollectionAssert.AreEqual(new[] { "quay.feedback" }, Latched(rig));
    }

    [TestMethod]
    public void EmergencyStop_BothChannelsGood_IsNoDiscrepancyAndClears()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        for (int i = 0; i < 200; i++)
        {
            rig.Run(random.NextDouble() / 2);
            rig.Street.EmergencyStopPressed = true;
            rig.Run(0.1 + random.NextDouble());
            CollectionAssert.AreEqual(new[] { "emergencyStop", "emergencyStop2" }, Latched(rig), $"seed {seed}, press {i}");
            rig.Street.EmergencyStopPressed = false;
            rig.Run(0.2);
            Cleared(rig);
        }
    }

    [TestMethod]
    public void EmergencyStop_ContactsThatOpenAMomentApart_AreNoDiscrepancy()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        for (int i = 0; i < 200; i++)
        {
            rig.Clock.Advance(random.Next(100_000));
            rig.Street.CutWire(i % 2 == 0 ? TwoChannel.Stop : TwoChannel.Stop2);
            rig.Clock.Advance(random.Next(15_000));
            rig.Street.EmergencyStopPressed = true;
            rig.Run(0.3);
            rig.Street.MendWire(i % 2 == 0 ? TwoChannel.Stop : TwoChannel.Stop2);
            CollectionAssert.AreEqual(new[] { "emergencyStop", "emergencyStop2" }, Latched(rig), $"seed {seed}, press {i}");
            rig.Street.EmergencyStopPressed = false;
            rig.Run(0.3);
            Cleared(rig);
        }
    }

    [TestMethod]
    [DataRow(TwoChannel.Stop, "emergencyStop2")]
    [DataRow(TwoChannel.Stop2, "emergencyStop")]
    public void EmergencyStop_OneChannelStuckClosed_StillStopsAndTripsWithinTheWindow(int stuckPin, string other)
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
        rig.Run(1);
        rig.Street.ShortWire(stuckPin);
        rig.Run(1);
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear, "nothing shows while nobody presses");
        rig.Street.EmergencyStopPressed = true;
        rig.Run(2 * ScanS);
        Assert.IsFalse(rig.Is("quay.raise"), "the other channel stops");
        CollectionAssert.AreEqual(new[] { other }, Latched(rig));
        rig.Run(0.06 + ScanS);
        CollectionAssert.AreEquivalent(new[] { other, "channels" }, Latched(rig));
    }

    [TestMethod]
    public void Discrepancy_Mended_CanBeResetOnlyAfterBothChannelsWentOff()
    {
        LaneRig rig = Down();
        rig.Street.ShortWire(TwoChannel.Stop2);
        rig.Street.EmergencyStopPressed = true;
        rig.Run(1);
        rig.Street.EmergencyStopPressed = false;
        rig.Street.MendWire(TwoChannel.Stop2);
        rig.Run(1);
        int early = rig.Command(CommandOp.Reset);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Last(early).Reason);
        CollectionAssert.AreEqual(new[] { "channels" }, rig.Last(early).Trips, "that both are closed proves nothing");

        rig.Street.EmergencyStopPressed = true;
        rig.Run(0.3);
        rig.Street.EmergencyStopPressed = false;
        rig.Run(0.3);
        Cleared(rig);
        Done(rig, CommandOp.Raise);
    }

    [TestMethod]
    public void Discrepancy_OfACutWire_IsFoundWithoutAnyPress()
    {
        LaneRig rig = Down();
        rig.Street.CutWire(TwoChannel.Stop2);
        rig.Run(0.06 + (3 * ScanS));
        CollectionAssert.AreEquivalent(new[] { "emergencyStop2", "channels" }, Latched(rig));
    }

    [TestMethod]
    public void TestPulses_OfTheStopCircuit_AreNoStop()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        int seen = 0;
        for (int i = 0; i < 1000; i++)
        {
            // The relay tests one channel after the other.
            int pin = i % 2 == 0 ? TwoChannel.Stop : TwoChannel.Stop2;
            rig.Clock.Advance(81_000 + random.Next(40_000));
            rig.Street.CutWire(pin);
            long scanBefore = rig.Clock.NowUs / VirtualCabinet.ScanPeriodUs;
            rig.Clock.Advance(4000);
            rig.Street.MendWire(pin);
            seen += rig.Clock.NowUs / VirtualCabinet.ScanPeriodUs != scanBefore ? 1 : 0;
            Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips, $"seed {seed}, pulse {i}");
        }

        Assert.IsGreaterThan(100, seen, "a fifth of them meet a scan");
    }

    [TestMethod]
    public void EmergencyStop_WithTestPulses_ReactsOneScanLater()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        long worstUs = 0;
        for (int i = 0; i < 300; i++)
        {
            rig.Command(CommandOp.Raise);
            rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
            rig.Clock.Advance(random.Next(200_000));
            rig.Street.EmergencyStopPressed = true;
            long fromUs = rig.Clock.NowUs;
            while (rig.Is("quay.raise"))
            {
                rig.Clock.Advance(250);
            }

            worstUs = Math.Max(worstUs, rig.Clock.NowUs - fromUs);
            rig.Run(0.2);
            rig.Street.EmergencyStopPressed = false;
            rig.Run(0.3);
            Cleared(rig);
            Done(rig, CommandOp.Lower);
        }

        Console.WriteLine($"worst {worstUs} us");
        Assert.IsInRange(VirtualCabinet.ScanPeriodUs, 2 * VirtualCabinet.ScanPeriodUs, worstUs, $"seed {seed}");
    }

    [TestMethod]
    [DataRow(true, true)]
    [DataRow(false, false)]
    public void LateLimit_OfTheSiteFile_IsTheOneThatCounts(bool twoChannel, bool dropped)
    {
        LaneRig rig = twoChannel ? Down() : new LaneRig(StreetStart.BarriersDown);
        rig.Run(3);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => (rig.Cabinet.Outputs & rig.Table.Lanes[0].RaiseOutputs) != 0, 3, "drive on");
        rig.Run(1);
        rig.Stalled = true;
        rig.Run(4 * ScanS);
        rig.Stalled = false;
        rig.Run(ScanS);
        Assert.AreEqual(dropped, (rig.Cabinet.Outputs & rig.Table.Lanes[0].RaiseOutputs) == 0, "a gap of 100 ms: late over 80, not over 100");
        Assert.AreEqual(dropped, rig.Events.Any(e => e is { Code: EventCode.LateScan, A: 100 }));
    }

    [TestMethod]
    public void Contactor_AtAPinThatDrivesNothing_IsRefused()
    {
        LaneRig rig = Down();
        Assert.ThrowsExactly<ArgumentException>(() => rig.Street.WeldContactor(21));
        Assert.ThrowsExactly<ArgumentException>(() => rig.Street.ReplaceContactor(TwoChannel.RaiseAux));
    }

    private static LaneRig Down()
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: TwoChannel.Site);
        rig.Run(3);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
        return rig;
    }

    // The raise contactor has welded, and the stroke was just stopped.
    private static LaneRig Welded()
    {
        LaneRig rig = Down();
        rig.Street.WeldContactor(TwoChannel.Raise);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("quay.raise"), 3, "drive on");
        rig.Run(2);
        rig.Command(CommandOp.Stop);
        rig.RunUntil(() => !rig.Is("quay.raise"), 0.1, "drive off");
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear);
        return rig;
    }

    private static double Height(LaneRig rig) => rig.Street.Snapshot().Lanes[0].Barriers[0];

    private static string[] Latched(LaneRig rig) => rig.Names(rig.Cabinet.Controller.LatchedTrips);

    private static void Done(LaneRig rig, CommandOp op)
    {
        int ticket = rig.Command(op);
        rig.RunUntil(() => rig.Last(ticket).Stage == AckStage.Done, 10, $"{op} done");
    }

    private static void Cleared(LaneRig rig)
    {
        int reset = rig.Command(CommandOp.Reset);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Done, rig.Last(reset).Stage, $"{rig.Last(reset).Reason}: {string.Join(" ", rig.Last(reset).Trips)}");
        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
    }
}
