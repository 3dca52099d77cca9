using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests.Detection;

/// <summary>The detector card in software, without weather but what a test makes.</summary>
[TestClass]
public sealed class FrequencyLoopTests
{
    // The baseline may be off by the grain of the slow window when a vehicle comes.
    private const int LagPpm = 30;

    [TestMethod]
    public void Start_WithTheKeptBaseline_IsOccupiedUntilMeasuredThenClear()
    {
        var bench = new LoopBench();
        Assert.IsTrue(bench.Loop.IsOccupied);
        Assert.AreEqual(LoopState.Starting, bench.Loop.State);
        Assert.AreEqual(LoopWindow.SlowScans, bench.Until(occupied: false, 20));
    }

    // H12
    [TestMethod]
    public void Start_WithoutAKeptBaseline_IsOccupiedUntilAPersonConfirms()
    {
        var bench = new LoopBench(keptMilliHz: 0);
        bench.Seconds(600);
        Assert.IsTrue(bench.Loop.IsOccupied);
        Assert.AreEqual(LoopState.Unconfirmed, bench.Loop.State);
        Assert.AreEqual(0, bench.Loop.KeptMilliHz);
        Assert.IsTrue(bench.Loop.ConfirmClear());
        Assert.IsFalse(bench.Loop.IsOccupied);
        Assert.AreEqual(100_000_000, bench.Loop.KeptMilliHz, 5000);
    }

    // H12
    [TestMethod]
    [DataRow(400.0)]
    [DataRow(20_000.0)]
    [DataRow(-400.0)]
    public void Start_FurtherFromTheKeptBaselineThanTheThreshold_IsOccupiedUntilAPersonConfirms(double ppm)
    {
        var bench = new LoopBench { VehiclePpm = ppm };
        bench.Seconds(600);
        Assert.AreEqual(LoopState.Unconfirmed, bench.Loop.State);
        bench.VehiclePpm = 0;
        bench.Seconds(600);
        Assert.AreEqual(LoopState.Unconfirmed, bench.Loop.State, "what drove away may have been one of two");
        Assert.AreEqual(100_000_000, bench.Loop.KeptMilliHz, "nothing was calibrated");
    }

    [TestMethod]
    public void Start_WithAKeptBaselineOfAnotherLoop_KnowsNone()
    {
        var bench = new LoopBench(keptMilliHz: 20_000_000);
        bench.Seconds(2);
        Assert.AreEqual(LoopState.Unconfirmed, bench.Loop.State);
        Assert.AreEqual(0, bench.Loop.KeptMilliHz);
    }

