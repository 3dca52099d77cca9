using BarrierNode.Street.Loops;

namespace BarrierNode.Street.Tests.Loops;

/// <summary>Vehicles over loops in bad weather, in the short form; <c>barriernode loops</c> runs the long one.</summary>
[TestClass]
public sealed class LoopTrialTests
{
    // H5, H7, H8
    [TestMethod]
    [DataRow(VehicleKind.Bicycle, LoopTrial.CalmDriftPpmPerMinute)]
    [DataRow(VehicleKind.Motorcycle, LoopTrial.MostDriftPpmPerMinute)]
    [DataRow(VehicleKind.Car, LoopTrial.MostDriftPpmPerMinute)]
    [DataRow(VehicleKind.Van, LoopTrial.MostDriftPpmPerMinute)]
    [DataRow(VehicleKind.Truck, LoopTrial.MostDriftPpmPerMinute)]
    [DataRow(VehicleKind.HighBed, LoopTrial.MostDriftPpmPerMinute)]
    [DataRow(VehicleKind.TruckTrailer, LoopTrial.MostDriftPpmPerMinute)]
    public void Passages_InTheWorstWeatherOfTheirLoop_MissNothingAndKnowTheDirection(VehicleKind kind, int driftPpmPerMinute)
    {
        int seed = RandomSeed.Of();
        PassageResult result = PassageTrial.Run(kind, 300, driftPpmPerMinute, seed);
        Assert.IsGreaterThan(100, result.Passages);
        Assert.AreEqual(0, result.Missed, $"seed {seed}");
        Assert.AreEqual(0, result.FalseClears, $"seed {seed}");
        Assert.IsLessThanOrEqualTo(PassageResult.DetectLimitMs, result.DetectFastMaxMs, $"seed {seed}");
        Assert.AreEqual(result.Passages, result.RightDirections, $"seed {seed}");
    }

    [TestMethod]
    [DataRow(VehicleKind.Motorcycle)]
    [DataRow(VehicleKind.Car)]
    public void Passages_InOrdinaryWeather_NeedHardlyEverAPerson(VehicleKind kind)
    {
        int seed = RandomSeed.Of();
        PassageResult result = PassageTrial.Run(kind, 300, 1000, seed);
        Assert.AreEqual(0, result.Missed, $"seed {seed}");
        Assert.IsLessThanOrEqualTo(6, result.Held + result.FalsePresences, $"seed {seed}");
        Assert.IsInRange(150, 350, result.UndetectMeanMs, $"seed {seed}");
    }

    // H10
    [TestMethod]
    [DataRow(VehicleKind.Motorcycle)]
    [DataRow(VehicleKind.Car)]
    [DataRow(VehicleKind.HighBed)]
    public void Vehicle_StandsForHoursInDriftOfOnePercentAMinute_IsNeverCleared(VehicleKind kind)
    {
        int seed = RandomSeed.Of();
        StandingResult result = StandingTrial.Run(kind, 6, LoopTrial.MostDriftPpmPerMinute, seed);
        Assert.AreEqual(0, result.FalseClears, $"seed {seed}");
        Assert.IsGreaterThan(20_000, result.HighestPpm - result.LowestPpm, "the weather was bad");
    }

    [TestMethod]
    public void SameSeed_GivesTheSameResult()
    {
        PassageResult one = PassageTrial.Run(VehicleKind.Van, 50, 5000, 11);
        PassageResult two = PassageTrial.Run(VehicleKind.Van, 50, 5000, 11);
        Assert.AreEqual(one.DetectMaxMs, two.DetectMaxMs);
        Assert.AreEqual(one.UndetectMeanMs, two.UndetectMeanMs);
        Assert.AreEqual(one.Held, two.Held);
    }
}
