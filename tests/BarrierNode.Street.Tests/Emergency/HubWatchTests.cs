using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>The hub is not heard.</summary>
[TestClass]
public class HubWatchTests
{
    private static LaneRig Rig(int policy, StreetStart start)
    {
        LaneRig rig = EmergencyLane.Rig($"hubLossAfterMs: 10000, hubLossPolicy: {policy}", start);
        rig.Command(CommandOp.Clock, argument: 1000);
        rig.Run(0.1);
        return rig;
    }

    [TestMethod]
    public void Hub_Silent_IsLostAfterTheTimeAndHeardAgain() // H25
    {
        LaneRig rig = Rig(0, StreetStart.BarriersDown);
        rig.Run(9.5);
        Assert.AreEqual(0, rig.Count(EventCode.HubLost));
        rig.Run(1);
        Assert.IsInRange(10_000, 10_020, rig.Only(EventCode.HubLost).A);
        CollectionAssert.AreEqual(new[] { "hubLost" }, rig.Promenade0.Holds);
        rig.Run(60);
        Assert.IsFalse(rig.EverMoved(), "policy 0 stays as it is");
        rig.Command(CommandOp.Clock, argument: 1001);
        rig.Run(0.1);
        Assert.AreEqual(1, rig.Count(EventCode.HubBack));
        Assert.IsEmpty(rig.Promenade0.Holds);
    }

    [TestMethod]
    public void Hub_NotWatched_IsNeverLost()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Run(200);
        Assert.AreEqual(0, rig.Count(EventCode.HubLost));
    }

    [TestMethod]
    public void Hub_LostWithPolicyRaise_RaisesOnceAfterTheWholeUnattendedWarning() // H14, H25
    {
        LaneRig rig = Rig(1, StreetStart.BarriersDown);
        rig.RunUntil(() => rig.Is("lane.warning"), 11, "warning");
        long warned = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 6, "drive on");
        Assert.IsGreaterThanOrEqualTo(5_000_000L, rig.Clock.NowUs - warned);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        rig.Run(60);
        Assert.AreEqual((int)MoveOrigin.Automatic, rig.Only(EventCode.MoveAsked).A);
    }

    [TestMethod]
    public void Hub_LostWithPolicyLower_LowersOnce() // H25
    {
        LaneRig rig = Rig(2, StreetStart.BarriersUp);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 14, "down");
        rig.Run(60);
        Assert.AreEqual(1, rig.Count(EventCode.MoveAsked));
    }

    [TestMethod]
    public void Hub_LostWithACarOnTheLoop_RaisesWhenItHasGone() // H5, H25
    {
        LaneRig rig = Rig(1, StreetStart.BarriersDown);
        rig.Street.CutWire(41);
        rig.Run(30);
        Assert.IsFalse(rig.EverMoved());
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.LastWhy());
        rig.Street.MendWire(41);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 14, "up");
    }

    [TestMethod]
    public void Hub_LostWithAPersonOnTheRisingBollard_IsReversedAndNotTriedAgain() // H13, H25
    {
        LaneRig rig = Rig(1, StreetStart.BarriersDown);
        rig.RunUntil(() => rig.Is("lane.raise"), 17, "drive on");
        rig.Run(1);
        rig.Set("obstruction", true);
        rig.RunUntil(() => rig.Is("lane.lower"), 1, "reversed");
        rig.Set("obstruction", false);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.MoveAsked));
    }

    [TestMethod]
    public void Hub_LostDuringAMove_LetsTheMoveEnd() // H25
    {
        LaneRig rig = Rig(0, StreetStart.BarriersDown);
        rig.Run(7);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Count(EventCode.HubLost) > 0, 4, "lost in mid-stroke");
        Assert.AreEqual(LanePosition.Raising, rig.Position);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "done");
    }

    [TestMethod]
    public void Hub_LostBetweenTheEnds_MovesNothing() // H18, H25
    {
        LaneRig rig = Rig(1, StreetStart.BarriersHalfWay);
        rig.Run(60);
        Assert.AreEqual(1, rig.Count(EventCode.HubLost));
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Hub_NeverHeardSinceTheStart_MovesNothingUntilAPersonHasLooked() // H4, H25
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EmergencyLane.Site("hubLossAfterMs: 10000, hubLossPolicy: 1"));
        rig.Run(60);
        Assert.IsFalse(rig.EverMoved());
        CollectionAssert.AreEqual(new[] { "restarted" }, rig.LastWhy());
    }

    [TestMethod]
    public void Hub_LostAndAPersonAtTheLaneFromThePanelOrByCommand_IsNotOverruled()
    {
        LaneRig rig = Rig(2, StreetStart.BarriersUp);
        rig.Run(9.9);
        rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        rig.Run(20);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.HubLost));
    }
}