    [TestMethod]
    public void Vehicle_OfTheFastLimit_IsSeenWithinThreeScansAtAnyPhase()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        for (int run = 0; run < 2000; run++)
        {
            var bench = new LoopBench(random.Next(18_000, 145_000), random.Next(600, 3000), phase: random.NextDouble()).Settled();
            bench.Scan(random.Next(10));
            bench.VehiclePpm = bench.Loop.Settings.FastLimitPpm + LagPpm;
            Assert.IsLessThanOrEqualTo(LoopWindow.FastScans, bench.Until(occupied: true, 20), $"seed {seed}, run {run}");
        }
    }

    [TestMethod]
    public void Vehicle_OfTheDeclaredSensitivity_IsSeenWithinTheSlowWindowAtAnyPhase()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        for (int run = 0; run < 2000; run++)
        {
            int hz = random.Next(18_000, 145_000);
            var bench = new LoopBench(hz, LoopSettings.FinestPpm(hz, 600), phase: random.NextDouble(), driftPpmPerMinute: 600).Settled();
            bench.Scan(random.Next(10));
            bench.VehiclePpm = bench.Table.SensitivityPpm;
            Assert.IsLessThanOrEqualTo(LoopWindow.SlowScans, bench.Until(occupied: true, 20), $"seed {seed}, run {run}");
        }
    }

    [TestMethod]
    public void EmptyLoop_OfTheFinestSensitivity_NeverSeesItsOwnGrain()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        for (int run = 0; run < 50; run++)
        {
            int hz = random.Next(18_000, 145_000);
            var bench = new LoopBench(hz, LoopSettings.FinestPpm(hz, 600), phase: random.NextDouble(), driftPpmPerMinute: 600).Settled();
            for (int scan = 0; scan < 3000; scan++)
            {
                int us = LoopBench.ScanUs + random.Next(-500, 501);
                bench.Loop.Scan(bench.Read(us), us);
                Assert.IsFalse(bench.Loop.IsOccupied, $"seed {seed}, run {run}: {hz} Hz");
            }
        }
    }

    [TestMethod]
    [DataRow(1000.0)]
    [DataRow(50_000.0)]
    public void Vehicle_DrivesAway_IsClearWithin350Ms(double ppm)
    {
        LoopBench bench = new LoopBench().Settled();
        bench.VehiclePpm = ppm;
        bench.Seconds(5);
        Assert.AreEqual(LoopState.Occupied, bench.Loop.State);
        bench.VehiclePpm = 0;
        Assert.IsInRange(10, 17, bench.Until(occupied: false, 100));
    }

    // H10
    [TestMethod]
    public void Vehicle_StandsForThreeDays_StaysAndMovesNoBaseline()
    {
        LoopBench bench = new LoopBench().Settled();
        bench.VehiclePpm = bench.Table.SensitivityPpm;
        bench.Scan(20);
        int baseline = bench.Loop.BaselineMilliHz;
        for (int scan = 0; scan < 72 * 3600 * 50; scan++)
        {
            bench.Scan();
            Assert.AreEqual(LoopState.Occupied, bench.Loop.State);
        }

        Assert.AreEqual(baseline, bench.Loop.BaselineMilliHz);
    }

    // H10
    [TestMethod]
    [DataRow(600.0)]
    [DataRow(5000.0)]
    public void Vehicle_WhoseSignalTheWeatherTakesAway_WaitsForAPerson(double ppm)
    {
        LoopBench bench = new LoopBench().Settled();
        bench.VehiclePpm = ppm;
        bench.Scan(20);
        bench.DriftPpmPerMinute = -10_000;
        for (int second = 0; second < 120; second++)
        {
            bench.Seconds(1);
            Assert.IsTrue(bench.Loop.IsOccupied, $"after {second} s at {bench.Loop.DeltaPpm} ppm");
        }

        Assert.AreEqual(LoopState.Unconfirmed, bench.Loop.State);
        bench.DriftPpmPerMinute = 0;
        bench.VehiclePpm = 0;
        Assert.IsTrue(bench.Loop.ConfirmClear());
        bench.Seconds(1);
        Assert.IsFalse(bench.Loop.IsOccupied);
    }

    // H6
    [TestMethod]
    public void SecondVehicle_BesideOneThatLeaves_StaysSeen()
    {
        LoopBench bench = new LoopBench().Settled();
        bench.VehiclePpm = 30_000;
        bench.Seconds(3);
        bench.VehiclePpm = bench.Table.SensitivityPpm;
        bench.Seconds(60);
        Assert.AreEqual(LoopState.Occupied, bench.Loop.State);
    }

    [TestMethod]
    [DataRow(10_000)]
    [DataRow(-10_000)]
    public void Drift_OfOnePercentAMinute_IsFollowedWhileClear(int ppmPerMinute)
    {
        LoopBench bench = new LoopBench().Settled();
        for (int second = 0; second < 180; second++)
        {
            bench.DriftPpmPerMinute = ppmPerMinute * Math.Min(1, second / 60.0);
            bench.Seconds(1);
            Assert.IsFalse(bench.Loop.IsOccupied, $"after {second} s at {bench.Loop.DeltaPpm} ppm");
        }

        Assert.AreEqual(ppmPerMinute, bench.Loop.DriftPpmPerMinute, 500);
        Assert.AreEqual(bench.WeatherPpm, bench.Loop.TrendPpm, 600);
    }

    [TestMethod]
    public void Vehicle_ThatCreepsOntoTheLoopIn20Seconds_IsSeen()
    {
        LoopBench bench = new LoopBench().Settled();
        for (int i = 0; i < 1000 && !bench.Loop.IsOccupied; i++)
        {
            bench.VehiclePpm = 4000 * i / 1000.0;
            bench.Scan();
        }

        Assert.AreEqual(LoopState.Occupied, bench.Loop.State);
    }

    [TestMethod]
    public void Vehicle_LeavesIntoSinkingWeather_LeavesTheNextOneVisible()
    {
        LoopBench bench = new LoopBench().Settled();
        bench.VehiclePpm = 20_000;
        bench.Seconds(2);
        bench.WeatherPpm = -3000;
        bench.VehiclePpm = 0;
        bench.Until(occupied: false, 50);
        bench.VehiclePpm = bench.Table.SensitivityPpm;
        bench.Until(occupied: true, 20);
    }

    // H9
    [TestMethod]
    [DataRow(0.0, LoopFault.Open)]
    [DataRow(3.0, LoopFault.Short)]
    [DataRow(1.2, LoopFault.Step)]
    [DataRow(0.8, LoopFault.Step)]
    public void BrokenLoop_IsOccupiedAtOnceAndUntilAPersonConfirms(double factor, LoopFault expected)
    {
        LoopBench bench = new LoopBench().Settled();
        bench.Factor = factor;
        bench.Scan();
        Assert.IsTrue(bench.Loop.IsOccupied);
        bench.Scan(5);
        Assert.AreEqual(LoopState.Fault, bench.Loop.State);
        Assert.AreEqual(expected, bench.Loop.Fault);
        bench.Seconds(60);
        Assert.AreEqual(expected == LoopFault.Step, bench.Loop.ConfirmClear(), "a loop that still measures may have been rewired");
        bench.Factor = 1;
        bench.Seconds(60);
        Assert.IsTrue(bench.Loop.IsOccupied);
        Assert.IsTrue(bench.Loop.ConfirmClear());
        Assert.AreEqual(LoopFault.None, bench.Loop.Fault);
        bench.Scan();
        Assert.IsFalse(bench.Loop.IsOccupied);
    }

    [TestMethod]
    public void Spark_OfOneScan_IsOccupiedForAMomentAndNoFault()
    {
        LoopBench bench = new LoopBench().Settled();
        bench.Factor = 5;
        bench.Scan();
        bench.Factor = 1;
        Assert.IsTrue(bench.Loop.IsOccupied);
        Assert.AreEqual(LoopWindow.SlowScans, bench.Until(occupied: false, 20));
        Assert.AreEqual(LoopFault.None, bench.Loop.Fault);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(999)]
    [DataRow(200_001)]
    [DataRow(-1)]
    public void Reading_OfNoScan_IsOccupiedAndSoonAFault(int windowUs)
    {
        LoopBench bench = new LoopBench().Settled();
        bench.Loop.Scan(4000, windowUs);
        Assert.IsTrue(bench.Loop.IsOccupied);
        for (int i = 0; i < 5; i++)
        {
            bench.Loop.Scan(4000, windowUs);
        }

        Assert.AreEqual(LoopFault.NoReading, bench.Loop.Fault);
        Assert.IsFalse(bench.Loop.ConfirmClear());
    }

    [TestMethod]
    public void LateScan_OfAnEmptyLoop_IsStillExact()
    {
        LoopBench bench = new LoopBench().Settled();
        bench.Loop.Scan(bench.Read(150_000), 150_000);
        Assert.IsFalse(bench.Loop.IsOccupied);
        Assert.AreEqual(0, bench.Loop.DeltaPpm, 50);
    }

    // H11
    [TestMethod]
    [DataRow(0.7)]
    [DataRow(3.1)]
    [DataRow(9.3)]
    public void Beat_WithANeighbour_IsNoise(double hz)
    {
        LoopBench bench = new LoopBench().Settled();
        Assert.IsFalse(bench.Loop.IsNoisy);
        for (int scan = 0; scan < 3000; scan++)
        {
            bench.VehiclePpm = 2000 * Math.Sin(Math.Tau * hz * scan / 50);
            bench.Scan();
        }

        Assert.IsTrue(bench.Loop.IsNoisy, $"{bench.Loop.NoisePpm} ppm");
        bench.VehiclePpm = 0;
        bench.Seconds(60);
        Assert.IsFalse(bench.Loop.IsNoisy, "it ended");
    }

    [TestMethod]
    public void Traffic_OfManyCars_IsNoNoise()
    {
        LoopBench bench = new LoopBench().Settled();
        for (int car = 0; car < 200; car++)
        {
            bench.VehiclePpm = 30_000;
            bench.Seconds(1);
            bench.VehiclePpm = 0;
            bench.Seconds(2);
            Assert.IsFalse(bench.Loop.IsNoisy, $"car {car}: {bench.Loop.NoisePpm} ppm");
        }
    }

    [TestMethod]
    public void Exchange_IntoAnotherLoop_GoesOnTheSame()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        long[] words = new long[FrequencyLoop.StateWords];
        var frame = new StateFrame(words);
        int occupied = 0;
        for (int run = 0; run < 200; run++)
        {
            var bench = new LoopBench();
            for (int scan = random.Next(300); scan > 0; scan--)
            {
                Disturb(bench, random);
                bench.Scan();
            }

            frame.BeginSave(0);
            bench.Loop.Exchange(frame);
            Assert.AreEqual(words.Length, frame.At);
            var other = new FrequencyLoop(bench.Table, 0);
            frame.BeginLoad(0);
            other.Exchange(frame);
            for (int scan = 0; scan < 100; scan++)
            {
                if (Disturb(bench, random))
                {
                    other.ConfirmClear();
                }

                int pulses = bench.Read();
                bench.Loop.Scan(pulses, LoopBench.ScanUs);
                other.Scan(pulses, LoopBench.ScanUs);
                string now = $"seed {seed}, run {run}, scan {scan}";
                Assert.AreEqual(bench.Loop.State, other.State, now);
                Assert.AreEqual(bench.Loop.IsOccupied, other.IsOccupied, now);
                Assert.AreEqual(bench.Loop.DeltaPpm, other.DeltaPpm, now);
                Assert.AreEqual(bench.Loop.BaselineMilliHz, other.BaselineMilliHz, now);
                Assert.AreEqual(bench.Loop.NoisePpm, other.NoisePpm, now);
                Assert.AreEqual(bench.Loop.KeptMilliHz, other.KeptMilliHz, now);
                occupied += other.IsOccupied ? 1 : 0;
            }
        }

        Assert.IsInRange(1000, 19_000, occupied, "both kinds were met");
    }

    [TestMethod]
    public void Scan_AfterConstruction_AllocatesNothing()
    {
        LoopBench bench = new LoopBench().Settled();
        var random = new Random(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int scan = 0; scan < 10_000; scan++)
        {
            Disturb(bench, random);
            bench.Scan();
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <returns>True when a person confirmed.</returns>
    private static bool Disturb(LoopBench bench, Random random)
    {
        switch (random.Next(200))
        {
            case 0:
                bench.VehiclePpm = random.Next(100, 60_000);
                return false;
            case 1 or 2 or 3:
                bench.VehiclePpm = 0;
                return false;
            case 4 when random.Next(4) == 0:
                bench.Factor = random.Next(3);
                return false;
            case 5 or 6 or 7:
                bench.Factor = 1;
                return false;
            case 8:
                return bench.Loop.ConfirmClear();
            default:
                return false;
        }
    }
}
