using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class FreeExitTests
{
    [TestMethod]
    public void FreeExit_DrivenOn_Opens()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "open");
        Assert.AreEqual((int)MoveOrigin.Automatic, rig.Events.Single(e => e.Code == EventCode.MoveAsked).A);
    }

    [TestMethod]
    public void FreeExit_VehicleComesInOverIt_DoesNotOpen()
    {
        LaneRig rig = Closing();
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.Run(2);
        rig.Street.SetContact(ModeRig.FreeExit, false);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "closed behind it");
        Assert.AreEqual(1, rig.Count(EventCode.MoveStarted) - 1, "opened and closed, not opened again");
    }

    [TestMethod]
    public void FreeExit_VehicleStillStandsThereAfterThePassageOfAnother_StaysOpenForIt()
    {
        LaneRig rig = Closing();
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.Run(30);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Street.SetContact(ModeRig.FreeExit, false);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 20, "closed when it has gone");
    }

    [TestMethod]
    public void FreeExit_StuckDetector_LetsTheLaneCloseAfterAMinute()
    {
        LaneRig rig = ModeRig.Of("reraiseNoTransitMs: 5000");
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.Run(55);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 30, "closed");
        rig.Run(300);
        Assert.AreEqual(LanePosition.Up, rig.Position, "it must be left and entered anew");
    }

    [TestMethod]
    public void FreeExit_LocalMode_IsRefusedAndTellsWhy()
    {
        LaneRig rig = ModeRig.Of();
        rig.Street.SetContact(ModeRig.LocalKey, true);
        rig.Run(0.2);
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        CollectionAssert.AreEqual(new[] { "localMode" }, rig.Events.Single(e => e.Code == EventCode.WishRefused).Why);
    }

    // H4
    [TestMethod]
    public void FreeExit_OccupiedWhenTheNodeStarts_DoesNotOpen()
    {
        var rig = new LaneRig(StreetStart.BarriersUp, site: EquipmentSite.Lane(inputs: ["role: free-exit, pin: 12, debounceMs: 0"]));
        rig.Street.SetContact(ModeRig.FreeExit, true);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    // A vehicle has just come in; the lane will close behind it.
    private static LaneRig Closing()
    {
        LaneRig rig = ModeRig.Opened("reraiseAfterTransitMs: 1000, freeExitInhibitMs: 5000");
        rig.Pass();
        rig.RunUntil(() => rig.Promenade0.BlockedBy.Length == 0, 3, "clear");
        return rig;
    }
}
