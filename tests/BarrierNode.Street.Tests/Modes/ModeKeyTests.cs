using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class ModeKeyTests
{
    [TestMethod]
    public void LocalKey_Turned_RefusesTheControlRoomAndObeysThePanel()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Local, rig.Promenade0.Mode);
        CollectionAssert.AreEqual(new[] { "localMode" }, rig.Holds);
        CollectionAssert.AreEqual(new[] { "localMode" }, rig.HeldBy(CommandOp.Lower));
        CollectionAssert.AreEqual(new[] { "localMode" }, rig.HeldBy(CommandOp.KeepOpen));
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.ModeChanged && e.A == (int)LaneMode.Local));

        rig.Press(ModeRig.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "the panel opens");

        rig.Street.SetContact(ModeRig.LocalKey, false);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Remote, rig.Promenade0.Mode);
        Assert.IsEmpty(rig.Holds);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "the control room closes again");
    }

    [TestMethod]
    public void LocalKey_TurnedDuringARemoteMove_LetsItEnd()
    {
        LaneRig rig = ModeRig.Of();
        rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Lowering, 1, "lowering");
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down");
    }

    [TestMethod]
    public void MaintenanceKey_TurnedDuringAMove_StopsItAndNothingIsCommanded()
    {
        LaneRig rig = ModeRig.Of();
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Lowering, 1, "lowering");
        rig.Run(0.5);
        rig.Street.SetContact(ModeRig.MaintenanceKey, true);
        rig.Run(0.1);
        Assert.IsFalse(rig.Lowers());
        Assert.AreEqual(AckStage.Aborted, rig.Last(lower).Stage);
        Assert.AreEqual(RefusalReason.Released, rig.Last(lower).Reason);
        Assert.AreEqual(LaneMode.Maintenance, rig.Promenade0.Mode);
        CollectionAssert.AreEqual(new[] { "maintenanceMode" }, rig.HeldBy(CommandOp.Lower));
        CollectionAssert.AreEqual(new[] { "maintenanceMode" }, rig.HeldBy(CommandOp.Raise));
        rig.Run(60);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
    }

    [TestMethod]
    public void MaintenanceMode_Panel_MovesOnlyWhileTheButtonIsHeld()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.MaintenanceKey, true);
        rig.Run(0.2);
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.RunUntil(rig.Lowers, 0.5, "lowering");
        rig.Run(0.5);
        Assert.IsTrue(rig.Lowers());
        rig.Street.SetContact(ModeRig.Lower, false);
        rig.Run(0.15);
        Assert.IsFalse(rig.Lowers());
        rig.Run(30);
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "and it stays where it is");
    }

    [TestMethod]
    public void TestKey_Turned_RefusesTheControlRoomAndObeysThePanel()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.TestKey, true);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Test, rig.Promenade0.Mode);
        CollectionAssert.AreEqual(new[] { "testMode" }, rig.HeldBy(CommandOp.Lower));
        rig.Press(ModeRig.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "the panel opens");
    }

    [TestMethod]
    public void Keys_SeveralTurned_TheOneThatAllowsLeastCounts()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Street.SetContact(ModeRig.TestKey, true);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Test, rig.Promenade0.Mode);
        rig.Street.SetContact(ModeRig.MaintenanceKey, true);
        rig.Run(0.2);
        Assert.AreEqual(LaneMode.Maintenance, rig.Promenade0.Mode);
        CollectionAssert.AreEqual(new[] { "maintenanceMode" }, rig.Holds);
    }

    [TestMethod]
    [DataRow(ModeRig.MaintenanceKey)]
    [DataRow(ModeRig.TestKey)]
    public void ServiceMode_LongerThanTheSiteAllows_HoldsTheLaneUntilTheKeyIsTurnedBack(string key)
    {
        LaneRig rig = ModeRig.Of("serviceModeMaxMin: 1");
        rig.Street.SetContact(key, true);
        rig.Run(59);
        CollectionAssert.DoesNotContain(rig.Holds, "serviceExpired");
        rig.Street.SetContact(ModeRig.Lower, true);
        rig.RunUntil(rig.Lowers, 0.5, "the panel moves it");
        rig.Run(1);
        Assert.IsFalse(rig.Lowers(), "what moves when the time is over stops");
        CollectionAssert.Contains(rig.Holds, "serviceExpired");
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.HoldSet && e.A == (int)LaneHold.ServiceExpired));

        rig.Street.SetContact(ModeRig.Lower, false);
        rig.Run(1);
        rig.Press(ModeRig.Lower);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        CollectionAssert.AreEqual(new[] { "serviceExpired" }, rig.Events.Last(e => e.Code == EventCode.WishRefused).Why);

        rig.Street.SetContact(key, false);
        rig.Run(0.2);
        Assert.IsEmpty(rig.Holds);
        rig.Open();
    }

    [TestMethod]
    public void LocalMode_LongerThanTheSiteAllowsService_DoesNotExpire()
    {
        LaneRig rig = ModeRig.Of("serviceModeMaxMin: 1");
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Run(180);
        CollectionAssert.AreEqual(new[] { "localMode" }, rig.Holds);
    }
}
