using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>The kinds of barriers beside bollards: gates, arms, and barriers without a drive.</summary>
[TestClass]
public class KindTests
{
    private const int Stand = 1;

    [TestMethod]
    [DataRow("sliding-gate", LaneKind.SlidingGate)]
    [DataRow("swing-gate", LaneKind.SwingGate)]
    [DataRow("barrier-arm", LaneKind.BarrierArm)]
    public void Driven_ClosesAndOpens_FromItsSwitches(string word, LaneKind kind)
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(kind: word));
        Assert.AreEqual(kind, rig.Table.Lanes[0].Kind);
        rig.Raise();
        Assert.IsTrue(rig.Promenade0.Protected);
        rig.Lower();
        Assert.AreEqual(LaneSignal.Green, rig.Promenade0.Signal);
    }

    [TestMethod]
    public void SwingGate_OfTwoWings_IsClosedOnlyWithBoth()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(
            kind: "swing-gate", barriers: 2, drive: "raise: [5, 9], lower: [6, 10], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000"));
        rig.Street.Obstruct("lane", 1, Obstacle.Jam);
        rig.Command(CommandOp.Raise);
        rig.Run(10);
        Assert.AreEqual(1, rig.Street.Snapshot().Lanes[0].Barriers[0]);
        Assert.IsFalse(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void Passive_MovedByHand_IsDeployedStowedOrBetween()
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EndsRig.ThreeLanes());
        rig.Run(1);
        Assert.AreEqual(LanePosition.Down, rig.Cabinet.Controller.Position(Stand));
        rig.Street.MoveByHand("stand", up: true);
        rig.Run(2);
        Assert.AreEqual(LanePosition.Unknown, rig.Cabinet.Controller.Position(Stand));
        Assert.IsFalse(rig.Depot.Protected);
        rig.Run(3);
        Assert.AreEqual(LanePosition.Up, rig.Cabinet.Controller.Position(Stand));
        rig.Street.MoveByHand("stand", up: false);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Down, rig.Cabinet.Controller.Position(Stand));
        Assert.IsTrue(rig.Of(EventCode.PositionLost).Any(e => e.Lane == Stand));
    }

    [TestMethod]
    public void Passive_EveryCommand_IsNotFitted()
    {
        var rig = new LaneRig(site: EndsRig.ThreeLanes());
        rig.Run(1);
        foreach (CommandOp op in new[] { CommandOp.Raise, CommandOp.Lower, CommandOp.Stop, CommandOp.EmergencyStop, CommandOp.Reset, CommandOp.KeepOpen })
        {
            int ticket = rig.Command(op, Stand);
            rig.Run(0.1);
            Assert.AreEqual((AckStage.Refused, RefusalReason.NotFitted), (rig.Last(ticket).Stage, rig.Last(ticket).Reason), $"{op}");
        }

        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
    }

    [TestMethod]
    public void Passive_BothSwitchesAct_ProvesNothingAndTripsNothing()
    {
        var rig = new LaneRig(site: EndsRig.ThreeLanes());
        rig.Run(1);
        rig.Street.ShortWire(13);
        rig.Run(1);
        Assert.AreEqual(LanePosition.Unknown, rig.Cabinet.Controller.Position(Stand));
        Assert.AreEqual(0, rig.Cabinet.Controller.LatchedTrips);
    }

    [TestMethod]
    public void Passive_TamperedWith_IsNotProtectedAndRaisesTheLanesBesideIt()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes()).Confirmed();
        rig.Street.MoveByHand("stand", up: true);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Up, rig.Cabinet.Controller.Position(Stand));
        rig.Street.SetContact("stand.tamper", true);
        rig.RunUntil(() => rig.Position == LanePosition.Up && rig.Cabinet.Controller.Position(2) == LanePosition.Up, 20, "both lanes closed");
        MoveOrigin[] by = [.. rig.Of(EventCode.MoveAsked).Select(e => (MoveOrigin)e.A)];
        CollectionAssert.AreEqual(new[] { MoveOrigin.Automatic, MoveOrigin.Automatic }, by);
        Assert.IsTrue(rig.Of(EventCode.Tampered).Single().Lane == Stand);
        Assert.IsTrue(rig.Holds(LaneHold.Tampered));
        rig.Street.SetContact("stand.tamper", false);
        rig.Run(1);
        Assert.HasCount(1, rig.Of(EventCode.TamperEnded));
        Assert.IsFalse(rig.Holds(LaneHold.Tampered));
    }

    [TestMethod]
    public void Passive_TamperedWithWithoutTheSetting_RaisesNothing()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes(settings: "{ tamperRaises: 0 }")).Confirmed();
        rig.Street.SetContact("stand.tamper", true);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    // H14
    [TestMethod]
    public void TamperRaise_UnattendedMove_WarnsForTheLongTime()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes()).Confirmed();
        rig.Street.SetContact("stand.tamper", true);
        rig.RunUntil(() => rig.Is("warning"), 1, "warning");
        long warnedUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 10, "drive on");
        Assert.IsGreaterThanOrEqualTo(5_000_000, rig.Clock.NowUs - warnedUs);
    }

    [TestMethod]
    public void TamperRaise_Reversed_IsNotTriedAgainUntilTheContactCloses()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes()).Confirmed();
        rig.Street.SetContact("stand.tamper", true);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 10, "raising");
        rig.Run(1);
        rig.Street.CutWire(41);
        rig.Run(5);
        rig.Street.MendWire(41);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.HasCount(1, rig.Of(EventCode.Reversed));
    }
}
