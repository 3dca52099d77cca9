using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>What a lane does when an end of travel is not as it should be, or something is in the way.</summary>
[TestClass]
public class EndTests
{
    private const int UpPin = 7;
    private const int DownPin = 8;

    [TestMethod]
    public void EndPressure_UpperSwitchDoesNotCome_StopsTheDriveAndProvesNothing()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(inputs: ["role: end-pressure, pin: 9"]));
        rig.Street.CutWire(UpPin);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 9, "stopped");
        Assert.AreEqual(RefusalReason.EndUnproven, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { "lane.endPressure" }, rig.Last(raise).BlockedBy);
        rig.Run(2);
        Assert.IsFalse(rig.Is("lane.raise"));
        Assert.AreEqual(1, rig.Street.Snapshot().Lanes[0].Barriers[0], "it is up");
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "and yet nobody has proven it");
        Assert.IsFalse(rig.Promenade0.Protected);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal);
        Assert.AreEqual(LaneMode.Remote, rig.Promenade0.Mode, "no trip: the lane can be lowered");
        Assert.IsTrue(rig.Of(EventCode.MoveAborted).Any(e => e.A == (int)RefusalReason.EndUnproven));
        rig.Street.MendWire(UpPin);
        rig.Lower();
        rig.Raise();
        Assert.IsTrue(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void EndBackupMs_UpperSwitchDoesNotCome_StopsAfterThatTime()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(lane: ["settings: { endBackupMs: 6000 }"]));
        rig.Street.CutWire(UpPin);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "drive on");
        long onUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 7, "stopped");
        Assert.AreEqual(RefusalReason.EndUnproven, rig.Last(raise).Reason);
        Assert.IsInRange(6_000_000, 6_100_000, rig.Clock.NowUs - onUs);
        rig.Run(1);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        Assert.IsFalse(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void EndPressure_GoodStroke_EndsBySwitch()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(inputs: ["role: end-pressure, pin: 9"]));
        rig.Raise();
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    // H17
    [TestMethod]
    public void LowerSwitch_StaysDuringARaise_AbortsAndLatches()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        rig.Street.ShortWire(DownPin);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "drive on");
        long onUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 9, "given up");
        Assert.AreEqual(RefusalReason.LimitStuck, rig.Last(raise).Reason);
        Assert.IsInRange(3_000_000, 3_100_000, rig.Clock.NowUs - onUs, "leaveEndMs");
        rig.Run(1);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal, "a stuck lower switch never makes a green lamp");
        rig.Run(60);
        Assert.IsFalse(rig.Is("lane.raise") || rig.Is("lane.lower"), "the fault stays latched");
    }

    // H17
    [TestMethod]
    public void UpperSwitch_StaysDuringALowering_AbortsAndIsNotProtected()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(lane: ["settings: { leaveEndMs: 1000 }"]));
        rig.Raise();
        rig.Street.ShortWire(UpPin);
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Aborted, 5, "given up");
        Assert.AreEqual(RefusalReason.LimitStuck, rig.Last(lower).Reason);
        rig.Run(1);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
    }

    // H17
    [TestMethod]
    public void BothSwitches_Act_TripAsConflict()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        rig.Street.ShortWire(UpPin);
        rig.Run(0.2);
        CollectionAssert.AreEqual(new[] { "lane.conflict" }, rig.Promenade0.Trips);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
    }

    // H18
    [TestMethod]
    public void UpperSwitch_SpikeInMidStroke_EndsNothingAndProvesNothing()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(2);
        for (int i = 0; i < 5; i++)
        {
            rig.Street.ShortWire(UpPin);
            rig.Run(0.03);
            rig.Street.MendWire(UpPin);
            rig.Run(0.1);
            Assert.AreEqual(LanePosition.Raising, rig.Position);
            Assert.AreEqual(AckStage.Moving, rig.Last(raise).Stage);
        }

        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 5, "up by the switch");
        Assert.AreEqual(1.0, rig.Street.Snapshot().Lanes[0].Barriers[0], 0.05);
    }

    // H18
    [TestMethod]
    public void UpperSwitch_DropOutAtRest_IsUnknownAtOnceAndUpOnlyWhenSteady()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        rig.Raise();
        rig.Street.CutWire(UpPin);
        rig.Run(0.04);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsFalse(rig.Promenade0.Protected);
        rig.Street.MendWire(UpPin);
        rig.Run(0.03);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        rig.Run(0.1);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.HasCount(1, rig.Of(EventCode.PositionLost));
    }

    // H13
    [TestMethod]
    public void Obstruction_PersonOnTheRisingBarrier_ReversesAtOnceAndStaysDown()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(inputs: ["role: obstruction, pin: 9"]));
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(1);
        rig.Street.Obstruct("lane", 0, Obstacle.Person);
        rig.RunUntil(() => !rig.Is("lane.raise"), 0.1, "drive off: 50 ms for the pressure, two scans");
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { "lane.obstruction" }, rig.Last(raise).BlockedBy);
        rig.RunUntil(() => rig.Is("lane.lower"), 0.5, "reversed after the dead time");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 3, "down");
        CollectionAssert.AreEqual(new[] { "lane.obstruction" }, rig.Of(EventCode.Reversed).Single().Why);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    // H13
    [TestMethod]
    public void SafetyEdge_Touched_ReversesAndItsCutWireForbidsToRaise()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(inputs: ["role: safety-edge, pin: 9"]));
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(1);
        rig.Street.SetContact("lane.safetyEdge", true);
        rig.RunUntil(() => rig.Is("lane.lower"), 0.5, "reversed");
        rig.Street.SetContact("lane.safetyEdge", false);
        rig.Run(5);
        rig.Street.CutWire(9);
        rig.Run(0.1);
        int again = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "lane.safetyEdge" }, rig.Last(again).BlockedBy);
    }

    // H21
    [TestMethod]
    public void Jam_WithoutAnySensor_TripsAfterTheStrokeTimeAndStaysOff()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(2);
        rig.Street.Obstruct("lane", 0, Obstacle.Jam);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 7, "given up");
        Assert.AreEqual(RefusalReason.StrokeOverrun, rig.Last(raise).Reason);
        rig.Run(60);
        Assert.IsFalse(rig.Is("lane.raise") || rig.Is("lane.lower"));
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
    }
}
