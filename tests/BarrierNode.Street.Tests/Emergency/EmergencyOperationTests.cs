using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>The emergency fast operation.</summary>
[TestClass]
public class EmergencyOperationTests
{
    [TestMethod]
    public void Efo_ByCommand_RaisesFastAfterItsOwnWarning()
    {
        LaneRig rig = EmergencyLane.Rig();
        int efo = rig.Command(CommandOp.EmergencyOperation);
        long asked = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        Assert.IsInRange(500_000L, 600_000L, rig.Clock.NowUs - asked, "the warning before an emergency stroke is 500 ms, not 1000");
        Assert.IsTrue(rig.Is("lane.efoValve"), "the fast valve opens with the drive");
        Assert.IsTrue(rig.Is("lane.efoLight"));
        rig.RunUntil(() => rig.Position == LanePosition.Up, 2.5, "up");
        rig.Run(0.1);
        Assert.IsFalse(rig.Is("lane.efoValve"));
        Assert.AreEqual(AckStage.Done, rig.Last(efo).Stage);
        Assert.AreEqual((int)AskedBy.Command, rig.Only(EventCode.EmergencyOperationStarted).A);
        Assert.AreEqual((int)MoveOrigin.EmergencyOperation, rig.Only(EventCode.MoveAsked).A);
        Assert.AreEqual(0, rig.Count(EventCode.EmergencyStrokeSlow));
        CollectionAssert.Contains(rig.Promenade0.Holds, "emergencyOperation");
    }

