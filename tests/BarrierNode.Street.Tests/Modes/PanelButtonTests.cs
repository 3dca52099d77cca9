using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class PanelButtonTests
{
    [TestMethod]
    public void TwoButtons_Pressed_MoveToTheEndAndTellWho()
    {
        LaneRig rig = ModeRig.Of();
        rig.Press(ModeRig.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down");
        rig.Press(ModeRig.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        CollectionAssert.AreEqual(
            new[] { (int)MoveOrigin.Panel, (int)MoveOrigin.Panel }, rig.Events.Where(e => e.Code == EventCode.MoveAsked).Select(e => e.A).ToArray());
    }

    [TestMethod]
    public void LowerButton_DuringTheWarningOfARaise_EndsIt()
    {
        LaneRig rig = ModeRig.Opened();
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.5);
        rig.Press(ModeRig.Lower);
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(raise).Reason);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.MoveStarted), "the barrier has not moved since it was opened");
    }

    [TestMethod]
    public void Buttons_BothPressed_StopTheLane()
    {
        LaneRig rig = ModeRig.Of();
        rig.Press(ModeRig.Lower);
        rig.Run(0.5);
        Assert.IsTrue(rig.Lowers());
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
    }

    [TestMethod]
    public void StepMode_OneButton_OpensStopsClosesStops()
    {
        LaneRig rig = ModeRig.Of("stepMode: 1");
        rig.Press(ModeRig.Raise);
        rig.Run(0.5);
        Assert.IsTrue(rig.Lowers(), "open");
        rig.Press(ModeRig.Raise);
        rig.Run(2);
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "stop");
        rig.Press(ModeRig.Raise);
        rig.Run(1.2);
        Assert.IsTrue(rig.Raises(), "close, after the warning");
        rig.Press(ModeRig.Raise);
        rig.Run(2);
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "stop");
        rig.Press(ModeRig.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "open");
        rig.Run(1);
        rig.Press(ModeRig.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "close");
    }

    [TestMethod]
    public void HoldToRun_ButtonReleased_StopsInTheWarningAndInTheMove()
    {
        LaneRig rig = ModeRig.Of("holdToRun: 1");
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down while held");
        rig.Street.SetContact(ModeRig.Lower, false);
        rig.Run(1);

        rig.Press(ModeRig.Raise);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position, "released in the warning");

        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 3, "raising");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.Raise, false);
        rig.Run(0.15);
        Assert.IsFalse(rig.Raises());
        rig.Run(10);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        Assert.AreEqual((int)RefusalReason.Released, rig.Events.Last(e => e.Code == EventCode.MoveAborted).A);
    }

    // H13
    [TestMethod]
    public void HoldToRun_RaiseReversed_NeedsTheButtonToBePressedAnew()
    {
        LaneRig rig = ModeRig.Opened("holdToRun: 1");
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 3, "raising");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.Obstruction, true);
        rig.Run(0.1);
        Assert.AreEqual(1, rig.Count(EventCode.Reversed));
        rig.Street.SetContact(ModeRig.Obstruction, false);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position, "it went back all the way, although the button is still held");

        rig.Street.SetContact(ModeRig.Raise, false);
        rig.Run(0.5);
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "pressed anew");
    }

    // H4
    [TestMethod]
    public void Button_StuckWhenTheNodeStarts_MovesNothing()
    {
        var rig = new LaneRig(StreetStart.BarriersUp, site: EquipmentSite.Lane(["settings: { holdToRun: 1 }"]));
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.Run(30);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.AreEqual(0, rig.Count(EventCode.MoveAsked));

        rig.Street.SetContact(ModeRig.Lower, false);
        rig.Run(0.5);
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "once it was released it is a button again");
    }

    [TestMethod]
    public void Button_HeldWhileTheKeyIsTurned_MovesNothingUntilPressedAnew()
    {
        LaneRig rig = ModeRig.Of("panelInRemote: 0, holdToRun: 1");
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.Run(1);
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Street.SetContact(ModeRig.Lower, false);
        rig.Run(0.5);
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down");
    }

    [TestMethod]
    public void PanelInRemote_SwitchedOffByTheSite_NeedsTheKey()
    {
        LaneRig rig = ModeRig.Of("panelInRemote: 0");
        rig.Press(ModeRig.Lower);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Run(0.2);
        rig.Press(ModeRig.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down");
    }

    [TestMethod]
    public void RaiseButton_VehicleOnTheLoop_IsRefusedAndTellsWhy()
    {
        LaneRig rig = ModeRig.Opened();
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Run(0.2);
        rig.Press(ModeRig.Raise);
        Happening refused = rig.Events.Single(e => e.Code == EventCode.WishRefused);
        Assert.AreEqual((int)RefusalReason.Interlocked, refused.A);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, refused.Why);
        rig.Street.MendWire(ModeRig.EntryLoopPin);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position, "a press that was refused is not kept");
    }
}
