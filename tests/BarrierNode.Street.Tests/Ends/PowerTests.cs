using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>The supply contactor, failing mains, water, heater.</summary>
[TestClass]
public class PowerTests
{
    private const int RaisePin = 5;

    // H19
    [TestMethod]
    public void WeldedContactor_WithSupplyContactor_StopsItsLaneAlone()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes());
        rig.Street.WeldContactor(RaisePin);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(1);
        rig.Command(CommandOp.Stop);
        rig.RunUntil(() => !rig.Is("lane.supply"), 0.4, "the supply goes off");
        rig.Run(0.2);
        double heightM = rig.Street.Snapshot().Lanes[0].Barriers[0];
        rig.Run(10);
        Assert.AreEqual(heightM, rig.Street.Snapshot().Lanes[0].Barriers[0], "the welded drive has no power");
        CollectionAssert.AreEqual(new[] { "lane.feedback" }, rig.Promenade0.Trips);
        Assert.IsTrue(rig.Cabinet.Controller.NodeClear, "no trip of the node");

        int next = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Tripped, rig.Last(next).Reason, "the next stroke is blocked");
        int arm = rig.Command(CommandOp.Raise, lane: 2);
        rig.RunUntil(() => rig.Last(arm).Stage == AckStage.Done, 5, "the arm beside it closes");

        int reset = rig.Command(CommandOp.Reset);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Last(reset).Reason);
        rig.Street.ReplaceContactor(RaisePin);
        rig.Run(0.5);
        reset = rig.Command(CommandOp.Reset);
        rig.Run(0.5);
        Assert.AreEqual(AckStage.Done, rig.Last(reset).Stage);
        Assert.IsTrue(rig.Is("lane.supply"));
        rig.Raise();
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    // H19
    [TestMethod]
    public void WeldedContactor_WithoutSupplyContactor_StopsTheNode()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes(supply: ""));
        rig.Street.WeldContactor(RaisePin);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(1);
        rig.Command(CommandOp.Stop);
        rig.Run(2);
        Assert.IsFalse(rig.Cabinet.Controller.NodeClear);
    }

    [TestMethod]
    public void Supply_EmergencyStop_GoesOffAndComesBackWithTheReset()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes());
        Assert.IsTrue(rig.Is("lane.supply"));
        rig.Street.EmergencyStopPressed = true;
        rig.Run(0.1);
        Assert.IsFalse(rig.Is("lane.supply"));
        rig.Street.EmergencyStopPressed = false;
        rig.Run(1);
        Assert.IsFalse(rig.Is("lane.supply"), "latched");
        rig.Command(CommandOp.Reset);
        rig.Run(0.2);
        Assert.IsTrue(rig.Is("lane.supply"));
        rig.Raise();
    }

    [TestMethod]
    public void SupplyFailed_ForbidsUnattendedMovesAndTellsIt()
    {
        LaneRig rig = EndsRig.Down(EndsRig.ThreeLanes()).Confirmed();
        rig.Street.SetContact("supplyFailed", true);
        rig.Run(0.2);
        Assert.IsTrue(rig.Holds(LaneHold.SupplyFailed));
        Assert.IsTrue(rig.Of(EventCode.EquipmentInput).All(e => e.A == (int)InputRole.SupplyFailed));
        rig.Street.SetContact("stand.tamper", true);
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position, "the tampered barrier asks in vain");
        Assert.IsTrue(rig.Of(EventCode.WishRefused).Any(e => e.Lane == 0 && e.A == (int)RefusalReason.Held));
        rig.Street.SetContact("stand.tamper", false);
        rig.Raise();
        Assert.AreEqual(LanePosition.Up, rig.Position, "a person may");
        rig.Street.SetContact("supplyFailed", false);
        rig.Run(0.2);
        Assert.IsFalse(rig.Holds(LaneHold.SupplyFailed));
    }

    // H22
    [TestMethod]
    public void PitWater_RaisedLane_GoesDownThenLosesItsPower()
    {
        LaneRig rig = Pit();
        rig.Raise();
        rig.Street.SetContact("lane.pitWater", true);
        rig.Run(2.5);
        Assert.IsTrue(rig.Is("lane.supply"), "the drive can still lower");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down, the safe position");
        rig.RunUntil(() => !rig.Is("lane.supply"), 1, "the power is off");
        Assert.IsTrue(rig.Holds(LaneHold.PitWater));
        foreach (CommandOp op in new[] { CommandOp.Raise, CommandOp.Lower })
        {
            int ticket = rig.Command(op);
            rig.Run(0.1);
            Assert.AreEqual(RefusalReason.Held, rig.Last(ticket).Reason, $"{op}");
        }

        Assert.IsTrue(rig.Of(EventCode.EquipmentInput).Any(e => e.A == (int)InputRole.PitWater));
        rig.Street.SetContact("lane.pitWater", false);
        rig.Run(3);
        Assert.IsTrue(rig.Is("lane.supply"));
        Assert.AreEqual(LanePosition.Down, rig.Position, "what was closed is not closed again by itself");
        rig.Raise();
    }

    // H22
    [TestMethod]
    public void PitWater_LaneThatCannotGoDown_LosesItsPowerAfterAWhile()
    {
        LaneRig rig = Pit();
        rig.Raise();
        rig.Street.Obstruct("lane", 0, Obstacle.Jam);
        rig.Street.SetContact("lane.pitWater", true);
        rig.Run(20);
        Assert.IsFalse(rig.Is("lane.supply"));
        Assert.IsFalse(rig.Is("lane.lower"));
        Assert.IsTrue(rig.Of(EventCode.MoveAborted).Any(e => e.A == (int)RefusalReason.LimitStuck), "it was tried");
    }

    [TestMethod]
    public void PitWater_ShorterThanItsDebounce_IsNoWater()
    {
        LaneRig rig = Pit();
        rig.Street.SetContact("lane.pitWater", true);
        rig.Run(1.9);
        rig.Street.SetContact("lane.pitWater", false);
        rig.Run(1);
        Assert.IsTrue(rig.Is("lane.supply"));
        Assert.IsEmpty(rig.Of(EventCode.EquipmentInput));
    }

    // H21
    [TestMethod]
    public void Heater_Cold_IsOnAndPausesAfterItsLongestTime()
    {
        LaneRig rig = Heated("role: cold, pin: 10");
        rig.Run(5);
        Assert.IsFalse(rig.Is("lane.heater"), "it is not cold");
        rig.Street.SetContact("lane.cold", true);
        rig.Run(2.5);
        Assert.IsTrue(rig.Is("lane.heater"));
        rig.Run(59);
        Assert.IsTrue(rig.Is("lane.heater"));
        rig.Run(2);
        Assert.IsFalse(rig.Is("lane.heater"), "a minute is its longest time");
        rig.Run(597);
        Assert.IsFalse(rig.Is("lane.heater"), "ten minutes of pause");
        rig.Run(5);
        Assert.IsTrue(rig.Is("lane.heater"));
    }

    // H21
    [TestMethod]
    public void Heater_TripOrMainsFailure_IsOff()
    {
        LaneRig rig = Heated("role: supply-failed, pin: 11");
        Assert.IsTrue(rig.Is("lane.heater"), "without a thermostat it is always cold");
        rig.Street.SetContact("lane.supplyFailed", true);
        rig.Run(0.2);
        Assert.IsFalse(rig.Is("lane.heater"));
        rig.Street.SetContact("lane.supplyFailed", false);
        rig.Run(0.2);
        Assert.IsTrue(rig.Is("lane.heater"));
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(0.2);
        Assert.IsFalse(rig.Is("lane.heater"));
    }

    private static LaneRig Pit() =>
        EndsRig.Down(EquipmentSite.Lane(inputs: ["role: pit-water, pin: 9"], outputs: ["role: supply, pin: 12"]));

    private static LaneRig Heated(string input) => EndsRig.Down(EquipmentSite.Lane(
        lane: ["settings: { heaterMaxOnMin: 1 }"], inputs: [input], outputs: ["role: heater, pin: 12"]));
}