    [TestMethod]
    public void Efo_LaneThatTakesNone_IsNotFitted()
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EquipmentSite.Lane());
        rig.Run(3);
        Assert.AreEqual(RefusalReason.NotFitted, rig.Ask(CommandOp.EmergencyOperation).Reason);
        rig.Run(3);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Efo_InForce_IsLoweredByNobodyUntilItEnds() // H29
    {
        LaneRig rig = EmergencyLane.Rig(start: StreetStart.BarriersUp);
        rig.Press("efoButton");
        Assert.AreEqual((int)AskedBy.Button, rig.Only(EventCode.EmergencyOperationStarted).A);

        Answer lower = rig.Ask(CommandOp.Lower);
        Assert.AreEqual(RefusalReason.Held, lower.Reason);
        CollectionAssert.AreEqual(new[] { "emergencyOperation" }, lower.BlockedBy);
        rig.Set("lowerButton", true);
        rig.Run(5);
        rig.Set("lowerButton", false);
        Assert.AreEqual(LanePosition.Up, rig.Position, "the panel is locked");

        rig.Press("efoReset");
        Assert.AreEqual((int)AskedBy.Key, rig.Only(EventCode.EmergencyOperationEnded).A);
        CollectionAssert.DoesNotContain(rig.Promenade0.Holds, "emergencyOperation");
        Assert.IsFalse(rig.Is("lane.efoLight"));
        Assert.IsFalse(rig.EverMoved(), "its end moves nothing");
        rig.Ask(CommandOp.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }

    [TestMethod]
    public void Efo_ButtonStillPressed_IsNotEnded()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Set("efoButton", true);
        rig.Run(4);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Ask(CommandOp.EmergencyOperationEnd).Reason);
        rig.Press("efoReset");
        Assert.AreEqual(0, rig.Count(EventCode.EmergencyOperationEnded));
        rig.Set("efoButton", false);
        rig.Run(0.2);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.EmergencyOperationEnd).Stage);
        Assert.AreEqual((int)AskedBy.Command, rig.Only(EventCode.EmergencyOperationEnded).A);
        Assert.AreEqual(RefusalReason.NothingToUndo, rig.Ask(CommandOp.EmergencyOperationEnd).Reason);
    }

    [TestMethod]
    public void Efo_VehicleOnTheLoop_WaitsAndRaisesWhenItHasGone() // H5
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Street.CutWire(41);
        rig.Run(0.2);
        rig.Ask(CommandOp.EmergencyOperation);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.IsFalse(rig.EverMoved());
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.LastWhy());
        rig.Street.MendWire(41);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 5, "up after the loop's hold, the warning and the stroke");
    }

    [TestMethod]
    public void Efo_VehicleDuringTheStroke_IsReversedAndTriedAgain() // H5
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Street.CutWire(41);
        rig.RunUntil(() => rig.Is("lane.lower"), 1, "reversed");
        Assert.IsFalse(rig.Is("lane.efoValve"), "the fast valve is closed when the lane is lowered");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Street.MendWire(41);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 6, "up");
        Assert.AreEqual(1, rig.Count(EventCode.Reversed));
    }

    [TestMethod]
    public void Efo_ObstructionDuringTheStroke_GivesAPersonTimeToGetAway() // H13
    {
        LaneRig rig = EmergencyLane.Rig("retryDelayMs: 8000");
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Set("obstruction", true);
        rig.RunUntil(() => rig.Is("lane.lower"), 1, "reversed");
        rig.Set("obstruction", false);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        long down = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 10, "tried again");
        Assert.IsGreaterThan(8_000_000L, rig.Clock.NowUs - down);
    }

    [TestMethod]
    public void Efo_StoppedByCommand_StandsStillAndStaysInForce()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Ask(CommandOp.Stop);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        CollectionAssert.Contains(rig.Promenade0.Holds, "emergencyOperation");
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 4, "started again by a person");
        Assert.AreEqual(2, rig.Count(EventCode.EmergencyOperationStarted));
    }

    [TestMethod]
    public void Efo_EmergencyStopAndReset_DoesNotStartAgainByItself()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Street.EmergencyStopPressed = true;
        rig.Run(2);
        rig.Street.EmergencyStopPressed = false;
        rig.Run(1);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Reset).Stage);
        int moves = rig.Count(EventCode.MoveStarted);
        rig.Run(20);
        Assert.AreEqual(moves, rig.Count(EventCode.MoveStarted), "a reset never restarts");
        CollectionAssert.Contains(rig.Promenade0.Holds, "emergencyOperation");
    }

    [TestMethod]
    public void Efo_PowerCut_IsStillInForceButMovesNothing() // H3, H4
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Restart();
        int moves = rig.Count(EventCode.MoveStarted);
        rig.Run(30);
        Assert.AreEqual(moves, rig.Count(EventCode.MoveStarted));
        Assert.IsTrue(rig.Is("lane.efoLight"));
        Assert.AreEqual("emergencyOperation", rig.Ask(CommandOp.Lower).BlockedBy.Single());
        rig.Press("efoReset");
        rig.Restart();
        rig.Run(1);
        Assert.IsFalse(rig.Is("lane.efoLight"), "its end is remembered too");
    }

    [TestMethod]
    public void Efo_ButtonHeldWhileThePowerComesBack_StartsNothing() // H4
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Set("efoButton", true);
        rig.Restart();
        rig.Run(20);
        Assert.AreEqual(0, rig.Count(EventCode.EmergencyOperationStarted));
        Assert.IsFalse(rig.EverMoved());
        rig.Set("efoButton", false);
        rig.Run(0.2);
        rig.Press("efoButton");
        Assert.AreEqual(1, rig.Count(EventCode.EmergencyOperationStarted), "a fresh press counts");
    }

    [TestMethod]
    public void Efo_FourthStartByCommandWithinAMinute_IsTooOften() // H29
    {
        LaneRig rig = EmergencyLane.Rig(start: StreetStart.BarriersUp);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.EmergencyOperation).Stage);
            Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.EmergencyOperationEnd).Stage);
        }

        Assert.AreEqual(RefusalReason.TooOften, rig.Ask(CommandOp.EmergencyOperation).Reason);
        Assert.AreEqual(3, rig.Count(EventCode.EmergencyOperationStarted));
        rig.Press("efoButton");
        Assert.AreEqual(4, rig.Count(EventCode.EmergencyOperationStarted), "the guarded button on site is not limited");
        rig.Press("efoReset");
        rig.Run(60);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.EmergencyOperation).Stage);
    }

    [TestMethod]
    public void Efo_UnderDuress_LooksLikeAnyOtherAndIsTold() // H29
    {
        LaneRig rig = EmergencyLane.Rig();
        Answer answer = rig.Ask(CommandOp.EmergencyOperation, argument: 1);
        Assert.AreEqual(AckStage.Done, answer.Stage);
        Assert.AreEqual((int)AskedBy.Command, rig.Only(EventCode.Duress).A);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 4, "up");
        Assert.AreEqual(RefusalReason.OutOfRange, rig.Ask(CommandOp.EmergencyOperation, argument: 2).Reason);
    }

    [TestMethod]
    public void DuressButton_Pressed_IsToldAndShowsNothing() // H29
    {
        LaneRig rig = EmergencyLane.Rig();
        int outputs = rig.Cabinet.Outputs;
        State before = rig.Promenade0;
        rig.Set("duressButton", true);
        rig.Run(0.5);
        Assert.AreEqual((int)AskedBy.Button, rig.Only(EventCode.Duress).A);
        Assert.AreEqual(outputs, rig.Cabinet.Outputs);
        Assert.AreSame(before, rig.Promenade0, "not even the state message shows it");
    }

    [TestMethod]
    public void Efo_FastValveWithoutEffect_TellsTheSlowStroke()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Street.CutWire(47);
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        rig.Run(0.1);
        Happening slow = rig.Only(EventCode.EmergencyStrokeSlow);
        Assert.IsInRange(4_900, 5_300, slow.A);
        Assert.AreEqual(2500, slow.B);
    }

    [TestMethod]
    public void Efo_StrokeThatNeverEnds_HasNeverTheFastValveOpenWithoutTheDrive() // H21
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Street.CutWire(7);
        rig.Ask(CommandOp.EmergencyOperation);
        int open = 0;
        for (int scan = 0; scan < 600; scan++)
        {
            rig.Run(0.02);
            open += rig.Is("lane.efoValve") ? 1 : 0;
            Assert.AreEqual(rig.Is("lane.raise"), rig.Is("lane.efoValve"), $"scan {scan}");
        }

        Assert.IsGreaterThan(300, open, "8 s until the stroke overruns");
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
    }

    [TestMethod]
    public void Efo_BarrierForcedDown_IsRaisedAgain()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 4, "up");
        rig.Street.CutWire(7);
        rig.Run(0.5);
        rig.Street.MendWire(7);
        rig.Run(2);
        Assert.AreEqual(2, rig.Events.Count(e => e.Code == EventCode.MoveAsked && e.A == (int)MoveOrigin.EmergencyOperation));
    }

    [TestMethod]
    public void EfoButton_OfTheWholeSite_RaisesEveryLane()
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EquipmentSite.SallyPort(
            settings: "settings: { efoEnabled: 1 }", top: ["inputs: [{ role: efo-button, pin: 9 }]"]));
        rig.Run(3);
        rig.Street.SetContact("efoButton", true);
        rig.RunUntil(() => rig.Cabinet.Controller.Position(0) == LanePosition.Up && rig.Cabinet.Controller.Position(1) == LanePosition.Up, 8, "both up");
        Assert.AreEqual(2, rig.Count(EventCode.EmergencyOperationStarted));
    }
}
