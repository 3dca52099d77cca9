using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.Passage;

/// <summary>What a loop over the barriers loses, and what a beam or a radar beside it does about that.</summary>
[TestClass]
public class SecondMeansTests
{
    private const string Loop = "name: loop, pin: 41, holdMs: 1000";
    private const string LoopAt = "loop: [28, 32]";
    private const string Beam = "name: beam, kind: beam, pin: 42, holdMs: 1000";
    private const string BeamAt = "beam: [29.9, 30.1]";
    private const string Radar = "name: radar, kind: radar, pin: 42, holdMs: 1000";
    private const string RadarAt = "radar: [26, 34]";

    // H7
    [TestMethod]
    [DataRow(VehicleKind.Truck)]
    [DataRow(VehicleKind.TruckTrailer)]
    [DataRow(VehicleKind.HighBed)]
    public void Raise_LoopAndBeam_IsRefusedWhereverTheVehicleStandsOverTheBarriers(VehicleKind kind)
    {
        double lengthM = VehicleBody.Of(kind).LengthM;
        for (double frontM = 30.25; frontM < 30 + lengthM; frontM += 0.5)
        {
            (LaneRig rig, Answer answer) = RaiseUnder(kind, frontM, [Loop, Beam], [LoopAt, BeamAt]);
            Assert.AreEqual(RefusalReason.Interlocked, answer.Reason, $"front at {frontM} m");
            Assert.AreEqual(LanePosition.Down, rig.Position);
            Assert.AreEqual(0, rig.Street.Strikes);
        }
    }

    // H7: the declared limit of a loop alone.
    [TestMethod]
    public void Raise_LoopAlone_LosesTheHighBedAndNamesNothing()
    {
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.HighBed, 35, [Loop], [LoopAt]);
        Assert.AreNotEqual(AckStage.Refused, answer.Stage);
        Assert.AreEqual(1, rig.Street.Strikes);
    }

    // H7
    [TestMethod]
    public void Raise_BetweenTruckAndTrailer_ALoopLongerThanTheDrawbarBridgesIt()
    {
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.TruckTrailer, 39.25, [Loop], [LoopAt]);
        CollectionAssert.AreEqual(new[] { "loop" }, answer.BlockedBy);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H7
    [TestMethod]
    [DataRow(VehicleKind.TruckTrailer)]
    [DataRow(VehicleKind.HighBed)]
    public void Raise_AskedForAgainAndAgainWhileItDrivesThrough_NeverMovesUnderIt(VehicleKind kind)
    {
        LaneRig rig = Down([Loop, Beam], [LoopAt, BeamAt]);
        rig.Street.SendVehicle("lane", kind);
        rig.RunUntil(() => rig.Street.Snapshot().Cars[0].FrontM > 29, 15, "in front of the barriers");
        while (rig.Street.Snapshot().Cars is [var car] && car.FrontM - car.LengthM < 30)
        {
            rig.Command(CommandOp.Raise);
            rig.Run(0.1);
            Assert.IsFalse(rig.Is("lane.raise"), $"front at {car.FrontM} m");
        }

        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H8
    [TestMethod]
    public void Raise_BicycleOverTheBarriers_RadarSeesIt()
    {
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.Bicycle, 31, [Loop, Radar], [LoopAt, RadarAt]);
        CollectionAssert.AreEqual(new[] { "radar" }, answer.BlockedBy);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H8: the declared limit of a loop alone.
    [TestMethod]
    public void Raise_BicycleOverTheBarriers_LoopAloneLosesIt()
    {
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.Bicycle, 31, [Loop], [LoopAt]);
        Assert.AreNotEqual(AckStage.Refused, answer.Stage);
        Assert.AreEqual(1, rig.Street.Strikes);
    }

    // H8
    [TestMethod]
    public void Raise_MotorcycleOverTheBarriers_LoopSeesIt()
    {
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.Motorcycle, 31, [Loop], [LoopAt]);
        CollectionAssert.AreEqual(new[] { "loop" }, answer.BlockedBy);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    [TestMethod]
    [DataRow(1000, VehicleKind.HighBed, true)]
    [DataRow(600, VehicleKind.HighBed, false)]
    [DataRow(500, VehicleKind.Car, true)]
    [DataRow(2000, VehicleKind.Car, false)]
    public void Beam_AtAHeight_SeesWhatIsAtThatHeight(int heightMm, VehicleKind kind, bool seen)
    {
        LaneRig rig = Down([Loop, $"{Beam}, heightMm: {heightMm}"], [LoopAt, BeamAt]);
        rig.Street.ParkVehicle("lane", kind, kind == VehicleKind.HighBed ? 35 : 32);
        rig.Run(0.1);
        Assert.AreEqual(seen, rig.Street.Snapshot().Lanes[0].Loops[1]);
    }

    [TestMethod]
    public void Beam_WireCut_CountsAsOccupied()
    {
        LaneRig rig = Down([Loop, Beam], [LoopAt, BeamAt]);
        rig.Street.CutWire(42);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "beam" }, rig.Promenade0.BlockedBy);
    }

    [TestMethod]
    public void Example_OfThePage_IsALaneThatSeesTheHighBed()
    {
        string[] example = Repository.Text("docs/equipment/detection.md").Split("```")[1].Split('\n');
        string[] loops = [.. example.Where(l => l.StartsWith("  - {", StringComparison.Ordinal)).Select(l => l[5..].TrimEnd('}', ' '))];
        (LaneRig rig, Answer answer) = RaiseUnder(VehicleKind.HighBed, 35, loops, [LoopAt, BeamAt]);
        CollectionAssert.AreEqual(new[] { "beam" }, answer.BlockedBy);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    private static (LaneRig Rig, Answer Answer) RaiseUnder(VehicleKind kind, double frontM, string[] loops, string[] places)
    {
        LaneRig rig = Down(loops, places);
        rig.Street.ParkVehicle("lane", kind, frontM);
        rig.Run(3);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(4);
        return (rig, rig.Last(raise));
    }

    private static LaneRig Down(string[] loops, string[] places)
    {
        SiteModel site = EquipmentSite.Lane(loops: loops, places: places);
        var rig = new LaneRig(StreetStart.BarriersDown, site: site);
        rig.Run(3);
        return rig;
    }
}
