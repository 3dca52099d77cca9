using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>People must be able to get out.</summary>
[TestClass]
public class EgressTests
{
    private static LaneRig Up(string settings = "") => EmergencyLane.Rig(settings, StreetStart.BarriersUp);

    [TestMethod]
    public void Egress_ByFireAlarm_OpensAndStaysOpenUntilReleased()
    {
        LaneRig rig = Up();
        rig.Set("egressRequest", true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        Assert.AreEqual((int)AskedBy.Input, rig.Only(EventCode.EgressRequested).A);
        Assert.AreEqual((int)MoveOrigin.Egress, rig.Only(EventCode.MoveAsked).A);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Ask(CommandOp.Release).Reason);
        rig.Set("egressRequest", false);
        rig.Run(60);
        CollectionAssert.AreEqual(new[] { "egress" }, rig.Ask(CommandOp.Raise).BlockedBy);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Release).Stage);
        Assert.AreEqual(1, rig.Count(EventCode.EgressEnded));
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position, "its end moves nothing");
        Assert.AreEqual(AckStage.Accepted, rig.Ask(CommandOp.Raise).Stage);
    }

    [TestMethod]
    public void Egress_ByCommand_OpensAndShowsGreen()
    {
        LaneRig rig = Up();
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Egress).Stage);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal, "red while it moves");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Run(0.2);
        Assert.AreEqual(LaneSignal.Green, rig.Promenade0.Signal);
    }

    [TestMethod]
    public void Egress_PowerCut_KeepsTheLaneFromBeingRaisedAndMovesNothing() // H4
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.Egress);
        rig.Run(0.5);
        rig.Restart();
        int moves = rig.Count(EventCode.MoveStarted);
        rig.Run(20);
        Assert.AreEqual(moves, rig.Count(EventCode.MoveStarted));
        CollectionAssert.AreEqual(new[] { "egress" }, rig.Ask(CommandOp.Raise).BlockedBy);
    }

    [TestMethod]
    public void Egress_AlarmStandsWhenThePowerComesBack_Opens()
    {
        LaneRig rig = Up();
        rig.Set("egressRequest", true);
        rig.Restart();
        rig.RunUntil(() => rig.Position == LanePosition.Down, 6, "people want out now, this is no stored target");
    }

    [TestMethod]
    public void Egress_SiteThatOnlyForbids_StaysUpAndCannotBeRaised()
    {
        LaneRig rig = Up("egressOpens: 0");
        rig.Set("egressRequest", true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.AreEqual(RefusalReason.NotFitted, rig.Ask(CommandOp.Egress).Reason);
        rig.Ask(CommandOp.Lower);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        CollectionAssert.AreEqual(new[] { "lane.egressRequest" }, rig.Ask(CommandOp.Raise).BlockedBy);
        rig.Set("egressRequest", false);
        rig.Run(0.2);
        Assert.AreEqual(1, rig.Count(EventCode.EgressEnded));
        Assert.AreEqual(AckStage.Accepted, rig.Ask(CommandOp.Raise).Stage);
    }

    [TestMethod]
    public void Egress_DuringAnEmergencyOperation_StaysClosedAndIsToldLoudly() // H29
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.EmergencyOperation);
        rig.Set("egressRequest", true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.EgressRequested));
        CollectionAssert.AreEqual(new[] { "emergencyOperation" }, rig.LastWhy());
        CollectionAssert.IsSubsetOf(new[] { "egress", "emergencyOperation" }, rig.Promenade0.Holds);
        rig.Ask(CommandOp.EmergencyOperationEnd);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "the request stands when the operation ends");
    }

    [TestMethod]
    public void Egress_SiteThatPutsItFirst_OpensDuringAnEmergencyOperation()
    {
        LaneRig rig = Up("egressDuringEfo: 1");
        rig.Ask(CommandOp.EmergencyOperation);
        rig.Ask(CommandOp.Egress);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.IsTrue(rig.Is("lane.efoLight"), "the operation is still in force");
    }

    [TestMethod]
    public void Egress_SiteThatPutsItFirst_TurnsAnEmergencyStrokeBack()
    {
        LaneRig rig = EmergencyLane.Rig("egressDuringEfo: 1");
        rig.Ask(CommandOp.EmergencyOperation);
        rig.RunUntil(() => rig.Is("lane.raise"), 1, "drive on");
        rig.Run(0.5);
        rig.Ask(CommandOp.Egress);
        rig.RunUntil(() => rig.Is("lane.lower"), 1, "lowered in mid-stroke");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }

    [TestMethod]
    public void Egress_LaneTripped_DoesNotOpenAtTheReset()
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.EmergencyStop);
        rig.Set("egressRequest", true);
        rig.Run(1);
        Assert.AreEqual((int)RefusalReason.Tripped, rig.Events.Last(e => e.Code == EventCode.WishRefused).A);
        rig.Ask(CommandOp.Reset);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Ask(CommandOp.Egress);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }
}
