using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class AutomaticRaiseTests
{
    private const string Automatic = "reraiseAfterTransitMs: 3000, unattendedWarningMs: 5000";

    [TestMethod]
    public void AfterTransit_LoopsClear_RaisesAfterTheWaitAndTheLongWarning()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position, "nobody has passed yet");

        rig.Pass();
        rig.RunUntil(() => rig.Promenade0.BlockedBy.Length == 0, 3, "clear");
        long clearUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.warning"), 4, "warning");
        Assert.IsInRange(2.9, 3.1, (rig.Clock.NowUs - clearUs) / 1e6);
        long warnedUs = rig.Clock.NowUs;
        rig.RunUntil(rig.Raises, 7, "raising");

        // H14
        Assert.IsInRange(5.0, 5.2, (rig.Clock.NowUs - warnedUs) / 1e6, "nobody has asked for it: it warns long");
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        Assert.AreEqual((int)MoveOrigin.Automatic, rig.Events.Last(e => e.Code == EventCode.MoveAsked).A);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H6
    [TestMethod]
    public void AfterTransit_SecondVehicleFollows_TheWaitBeginsAnew()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Street.SendCar("lane");
        rig.RunUntil(() => rig.Promenade0.BlockedBy.Length > 0, 8, "the first is on the loops");
        rig.RunUntil(() => rig.Promenade0.BlockedBy.Length == 0, 8, "and has left them");
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Run(2);
        rig.Street.MendWire(ModeRig.EntryLoopPin);
        rig.RunUntil(() => rig.Promenade0.BlockedBy.Length == 0, 8, "so has the second");
        rig.Run(2.8);
        Assert.IsFalse(rig.Is("lane.warning"));
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "up");
        Assert.AreEqual(2, rig.Count(EventCode.MoveStarted), "opened once, closed once");
        Assert.AreEqual(0, rig.Street.Strikes);
        Assert.AreEqual(0, rig.Street.Collisions);
    }

    // H5
    [TestMethod]
    public void AfterTransit_VehicleComesDuringTheWarning_LetsItPassAndRaisesLater()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Pass();
        rig.RunUntil(() => rig.Is("lane.warning"), 6, "warning");
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Run(20);
        Assert.IsFalse(rig.Is("lane.warning"));
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Street.MendWire(ModeRig.EntryLoopPin);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 18, "up");
        Assert.AreEqual(0, rig.Count(EventCode.Reversed));
    }

    [TestMethod]
    public void NoTransit_NobodyPasses_RaisesAfterItsTime()
    {
        LaneRig rig = ModeRig.Opened("reraiseNoTransitMs: 30000");
        rig.Run(28);
        Assert.IsFalse(rig.Is("lane.warning"));
        rig.RunUntil(() => rig.Is("lane.warning"), 3, "warning");
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "up");
    }

    [TestMethod]
    public void SemiAutomatic_VehicleHasPassed_StaysDownUntilACommand()
    {
        LaneRig rig = ModeRig.Opened();
        rig.Pass();
        rig.Run(600);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "up");
    }

    [TestMethod]
    public void Automatic_SwitchedOff_StaysDownOverAPowerCutAndTellsWhy()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Order(CommandOp.Automatic, 0);
        CollectionAssert.AreEqual(new[] { "automaticOff" }, rig.Holds);
        rig.Pass();
        rig.Run(30);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "automaticOff" }, rig.Events.Last(e => e.Code == EventCode.WishRefused).Why);

        rig.Restart();
        rig.Run(1);
        CollectionAssert.Contains(rig.Holds, "automaticOff");
        rig.Order(CommandOp.Automatic, 1);
        CollectionAssert.DoesNotContain(rig.Holds, "automaticOff");
        rig.Restart();
        rig.Run(1);
        CollectionAssert.DoesNotContain(rig.Holds, "automaticOff");
    }

    [TestMethod]
    public void Automatic_SwitchedOnAgain_RaisesWhatHasWaited()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Order(CommandOp.Automatic, 0);
        rig.Pass();
        rig.Run(30);
        rig.Order(CommandOp.Automatic, 1);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "up");
    }

    [TestMethod]
    public void Automatic_OtherArgument_IsOutOfRange()
    {
        LaneRig rig = ModeRig.Of(Automatic);
        Assert.AreEqual(RefusalReason.OutOfRange, rig.Refused(CommandOp.Automatic, 2));
        Assert.IsEmpty(rig.Holds);
    }

    [TestMethod]
    public void AutomaticRaise_Stopped_WaitsForSomebodyWhoMovesTheLane()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Pass();
        rig.RunUntil(() => rig.Is("lane.warning"), 6, "warning");
        rig.Order(CommandOp.Stop);
        rig.Pass();
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "up");
        rig.Open();
        rig.Pass();
        rig.RunUntil(() => rig.Position == LanePosition.Up, 18, "automatic again");
    }

    [TestMethod]
    public void AutomaticRaise_TrippedAndReset_MovesNothing()
    {
        LaneRig rig = ModeRig.Opened(Automatic);
        rig.Pass();
        rig.Street.EmergencyStopPressed = true;
        rig.Run(10);
        rig.Street.EmergencyStopPressed = false;
        rig.Run(1);
        rig.Order(CommandOp.Reset);
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.MoveStarted));
    }

    // H3, H4
    [TestMethod]
    public void AutomaticRaise_NodeRestartedWithTheLaneOpen_MovesNothing()
    {
        LaneRig rig = ModeRig.Opened(Automatic + ", reraiseNoTransitMs: 10000");
        rig.Run(5);
        rig.Restart();
        rig.Run(30);
        rig.Pass();
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.MoveStarted));
    }

    [TestMethod]
    [DataRow(0, RefusalReason.Busy)]
    [DataRow(1, RefusalReason.None)]
    public void RaiseCommand_DuringALowering_IsTakenWhereTheSiteWantsIt(int accepted, RefusalReason expected)
    {
        LaneRig rig = ModeRig.Of($"commandsDuringPause: {accepted}");
        rig.Command(CommandOp.Lower);
        rig.RunUntil(rig.Lowers, 1, "lowering");
        rig.Run(0.5);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(expected, rig.Last(raise).Reason);
        Assert.IsEmpty(rig.Last(raise).BlockedBy);
        rig.Run(20);
        Assert.AreEqual(expected == RefusalReason.Busy ? LanePosition.Down : LanePosition.Up, rig.Position);
    }

    [TestMethod]
    public void RaiseCommand_DuringWarningMoveAndDeadTime_IsRefusedButLowerAndStopAreTaken()
    {
        LaneRig rig = ModeRig.Opened("commandsDuringPause: 0");
        rig.Run(1);
        rig.Command(CommandOp.Raise);
        rig.Run(0.5);
        Assert.AreEqual(RefusalReason.Busy, rig.Refused(CommandOp.Raise), "warning");
        rig.RunUntil(rig.Raises, 2, "raising");
        rig.Run(1);
        Assert.AreEqual(RefusalReason.Busy, rig.Refused(CommandOp.Raise), "moving");
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(rig.Lowers, 1, "a lowering is taken");
        rig.Run(0.2);
        rig.Order(CommandOp.Stop);
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(lower).Reason, "a stop is taken");
        Assert.AreEqual(RefusalReason.Busy, rig.Refused(CommandOp.Raise), "dead time");
        rig.Run(1);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "at rest it is taken");
    }
}
