using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>The power comes back.</summary>
[TestClass]
public class PowerReturnTests
{
    private static LaneRig Rig(string settings, StreetStart start) => new(start, site: EmergencyLane.Site(settings));

    [TestMethod]
    public void Start_WithoutAPolicy_WaitsForAPerson() // H3, H4, H24
    {
        LaneRig rig = Rig("", StreetStart.BarriersDown);
        rig.Run(60);
        Assert.IsFalse(rig.EverMoved());
        CollectionAssert.AreEqual(new[] { "restarted" }, rig.Promenade0.Holds);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Confirm).Stage);
        Assert.IsEmpty(rig.Promenade0.Holds);
        Assert.AreEqual(RefusalReason.NothingToUndo, rig.Ask(CommandOp.Confirm).Reason);
    }

    [TestMethod]
    public void Start_CommandToMove_CountsAsAPersonWhoLooks()
    {
        LaneRig rig = Rig("", StreetStart.BarriersDown);
        rig.Run(3);
        Assert.AreEqual(AckStage.Accepted, rig.Ask(CommandOp.Raise).Stage);
        Assert.IsEmpty(rig.Promenade0.Holds);
    }

    [TestMethod]
    public void Start_RefusedCommand_IsNoLook()
    {
        LaneRig rig = Rig("", StreetStart.BarriersDown);
        rig.Street.CutWire(41);
        rig.Run(3);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Ask(CommandOp.Raise).Reason);
        CollectionAssert.AreEqual(new[] { "restarted" }, rig.Promenade0.Holds);
    }

    [TestMethod]
    public void Start_PolicyRaise_RaisesAfterDelayAndUnattendedWarning() // H14, H24
    {
        LaneRig rig = Rig("powerReturnPolicy: 1, powerReturnDelayMs: 20000", StreetStart.BarriersDown);
        rig.Run(20);
        Assert.AreEqual(0, rig.Count(EventCode.MoveAsked));
        rig.RunUntil(() => rig.Is("lane.warning"), 1, "warning");
        long warned = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 6, "drive on");
        Assert.IsGreaterThanOrEqualTo(5_000_000L, rig.Clock.NowUs - warned);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "restarted" }, rig.Promenade0.Holds, "nobody has looked yet");
        rig.Ask(CommandOp.Lower);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position, "it acts once");
    }

    [TestMethod]
    public void Start_PolicyLower_LowersAfterTheDelay() // H24
    {
        LaneRig rig = Rig("powerReturnPolicy: 2, powerReturnDelayMs: 5000", StreetStart.BarriersUp);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 9, "down");
        Assert.AreEqual((int)MoveOrigin.Automatic, rig.Only(EventCode.MoveAsked).A);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Start_PositionNotProven_MovesNothing(int policy) // H3, H18, H24
    {
        LaneRig rig = Rig($"powerReturnPolicy: {policy}, powerReturnDelayMs: 5000", StreetStart.BarriersHalfWay);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Start_RestartInMidStroke_MovesNothing() // H3
    {
        LaneRig rig = Rig("powerReturnPolicy: 1, powerReturnDelayMs: 5000", StreetStart.BarriersUp);
        rig.Run(3);
        rig.Command(CommandOp.Lower);
        rig.Run(1);
        rig.Restart();
        int moves = rig.Count(EventCode.MoveStarted);
        rig.Run(60);
        Assert.AreEqual(moves, rig.Count(EventCode.MoveStarted));
    }

    [TestMethod]
    public void Start_PolicyRaiseWithACarOnTheLoop_WaitsUntilItHasGone() // H5, H12
    {
        LaneRig rig = Rig("powerReturnPolicy: 1, powerReturnDelayMs: 5000", StreetStart.BarriersDown);
        rig.Street.CutWire(41);
        rig.Run(60);
        Assert.AreEqual(0, rig.Count(EventCode.MoveAsked));
        rig.Street.MendWire(41);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 14, "up");
    }

    [TestMethod]
    public void Start_PersonMovesTheLaneFirst_EndsThePolicy()
    {
        LaneRig rig = Rig("powerReturnPolicy: 1, powerReturnDelayMs: 20000", StreetStart.BarriersUp);
        rig.Run(3);
        rig.Ask(CommandOp.Lower);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(0, rig.Count(EventCode.MoveAsked));
    }

    [TestMethod]
    public void Start_HubLostBeforeTheDelayIsOver_DoesNotForbidThePolicy() // H24, H25
    {
        LaneRig rig = Rig("powerReturnPolicy: 1, powerReturnDelayMs: 20000, hubLossAfterMs: 5000", StreetStart.BarriersDown);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 40, "up");
        CollectionAssert.Contains(rig.Promenade0.Holds, "hubLost");
    }
}
