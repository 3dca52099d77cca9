using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>Parts as a cabinet has them: each a little different, and bouncing.</summary>
[TestClass]
public sealed class PartTests
{
    private static readonly int[] s_seeds = [.. Enumerable.Range(1, 20)];

    [TestMethod]
    public void Contactors_Drawn_PullInAndDropOutWithin8To30Ms()
    {
        var pullsIn = new HashSet<double>();
        foreach (int seed in s_seeds)
        {
            Rig rig = Drawn(seed);
            rig.On(Promenade.Raise);
            double pullInMs = rig.RunUntil(() => rig.Position > 0, 100, "moves");
            Assert.IsInRange(8, 31, pullInMs, $"seed {seed}");
            pullsIn.Add(pullInMs);
            rig.Off(Promenade.Raise);
            double begin = rig.Position;
            rig.Run(100);
            Assert.IsInRange(7.0 / Promenade.RaiseMs, 30.0 / Promenade.RaiseMs, rig.Position - begin, $"seed {seed}");
        }

        Assert.IsGreaterThan(5, pullsIn.Count, "parts differ");
    }

    [TestMethod]
    public void LimitSwitch_Drawn_BouncesForTenMillisecondsAtMostAndStays()
    {
        int bounced = 0;
        foreach (int seed in s_seeds)
        {
            List<double> edges = EdgesOfAStroke(Drawn(seed));
            Assert.IsInRange(0, 10.5, edges[^1] - edges[0], $"seed {seed}");
            bounced += edges.Count > 1 ? 1 : 0;
        }

        Assert.IsGreaterThan(10, bounced);
        Assert.HasCount(1, EdgesOfAStroke(new Rig(StreetStart.BarriersDown)), "nominal parts do not bounce");
    }

    [TestMethod]
    public void LimitSwitch_Drawn_LetsGoFurtherFromTheEndThanItActs()
    {
        foreach (int seed in s_seeds)
        {
            Rig rig = Drawn(seed);
            rig.On(Promenade.Raise);
            rig.RunUntil(() => rig.High(Promenade.Up[0]), 6000, "up");
            double acts = rig.Position;
            Assert.IsInRange(0.984, 0.9955, acts, $"seed {seed}");
            rig.Run(500);
            rig.Off(Promenade.Raise);
            rig.Run(500);
            rig.Model.Conditions.Lane(Promenade.Lane).LeakPercentPerHour = 360;
            rig.RunUntil(() => !rig.High(Promenade.Up[0]), 30_000, "sunk");
            Assert.IsInRange(0.0015, 0.0055, acts - rig.Position, $"seed {seed}");
        }
    }

    [TestMethod]
    public void LoopRelay_Drawn_DetectsAndReleasesAsInTheField()
    {
        var detects = new HashSet<double>();
        foreach (int seed in s_seeds)
        {
            Rig rig = Drawn(seed);
            int car = rig.Model.ParkVehicle(Promenade.Lane, VehicleKind.Car, 28);
            double detectMs = rig.RunUntil(() => !rig.High(Promenade.EntryLoop), 200, "detected");
            Assert.IsInRange(53, 84, detectMs, $"seed {seed}");
            detects.Add(detectMs);
            rig.Run(100);
            rig.Model.RemoveCar(car);
            Assert.IsInRange(280, 361, rig.RunUntil(() => rig.High(Promenade.EntryLoop), 500, "released"), $"seed {seed}");
        }

        Assert.IsGreaterThan(5, detects.Count, "detectors differ");
    }

    [TestMethod]
    public void Contact_ReadOftenOrSeldom_TellsTheSame()
    {
        foreach (int seed in s_seeds)
        {
            Rig often = Drawn(seed);
            Rig seldom = Drawn(seed);
            often.On(Promenade.Raise);
            seldom.On(Promenade.Raise);
            for (int scan = 0; scan < 260; scan++)
            {
                for (int ms = 0; ms < 20; ms++)
                {
                    often.Step();
                    seldom.Step();
                    _ = Levels(often);
                }

                Assert.AreEqual(Levels(often), Levels(seldom), $"seed {seed}, scan {scan}");
            }
        }
    }

    [TestMethod]
    public void Drivers_OfOneSeed_AreTheSameWithParts()
    {
        static double Passage(PlantParts parts)
        {
            var rig = new Rig(StreetStart.BarriersDown, 5);
            rig.Model.Parts = parts;
            int id = rig.Model.SendCar(Promenade.Lane);
            rig.Run(10_000);
            rig.On(Promenade.Green);
            return rig.RunUntil(() => !rig.HasCar(id), 30_000, "car gone");
        }

        Assert.AreEqual(Passage(PlantParts.Nominal), Passage(PlantParts.Drawn));
    }

    private static Rig Drawn(int seed)
    {
        var rig = new Rig(StreetStart.BarriersDown, seed);
        rig.Model.Parts = PlantParts.Drawn;
        return rig;
    }

    private static long Levels(Rig rig)
    {
        long levels = 0;
        for (int pin = 0; pin < 40; pin++)
        {
            levels |= rig.High(pin) ? 1L << pin : 0;
        }

        return levels;
    }

    private static List<double> EdgesOfAStroke(Rig rig)
    {
        rig.StepUs = 500;
        rig.On(Promenade.Raise);
        List<double> edges = [];
        bool before = rig.High(Promenade.Up[0]);
        while (rig.Model.NowUs < 6_000_000)
        {
            rig.Step();
            if (rig.High(Promenade.Up[0]) != before)
            {
                before = !before;
                edges.Add(rig.Model.NowUs / 1000.0);
            }
        }

        Assert.IsTrue(before, "it acts in the end");
        return edges;
    }
}
