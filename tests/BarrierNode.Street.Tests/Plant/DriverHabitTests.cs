using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>Drivers who do what they should not.</summary>
[TestClass]
public sealed class DriverHabitTests
{
    private static readonly int[] s_seeds = [.. Enumerable.Range(1, 10)];

    [TestMethod]
    public void Creeper_LaneClosed_StandsOverTheLineAndBeforeTheBarrier()
    {
        var places = new HashSet<double>();
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(seed: seed);
            int id = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, DriverHabit.Creeps);
            rig.Run(40_000);
            Assert.AreEqual(0, rig.Car(id).SpeedMs);
            Assert.IsInRange(Promenade.StopLineM + 0.8, Promenade.StopLineM + 6, rig.Car(id).FrontM, $"seed {seed}");
            Assert.AreEqual(0, rig.Model.Collisions);
            places.Add(rig.Car(id).FrontM);
        }

        Assert.IsGreaterThan(5, places.Count, "drivers differ");
    }

    [TestMethod]
    [DataRow(DriverHabit.Tailgates, true)]
    [DataRow(DriverHabit.Ordinary, false)]
    public void Follower_SignalTurnsRedBehindTheFirst_GoesThroughOnlyAsATailgater(DriverHabit habit, bool passes)
    {
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(StreetStart.BarriersDown, seed);
            rig.On(Promenade.Red);
            int first = rig.Model.SendCar(Promenade.Lane);
            int second = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, habit);
            rig.Run(20_000);
            rig.Off(Promenade.Red);
            rig.On(Promenade.Green);
            rig.RunUntil(() => rig.Car(first).FrontM > Promenade.StopLineM + 0.5, 20_000, "the first one over the line");
            rig.Off(Promenade.Green);
            rig.On(Promenade.Red);
            double closestM = double.PositiveInfinity;
            while (rig.HasCar(first) && rig.Car(first).FrontM < 50)
            {
                closestM = Math.Min(closestM, rig.Car(first).FrontM - 4.5 - rig.Car(second).FrontM);
                rig.Step();
            }

            rig.Run(10_000);
            Assert.AreEqual(passes, !rig.HasCar(second) || rig.Car(second).FrontM > Promenade.BarrierAtM, $"seed {seed}");
            Assert.IsInRange(passes ? 0.9 : 1.9, passes ? 2.5 : 3.5, closestM, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Turner_LaneClosed_BacksOutAfterAWait()
    {
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(seed: seed);
            int id = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Van, DriverHabit.Reverses);
            rig.RunUntil(() => rig.Car(id) is { SpeedMs: 0, FrontM: > 19 }, 20_000, "at the line");
            rig.RunUntil(() => rig.Car(id).FrontM < 19, 20_000, "backs");
            rig.RunUntil(() => !rig.HasCar(id), 30_000, "gone");
        }
    }

    [TestMethod]
    public void Turner_LaneOpen_DrivesOverTheLineAndBacksOutBeforeItIsThrough()
    {
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(StreetStart.BarriersDown, seed);
            rig.On(Promenade.Green);
            int id = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, DriverHabit.Reverses);
            double furthestM = 0;
            for (int ms = 0; ms < 60_000 && rig.HasCar(id); ms++)
            {
                furthestM = Math.Max(furthestM, rig.Car(id).FrontM);
                rig.Step();
            }

            Assert.IsFalse(rig.HasCar(id));
            Assert.IsInRange(Promenade.StopLineM, Promenade.BarrierAtM + 4, furthestM, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Turner_WithOthersBehind_MakesThemBackOutToo()
    {
        var rig = new Rig();
        rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, DriverHabit.Reverses);
        rig.Model.SendCar(Promenade.Lane);
        for (int ms = 0; ms < 60_000 && rig.Model.Snapshot().Cars.Count > 0; ms++)
        {
            IReadOnlyList<CarSnapshot> cars = rig.Model.Snapshot().Cars;
            Assert.IsTrue(cars.Count < 2 || cars[1].FrontM <= cars[0].FrontM - cars[0].LengthM, "no vehicle drives through another");
            rig.Step();
        }

        Assert.IsEmpty(rig.Model.Snapshot().Cars);
    }

    [TestMethod]
    [DataRow(VehicleKind.Car, 40)]
    [DataRow(VehicleKind.Truck, 30)]
    public void Ram_BarrierUp_HitsItAtSpeedAndIsTold(VehicleKind kind, double leastKmh)
    {
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(seed: seed);
            int id = rig.Model.SendDriver(Promenade.Lane, kind, DriverHabit.Rams);
            rig.RunUntil(() => rig.Model.Incidents.Count > 0, 20_000, "hit");
            Incident incident = rig.Model.Incidents[0];
            Assert.AreEqual((IncidentKind.Rammed, id, 1.0, false), (incident.Kind, incident.Vehicle, incident.BarrierPosition, incident.RaiseOrdered));
            Assert.IsInRange(leastKmh, 80, incident.VehicleSpeedMs * 3.6, $"seed {seed}");
            rig.Run(5000);
            Assert.AreEqual(Promenade.BarrierAtM, rig.Car(id).FrontM, "the barrier holds");
            Assert.AreEqual(1, rig.Model.Collisions);
        }
    }

    [TestMethod]
    public void Stalled_OverLoopsOrBarrier_StandsTenSecondsAtLeastAndDrivesOn()
    {
        foreach (int seed in s_seeds)
        {
            var rig = new Rig(StreetStart.BarriersDown, seed);
            rig.On(Promenade.Green);
            int id = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, DriverHabit.Stalls);
            rig.RunUntil(() => rig.Car(id).SpeedMs <= 0, 20_000, "stands");
            CarSnapshot car = rig.Car(id);
            Assert.IsInRange(Promenade.StopLineM + 5, 40, car.FrontM, $"seed {seed}");
            Assert.IsInRange(9000, 61_000, rig.RunUntil(() => rig.Car(id).SpeedMs > 0, 70_000, "starts again"), $"seed {seed}");
            rig.RunUntil(() => !rig.HasCar(id), 30_000, "gone");
        }
    }

    [TestMethod]
    public void Vehicles_FromStandstill_StartAsTheirEnginesLetThem()
    {
        double[] seconds = [.. new[] { VehicleKind.Motorcycle, VehicleKind.Car, VehicleKind.Truck, VehicleKind.TruckTrailer }.Select(SecondsToCruise)];
        CollectionAssert.AreEqual(seconds.Order().ToArray(), seconds);
        Assert.AreEqual(5 / 3.5, seconds[0], 0.01);
        Assert.AreEqual(5 / 0.8, seconds[^1], 0.01);
    }

    [TestMethod]
    public void Habits_OfOneSeed_AreTheSameAndOfAnotherSeedOthers()
    {
        static double Place(int seed)
        {
            var rig = new Rig(seed: seed);
            int id = rig.Model.SendDriver(Promenade.Lane, VehicleKind.Car, DriverHabit.Creeps);
            rig.Run(40_000);
            return rig.Car(id).FrontM;
        }

        Assert.AreEqual(Place(3), Place(3));
        Assert.AreNotEqual(Place(3), Place(4));
    }

    private static double SecondsToCruise(VehicleKind kind)
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int id = rig.Model.ParkVehicle(Promenade.Lane, kind, 35);
        rig.Model.DriveOnBlindly(id);
        rig.RunUntil(() => rig.Car(id).SpeedMs > 0, 3000, "moves");
        return rig.RunUntil(() => rig.Car(id).SpeedMs >= 5, 10_000, "at the street's speed") / 1000;
    }
}
