using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Passage;

[TestClass]
public class PassageTests
{
    private const string Pair = "dualLoopDistanceMm: 7000, detectorLengthMm: 4000";

    [TestMethod]
    [DataRow(VehicleKind.Car, 4500, 2)]
    [DataRow(VehicleKind.Van, 6000, 2)]
    [DataRow(VehicleKind.Truck, 8000, 2)]
    [DataRow(VehicleKind.TruckTrailer, 16000, 4)]
    public void Passage_VehicleAt18KmH_TellsDirectionSpeedLengthAndAxlesAndCounts(VehicleKind kind, int lengthMm, int axles)
    {
        LaneRig rig = Open(Pair, "role: axle, pin: 9");
        rig.Street.SendVehicle("lane", kind);
        rig.Run(20);
        Happening passage = Told(rig, EventCode.Passage).Single();
        Assert.AreEqual(PassageDirection.Forward, PassageFacts.Direction(passage.B));
        Assert.AreEqual(18, PassageFacts.SpeedKmh(passage.A), 1.0);
        Assert.AreEqual(lengthMm, PassageFacts.LengthMm(passage.B), 600.0);
        Assert.AreEqual(axles, PassageFacts.Axles(passage.B));
        Assert.AreEqual(1, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.Vehicles));
        Assert.IsEmpty(Told(rig, EventCode.WrongWay));
        Assert.IsEmpty(Told(rig, EventCode.Tailgating));
        Assert.IsEmpty(Told(rig, EventCode.Overspeed));
    }

    [TestMethod]
    public void Passage_NotMeasuredAsAPair_IsNotTold()
    {
        LaneRig rig = Open("maxRetries: 0");
        rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.Run(20);
        Assert.IsNotEmpty(Told(rig, EventCode.Detected));
        Assert.IsEmpty(Told(rig, EventCode.Passage));
    }

    [TestMethod]
    public void WrongWay_IntoAnOpenLane_IsToldAtOnceAndMovesNothing()
    {
        LaneRig rig = Open(Pair);
        rig.Street.SendWrongWay("lane", VehicleKind.Car);
        rig.RunUntil(() => Told(rig, EventCode.WrongWay).Length > 0, 15, "told");
        Assert.IsNotEmpty(rig.Street.Snapshot().Cars, "while it is still there");
        Assert.AreEqual(18, PassageFacts.SpeedKmh(Told(rig, EventCode.WrongWay)[0].A), 1.0);
        rig.Run(15);
        Assert.AreEqual(PassageDirection.Backward, PassageFacts.Direction(Told(rig, EventCode.Passage).Single().B));
        Assert.IsEmpty(Told(rig, EventCode.MoveAsked));
        Assert.IsEmpty(Told(rig, EventCode.MoveStarted));
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    [TestMethod]
    public void WrongWay_RaiseAskedForWhileItPasses_IsRefused()
    {
        LaneRig rig = Open(Pair);
        rig.Street.SendWrongWay("lane", VehicleKind.Car);
        rig.RunUntil(() => Told(rig, EventCode.WrongWay).Length > 0, 15, "told");
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(10);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    [TestMethod]
    public void WrongWay_LaneForBothDirections_IsAPassageAlone()
    {
        LaneRig rig = Open(Pair + ", twoWay: 1");
        rig.Street.SendWrongWay("lane", VehicleKind.Car);
        rig.Run(20);
        Assert.AreEqual(PassageDirection.Backward, PassageFacts.Direction(Told(rig, EventCode.Passage).Single().B));
        Assert.IsEmpty(Told(rig, EventCode.WrongWay));
    }

    [TestMethod]
    [DataRow(16, 1)]
    [DataRow(20, 0)]
    public void Overspeed_CarAt18KmH_IsToldAboveTheLimitAlone(int limitKmh, int expected)
    {
        LaneRig rig = Open($"{Pair}, overspeedKmh: {limitKmh}");
        rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.Run(20);
        Happening[] told = Told(rig, EventCode.Overspeed);
        Assert.HasCount(expected, told);
        Assert.IsTrue(told.All(t => PassageFacts.SpeedKmh(t.A) is > 16 and < 20));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(2000, 1)]
    public void Tailgating_SecondCarCloseBehind_IsToldWhenWatched(int gapMs, int expected)
    {
        LaneRig rig = Open($"{Pair}, tailgateGapMs: {gapMs}");
        rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.Run(25);
        Assert.HasCount(expected, Told(rig, EventCode.Tailgating));
        Assert.HasCount(2, Told(rig, EventCode.Passage));
    }

    [TestMethod]
    public void Tailgating_TestPulseOfADetectorWhileItIsHeld_IsNone()
    {
        LaneRig rig = Open($"{Pair}, tailgateGapMs: 2000");
        rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.RunUntil(() => rig.Street.Snapshot().Cars is [{ FrontM: > 34.5 }], 15, "off the entry loop, whose hold is on");
        rig.Street.CutWire(41);
        rig.Run(0.02);
        rig.Street.MendWire(41);
        rig.Run(0.2);
        Assert.IsEmpty(Told(rig, EventCode.Tailgating));
        rig.Street.CutWire(41);
        rig.Run(0.06);
        Assert.HasCount(1, Told(rig, EventCode.Tailgating), "longer than a pulse it is a vehicle");
    }

    [TestMethod]
    public void TurnedBack_CarBacksOutFromTheExitLoop_IsToldAndNotCounted()
    {
        LaneRig rig = Open(Pair);
        int car = rig.Street.SendVehicle("lane", VehicleKind.Car);
        rig.RunUntil(() => rig.Street.Snapshot().Cars[0].FrontM > 31.5, 15, "on the exit loop");
        rig.Street.BackOut(car);
        rig.Run(40);
        Assert.IsEmpty(rig.Street.Snapshot().Cars);
        Assert.AreEqual(PassageDirection.TurnedBack, PassageFacts.Direction(Told(rig, EventCode.Passage).Single().B));
        Assert.AreEqual(0, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.Vehicles));
        Assert.IsEmpty(Told(rig, EventCode.WrongWay));
    }

    private static LaneRig Open(string settings, params string[] inputs)
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EquipmentSite.Lane(lane: [$"settings: {{ {settings} }}"], inputs: inputs));
        rig.Run(3);
        return rig;
    }

    private static Happening[] Told(LaneRig rig, EventCode code) => [.. rig.Events.Where(e => e.Code == code)];
}
