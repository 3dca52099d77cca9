using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BarrierNode.Street.Tests;

[TestClass]
public class DeterminismTests
{
    private static readonly int[] ScriptedPins =
    [
        Promenade.Raise, Promenade.Lower, Promenade.Red, Promenade.Green, Promenade.Warning, Promenade.GateRaise, Promenade.GateLower,
    ];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Script_PlayedTwice_GivesTheSameStreet()
    {
        int seed = Random.Shared.Next();
        TestContext.WriteLine($"seed {seed}");
        Assert.AreEqual(HashOfScript(seed), HashOfScript(seed), $"seed {seed}");
    }

    [TestMethod]
    public void Script_OtherSeed_GivesAnotherStreet() => Assert.AreNotEqual(HashOfScript(1), HashOfScript(2));

    [TestMethod]
    public void Seed_OfTheModelAlone_ChangesTheDrivers()
    {
        static double Passage(int seed)
        {
            var rig = new Rig(StreetStart.BarriersDown, seed);
            int id = rig.Model.SendCar(Promenade.Lane);
            rig.Run(10_000);
            rig.On(Promenade.Green);
            return rig.RunUntil(() => !rig.HasCar(id), 30_000, "car gone");
        }

        Assert.AreEqual(Passage(1), Passage(1));
        Assert.HasCount(2, new HashSet<double> { Passage(1), Passage(2) });
    }

    [TestMethod]
    public void Script_OfRandomOrders_NeverBreaksTheStreetsLaws()
    {
        int seed = Random.Shared.Next();
        TestContext.WriteLine($"seed {seed}");
        Play(seed, 300_000, snapshot =>
        {
            foreach (LaneSnapshot lane in snapshot.Lanes)
            {
                Assert.IsTrue(lane.Barriers.All(position => position is >= 0 and <= 1), $"seed {seed}");
                CarSnapshot[] cars = [.. snapshot.Cars.Where(car => car.Lane == lane.Id)];
                for (int c = 1; c < cars.Length; c++)
                {
                    Assert.IsGreaterThanOrEqualTo(cars[c].FrontM, cars[c - 1].FrontM - cars[c - 1].LengthM, $"overlap, seed {seed}");
                }

                Assert.IsTrue(cars.All(car => car.SpeedMs is >= 0 and <= 5), $"seed {seed}");
            }
        });
    }

    [TestMethod]
    public void Steps_100000WithCarsAndStrokes_AllocateNothing()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        Drive(rig.Model, 20_000);
        for (int i = 0; i < 5; i++)
        {
            rig.Model.SendCar(Promenade.Lane);
            rig.Model.SendCar(Promenade.Depot);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        int levels = Drive(rig.Model, 100_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.AreEqual(0, allocated);
        Assert.IsGreaterThan(0, levels);
    }

    [TestMethod]
    [DataRow(1000, 0)]
    [DataRow(1000, 6)]
    [DataRow(5000, 0)]
    public void Speed_IsPrinted(int stepUs, int cars)
    {
        var rig = new Rig(StreetStart.BarriersUp);
        for (int i = 0; i < cars; i++)
        {
            rig.Model.SendCar(i % 2 == 0 ? Promenade.Lane : Promenade.Depot);
        }

        const int steps = 1_000_000;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < steps; i++)
        {
            rig.Model.Step(stepUs);
        }

        double wallS = Stopwatch.GetElapsedTime(start).TotalSeconds;
        TestContext.WriteLine($"step {stepUs} us, {cars} cars: {steps * (stepUs / 1e6) / wallS:F0} street-seconds per wall-second");
        Assert.AreEqual((long)steps * stepUs, rig.Model.NowUs);
    }

    /// <summary>A node that knows no fear: strokes, lamps, permission pulses, buttons, in a fixed pattern.</summary>
    private static int Drive(StreetModel model, int steps)
    {
        int levels = 0;
        for (int i = 0; i < steps; i++)
        {
            model.SetOutput(Promenade.Permit, i / 20 % 2 == 0);
            model.SetOutput(Promenade.Raise, i % 20_000 is > 12_000 and < 18_000);
            model.SetOutput(Promenade.Lower, i % 20_000 < 3000);
            model.SetOutput(Promenade.GateLower, i % 40_000 < 15_000);
            model.EmergencyStopPressed = i % 50_000 > 49_000;
            model.Step(1000);
            for (int pin = 0; pin < 40; pin++)
            {
                levels += model.InputLevel(pin) ? 1 : 0;
            }
        }

        return levels;
    }

    private static string HashOfScript(int seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Play(seed, 120_000, snapshot => hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(snapshot))));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Play(int seed, int ms, Action<StreetSnapshot> look)
    {
        var script = new Random(seed);
        var rig = new Rig(StreetStart.BarriersHalfWay, seed);
        for (int t = 0; t < ms; t += 50)
        {
            Act(script, rig.Model);
            rig.Run(50);
            look(rig.Model.Snapshot());
        }
    }

    private static void Act(Random script, StreetModel model)
    {
        int anyCar = script.Next(1, 40);
        switch (script.Next(40))
        {
            case 0:
                model.SendCar(script.Next(2) == 0 ? Promenade.Lane : Promenade.Depot, 3 + (script.NextDouble() * 15));
                break;
            case 1:
                model.DriveOn(anyCar);
                break;
            case 2:
                model.DriveOnBlindly(anyCar);
                break;
            case 3:
                model.RemoveCar(anyCar);
                break;
            case 4:
                model.EmergencyStopPressed = script.Next(4) == 0;
                break;
            case < 20:
                model.SetOutput(ScriptedPins[script.Next(ScriptedPins.Length)], script.Next(2) == 0);
                break;
            default:
                break;
        }
    }
}
