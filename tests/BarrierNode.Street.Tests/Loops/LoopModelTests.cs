using BarrierNode.Street.Loops;

namespace BarrierNode.Street.Tests.Loops;

/// <summary>What vehicles and weather do to a loop, against the numbers of the field.</summary>
[TestClass]
public sealed class LoopModelTests
{
    private static readonly LoopCoil s_coil = new(0, 2);

    [TestMethod]
    [DataRow(VehicleKind.Bicycle, 100, 200)]
    [DataRow(VehicleKind.Motorcycle, 500, 1500)]
    [DataRow(VehicleKind.Car, 15_000, 60_000)]
    [DataRow(VehicleKind.Van, 8_000, 50_000)]
    [DataRow(VehicleKind.Truck, 4000, 40_000)]
    [DataRow(VehicleKind.HighBed, 4000, 40_000)]
    [DataRow(VehicleKind.TruckTrailer, 4000, 40_000)]
    public void Peak_OfAKind_IsThatOfTheField(VehicleKind kind, int least, int most)
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++)
        {
            LoopVehicle vehicle = LoopVehicle.Draw(kind, random);
            double peak = Signals(vehicle).Max();
            Assert.IsInRange(least * 0.99, most * 1.01, peak, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Truck_BetweenItsAxles_IsHardlySeenButAboveAMotorcycle()
    {
        var random = new Random(7);
        for (int i = 0; i < 100; i++)
        {
            LoopVehicle truck = LoopVehicle.Draw(VehicleKind.HighBed, random);
            double bed = s_coil.SignalPpm(truck, (truck.LengthM / 2) + 1, backwards: false);
            Assert.IsInRange(500, 2500, bed);
            Assert.IsLessThan(Signals(truck).Max() / 3, bed);
        }
    }

    [TestMethod]
    public void Signal_BackwardsOverTheLoop_IsTheMirrorImage()
    {
        LoopVehicle vehicle = LoopVehicle.Draw(VehicleKind.TruckTrailer, new Random(3));
        for (double front = -2; front < 25; front += 0.1)
        {
            Assert.AreEqual(
                s_coil.SignalPpm(vehicle, front, backwards: false), s_coil.SignalPpm(vehicle, 2 - front, backwards: true), 1e-6, $"at {front} m");
        }
    }

    [TestMethod]
    public void Drift_OfOnePercentAMinute_IsItsSteepestSlope()
    {
        LoopDisturbance drift = LoopDisturbance.Drift(10_000, 600, 0);
        double steepest = Enumerable.Range(0, 599).Max(s => drift.MeanPpm(s + 1, s + 1.001) - drift.MeanPpm(s, s + 0.001));
        Assert.AreEqual(10_000 / 60.0, steepest, 0.1);
    }

    [TestMethod]
    public void Mains_OverWholePeriods_IsNothing()
    {
        var mains = new LoopDisturbance(300, 50, 0.3);
        Assert.AreEqual(0, mains.MeanPpm(1, 1.02), 1e-6);
        Assert.AreEqual(0, mains.MeanPpm(1, 1.06), 1e-6);
        Assert.IsGreaterThan(5, Math.Abs(mains.MeanPpm(1, 1.025)));
    }

    [TestMethod]
    public void Neighbour_FarAwayInFrequency_HardlyPulls()
    {
        Assert.AreEqual(200, LoopDisturbance.Beat(60_000, 60_005, 200).Ppm);
        Assert.AreEqual(20, LoopDisturbance.Beat(60_000, 70_000, 200).Ppm, 1e-9);
        Assert.AreEqual(5, LoopDisturbance.Beat(60_000, 60_005, 200).Hz, 1e-9);
    }

    private static IEnumerable<double> Signals(LoopVehicle vehicle) =>
        Enumerable.Range(0, 600).Select(i => s_coil.SignalPpm(vehicle, -1 + (i * 0.05), backwards: false));
}
