using BarrierNode.Control;

namespace BarrierNode.Street.Tests;

/// <summary>What a lane of bollards does in the street: the firmware's controller, the plant, virtual time.</summary>
[TestClass]
public class LaneTests
{
    private static LaneRig Down()
    {
        var rig = new LaneRig(StreetStart.BarriersDown);
        rig.Run(3);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        return rig;
    }

    [TestMethod]
    public void Node_AfterReset_MovesNothingAndShowsRed()
    {
        var rig = new LaneRig();
        rig.Run(30);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsTrue(rig.Promenade0.Protected);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal);
        Assert.IsEmpty(rig.Answers);
        Assert.IsFalse(rig.Events.Any(e => e.Code == EventCode.MoveStarted));
    }

    [TestMethod]
    public void Raise_EmptyLane_FollowsTheStrokeAndEndsUpFromTheLimitSwitch()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("promenade.raise"), 1.2, "drive on");
        long onUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "done");
        double strokeS = (rig.Clock.NowUs - onUs) / 1e6;
        Assert.IsInRange(4.9, 5.3, strokeS, "the modelled stroke is 5 s");
        CollectionAssert.AreEqual(new[] { AckStage.Accepted, AckStage.Moving, AckStage.Done }, rig.Stages(raise));
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsFalse(rig.Is("promenade.raise"));
        rig.Run(0.1);
        Assert.IsTrue(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void Raise_UpperLimitWireCut_IsNeverUpAndTripsAfterTheStrokeTimeout()
    {
        LaneRig rig = Down();
        rig.Street.CutWire(Promenade.Up[1]);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 12, "aborted");
        Assert.AreEqual(RefusalReason.StrokeOverrun, rig.Last(raise).Reason);
        rig.Run(0.1);
        Assert.IsFalse(rig.Is("promenade.raise"));
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.IsFalse(rig.Promenade0.Protected, "one bollard is not proven up");

        int again = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(again).Reason);
        Assert.AreEqual(LaneMode.Remote, rig.Depot.Mode, "a lane's trip leaves its neighbour alone");
    }

    [TestMethod]
    public void Raise_BeforeMoving_WarnsForTheWholeWarningTime()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("warning"), 0.1, "warning on");
        long warnedUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("promenade.raise"), 2, "drive on");
        Assert.IsGreaterThanOrEqualTo(1_000_000, rig.Clock.NowUs - warnedUs);
    }

    [TestMethod]
    public void Raise_CarOnTheLoop_IsRefusedAndNamesTheLoop()
    {
        LaneRig rig = Down();
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Promenade0.BlockedBy);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Refused, rig.Last(raise).Stage);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Last(raise).BlockedBy);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    [TestMethod]
    public void Raise_CarDrivesOnDuringTheStroke_ReversesAndStaysDown()
    {
        LaneRig rig = Down();
        int car = rig.Street.SendCar(Promenade.Lane);
        rig.Run(3);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Street.Snapshot().Cars[0].Waiting, 3, "the car waits at the stop line, for it sees red");
        Assert.AreEqual(LanePosition.Raising, rig.Position);
        rig.Street.DriveOn(car);
        rig.RunUntil(() => rig.Position == LanePosition.Lowering, 5, "reversal");
        Assert.AreEqual(AckStage.Aborted, rig.Last(raise).Stage);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Last(raise).BlockedBy);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down again");
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position, "stays down until a new command");
        Assert.AreEqual(0, rig.Street.Strikes);
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.Reversed && e.Why.SequenceEqual(["entryLoop"])));
    }

    [TestMethod]
    public void Reversal_ChangeOfDirection_WaitsOutTheDeadTime()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(2);
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.RunUntil(() => !rig.Is("promenade.raise"), 0.1, "raise off");
        long offUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("promenade.lower"), 1, "lower on");
        Assert.IsGreaterThanOrEqualTo(300_000, rig.Clock.NowUs - offUs);
    }

    [TestMethod]
    public void EmergencyStop_DuringAStroke_DropsEveryOutputInTheSameScanAndStaysLatched()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        int close = rig.Command(CommandOp.Raise, 1);
        rig.RunUntil(() => rig.Is("promenade.raise") && rig.Is("depot.raise"), 4, "both lanes move");
        rig.Run(0.5);
        rig.Street.EmergencyStopPressed = true;
        int scans = 0;
        while (rig.Cabinet.Outputs != 0)
        {
            rig.Clock.Advance(VirtualCabinet.ScanPeriodUs);
            scans++;
            Assert.IsLessThanOrEqualTo(1, scans, "every output is off in the scan that sees the stop");
        }

        rig.Run(1);
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(raise).Reason);
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(close).Reason);
        Assert.IsTrue(rig.Is("promenade.red"), "the signal shows red again at once: a dark barrier is a hazard");

        rig.Street.EmergencyStopPressed = false;
        rig.Run(30);
        Assert.IsFalse(rig.Is("promenade.raise") || rig.Is("promenade.lower") || rig.Is("depot.raise"), "latched");
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.IsFalse(rig.Cabinet.Controller.NodeClear);
        Assert.IsFalse(rig.Street.Snapshot().PermissionAlive, "the permission pulse has ended");
    }

    [TestMethod]
    public void Reset_EmergencyStopStillPressed_IsRefusedWithTheCause()
    {
        LaneRig rig = Down();
        rig.Street.EmergencyStopPressed = true;
        rig.Run(0.2);
        int reset = rig.Command(CommandOp.Reset);
        rig.Run(0.2);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Last(reset).Reason);
        CollectionAssert.AreEqual(new[] { "emergencyStop" }, rig.Last(reset).Trips);
    }

    [TestMethod]
    public void Reset_CauseGone_ClearsButMovesNothing()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(1);
        rig.Street.EmergencyStopPressed = true;
        rig.Run(1);
        rig.Street.EmergencyStopPressed = false;
        rig.Run(1);
        int reset = rig.Command(CommandOp.Reset);
        rig.Run(30);
        Assert.AreEqual(AckStage.Done, rig.Last(reset).Stage);
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "a reset never restarts");
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 10, "a new command works");
    }

    [TestMethod]
    public void ResetButton_OnSite_ClearsTheLatch()
    {
        LaneRig rig = Down();
        rig.Street.EmergencyStopPressed = true;
        rig.Run(1);
        rig.Street.EmergencyStopPressed = false;
        rig.Run(1);
        rig.Street.ResetPressed = true;
        rig.Run(0.3);
        rig.Street.ResetPressed = false;
        rig.Run(0.3);
        Assert.AreEqual(LaneMode.Remote, rig.Promenade0.Mode);
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.TripReset && e.Why.SequenceEqual(["emergencyStop"])));
    }

    [TestMethod]
    public void RemoteEmergencyStop_OfOneLane_LatchesThatLaneOnly()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(0.1);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.IsFalse(rig.Is("promenade.raise"));
        Assert.AreEqual(LaneMode.Remote, rig.Depot.Mode);
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear);
    }

    [TestMethod]
    public void Stop_DuringAStroke_HaltsWhereItIs()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(2);
        int stop = rig.Command(CommandOp.Stop);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        Assert.AreEqual(AckStage.Done, rig.Last(stop).Stage);
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(raise).Reason);
        Assert.IsFalse(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void Stop_RightAfterTheDriveStarts_IsNoLostPosition()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("promenade.raise"), 3, "drive on");
        rig.Run(0.1);
        rig.Command(CommandOp.Stop);
        rig.Run(5);
        Assert.IsFalse(rig.Events.Any(e => e.Code == EventCode.PositionLost));
    }

    [TestMethod]
    public void Restart_InMidStroke_MovesNothingAndPositionIsUnknown()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(2);
        rig.Restart();
        double height = rig.Street.Snapshot().Lanes[0].Barriers[0];
        rig.Run(60);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsFalse(rig.Promenade0.Protected);
        Assert.AreEqual(height, rig.Street.Snapshot().Lanes[0].Barriers[0], 0.03, "only the valve's delay still moved it");
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 5, "an operator's command ends it");
    }

    [TestMethod]
    public void LatchedTrip_OverAPowerCut_StaysLatched()
    {
        LaneRig rig = Down();
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(1);
        rig.Restart(rig.Cabinet.Controller.LatchedTrips);
        rig.Run(1);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.2);
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(raise).Reason);
    }

    [TestMethod]
    public void Green_OnlyWithEveryBollardProvenDownAndNothingAboutToMove()
    {
        LaneRig rig = Down();
        Assert.AreEqual(LaneSignal.Green, rig.Promenade0.Signal);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("warning"), 0.1, "warning");
        Assert.IsFalse(rig.Is("promenade.green"), "red from the first moment of the warning");
        Assert.IsTrue(rig.Is("promenade.red"));
        rig.RunUntil(() => rig.Position == LanePosition.Up, 10, "up");
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal);
    }

    [TestMethod]
    public void Lower_WhileRaising_TakesOver()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(2);
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 5, "down");
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(raise).Reason);
    }

    [TestMethod]
    public void Bollard_SinksWithoutCommand_IsAnEventAndNoLongerProtected()
    {
        var rig = new LaneRig();
        rig.Run(3);
        rig.Street.CutWire(Promenade.Up[0]);
        rig.Run(0.2);
        Assert.IsFalse(rig.Promenade0.Protected);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.PositionLost && e.Lane == 0));
    }

    [TestMethod]
    public void Quiet_WhileSomethingMoves_IsNotGranted()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        rig.Cabinet.Controller.Quiet.Ask();
        rig.Run(2);
        Assert.IsFalse(rig.Cabinet.Controller.Quiet.Granted, "warning and stroke come first");
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "done");
        rig.Run(0.1);
        Assert.IsTrue(rig.Cabinet.Controller.Quiet.Granted);
    }

    [TestMethod]
    public void Quiet_WhileGranted_HoldsTheDriveBackUntilItIsGivenBack()
    {
        LaneRig rig = Down();
        rig.Cabinet.Controller.Quiet.Ask();
        rig.Run(0.1);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(2.5);
        Assert.IsFalse(rig.Is("promenade.raise"));
        rig.Cabinet.Controller.Quiet.GiveBack();
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "goes on afterwards");
    }

    [TestMethod]
    public void LateScan_DuringAStroke_DropsMotionAndNeedsANewCommand()
    {
        LaneRig rig = Down();
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(1);
        rig.Stalled = true;
        rig.Run(0.12);
        rig.Stalled = false;
        rig.Run(0.02);
        Assert.IsFalse(rig.Is("promenade.raise"));
        rig.Run(30);
        Assert.AreEqual(RefusalReason.LateScan, rig.Last(raise).Reason);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        int again = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(again).Stage == AckStage.Done, 8, "a fresh command re-arms");
    }

    [TestMethod]
    public void LimitSwitches_BothEndsAtOnce_TripTheLane()
    {
        var rig = new LaneRig();
        rig.Run(2);
        rig.Street.ShortWire(Promenade.Down);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.IsFalse(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void Detector_Events_NameTheLaneThatItProtects()
    {
        LaneRig rig = Down();
        rig.Events.Clear();
        rig.Street.CutWire(Promenade.ExitLoop);
        rig.Street.CutWire(Promenade.GateLoop);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { 0, 1 }, rig.Events.Where(e => e.Code == EventCode.Detected).Select(e => e.Lane).ToArray());
    }

    [TestMethod]
    public void Gate_Closing_StopsAndOpensForACarOnItsLoop()
    {
        LaneRig rig = Down();
        int close = rig.Command(CommandOp.Raise, 1);
        rig.RunUntil(() => rig.Is("depot.raise"), 4, "closing");
        rig.Run(3);
        rig.Street.CutWire(Promenade.GateLoop);
        rig.RunUntil(() => rig.Is("depot.lower"), 1, "opens again after the dead time");
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(close).Reason);
    }

    [TestMethod]
    public void Reaction_InputToOutput_IsAtMostOneScanAtTenThousandRandomMoments()
    {
        const int moments = 10_000;
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Down();
        int[] worst = new int[3];
        int[] inputs = [Promenade.EntryLoop, Promenade.ExitLoop, Promenade.EmergencyStop];
        for (int i = 0; i < moments; i++)
        {
            rig.Command(CommandOp.Raise);
            rig.RunUntil(() => rig.Is("promenade.raise"), 3, "drive on");
            rig.Clock.Advance(random.Next(200_000));
            int which = random.Next(inputs.Length);
            rig.Street.CutWire(inputs[which]);
            long fromUs = rig.Clock.NowUs;
            while (rig.Is("promenade.raise"))
            {
                rig.Clock.Advance(250);
            }

            worst[which] = Math.Max(worst[which], (int)(rig.Clock.NowUs - fromUs));
            rig.Street.MendWire(inputs[which]);
            rig.Run(1.1);
            rig.Command(CommandOp.Reset);
            rig.Run(0.1);
            rig.Command(CommandOp.Lower);
            rig.RunUntil(() => rig.Position == LanePosition.Down, 6, $"down again (moment {i}, seed {seed})");
            rig.Answers.Clear();
            rig.Events.Clear();
        }

        Console.WriteLine($"{moments} moments; worst: entry loop {worst[0]} us, exit loop {worst[1]} us, emergency stop {worst[2]} us");
        foreach (int us in worst)
        {
            Assert.IsInRange(1, VirtualCabinet.ScanPeriodUs, us, $"seed {seed}");
        }
    }
}
