using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

[TestClass]
public class CarTests
{
    [TestMethod]
    public void Car_Sent_EntersAtTheStreetsSpeed()
    {
        var rig = new Rig();
        CarSnapshot car = rig.Car(rig.Model.SendCar(Promenade.Lane, 6));
        Assert.AreEqual(new CarSnapshot(1, Promenade.Lane, 0, 6, 7, 5, Waiting: false), car);
    }

    [TestMethod]
    [DataRow(StreetStart.BarriersUp, true)]
    [DataRow(StreetStart.BarriersDown, false)]
    [DataRow(StreetStart.BarriersHalfWay, true)]
    public void Car_LaneNotOpen_WaitsAtTheStopLine(StreetStart start, bool green)
    {
        var rig = new Rig(start);
        rig.Model.SetOutput(Promenade.Green, green);
        rig.Model.SetOutput(Promenade.Red, !green);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(30_000);
        CarSnapshot car = rig.Car(id);
        Assert.IsTrue(car.Waiting);
        Assert.AreEqual(0, car.SpeedMs);
        Assert.IsInRange(Promenade.StopLineM - 0.2, Promenade.StopLineM, car.FrontM);
        Assert.IsFalse(rig.Lane.Loops[0]);
    }

    [TestMethod]
    public void Car_SignalDark_Waits()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(30_000);
        Assert.IsTrue(rig.Car(id).Waiting);
    }

    [TestMethod]
    public void Car_LaneWithoutSignal_GoesByTheBarrier()
    {
        var rig = new Rig();
        int id = rig.Model.SendCar(Promenade.Depot);
        rig.Run(20_000);
        Assert.IsTrue(rig.Car(id).Waiting);
        rig.On(Promenade.GateLower);
        rig.RunUntil(() => !rig.Car(id).Waiting, 13_000, "no longer waiting");
        Assert.IsLessThanOrEqualTo(0.02, rig.Gate.Barriers[0]);
        rig.RunUntil(() => !rig.HasCar(id), 30_000, "car gone");
        Assert.AreEqual(0, rig.Model.Collisions);
    }

    [TestMethod]
    public void Car_GreenAndDown_PassesEntryThenExitLoopAndLeaves()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Red);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(15_000);
        Assert.IsTrue(rig.Car(id).Waiting);
        rig.Off(Promenade.Red);
        rig.On(Promenade.Green);
        double entry = rig.RunUntil(() => !rig.High(Promenade.EntryLoop), 10_000, "entry loop");
        Assert.IsTrue(rig.High(Promenade.ExitLoop));
        double exit = rig.RunUntil(() => !rig.High(Promenade.ExitLoop), 10_000, "exit loop");
        rig.RunUntil(() => rig.High(Promenade.EntryLoop) && rig.High(Promenade.ExitLoop), 10_000, "both loops free");
        rig.RunUntil(() => !rig.HasCar(id), 20_000, "car gone");
        Assert.IsGreaterThan(0, entry);
        Assert.IsGreaterThan(0, exit);
        Assert.AreEqual((0, 0), (rig.Model.Collisions, rig.Model.Strikes));
    }

    [TestMethod]
    public void Car_WhateverHappens_KeepsWithinEngineAndBrakes()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Red);
        rig.Model.SendCar(Promenade.Lane);
        rig.Model.SendCar(Promenade.Lane, 12);
        var speeds = new Dictionary<int, double>();
        for (int ms = 0; ms < 60_000; ms++)
        {
            if (ms == 20_000)
            {
                rig.On(Promenade.Green);
            }

            foreach (CarSnapshot car in rig.Model.Snapshot().Cars)
            {
                double before = speeds.GetValueOrDefault(car.Id, car.SpeedMs);
                Assert.IsInRange(-0.004 - 1e-9, 0.0025 + 1e-9, car.SpeedMs - before, $"car {car.Id} at {ms} ms");
                Assert.IsInRange(0, 5, car.SpeedMs);
                speeds[car.Id] = car.SpeedMs;
            }

            rig.Step();
        }

        Assert.IsEmpty(rig.Model.Snapshot().Cars);
    }

    [TestMethod]
    public void Cars_InAQueue_KeepTheirDistance()
    {
        var rig = new Rig();
        int[] ids = [.. Enumerable.Range(0, 6).Select(_ => rig.Model.SendCar(Promenade.Lane))];
        AssertNeverCloser(rig, 60_000, 1.9);
        CarSnapshot[] queue = [.. ids.Select(rig.Car)];
        Assert.IsTrue(queue.All(car => car.Waiting));
        Assert.IsLessThan(0, queue[^1].FrontM, "the entrance is taken: the last one waits outside");
        rig.On(Promenade.Lower);
        rig.On(Promenade.Green);
        AssertNeverCloser(rig, 60_000, 1.9);
        Assert.IsEmpty(rig.Model.Snapshot().Cars);
        Assert.AreEqual(0, rig.Model.Collisions);
    }

    [TestMethod]
    public void Cars_Flowing_FollowASecondApart()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int first = rig.Model.SendCar(Promenade.Lane);
        int second = rig.Model.SendCar(Promenade.Lane);
        rig.RunUntil(() => rig.Car(first).FrontM > 50, 20_000, "the first car near the street's end");
        CarSnapshot follower = rig.Car(second);
        Assert.IsGreaterThan(4, follower.SpeedMs);
        Assert.IsInRange(1.9 + follower.SpeedMs, 5 + follower.SpeedMs, rig.Car(first).FrontM - 4.5 - follower.FrontM);
    }

    [TestMethod]
    public void Cars_FirstOneCrashesAtHighSpeed_NextOneNeverOverlaps()
    {
        SiteModel site = Promenade.Site();
        var rig = new Rig(site: site with { Street = site.Street with { SpeedKmh = 120 } });
        int first = rig.Model.SendCar(Promenade.Lane);
        rig.Model.DriveOnBlindly(first);
        rig.RunUntil(() => rig.Car(first).FrontM > 20, 20_000, "the first car on its way");
        int second = rig.Model.SendCar(Promenade.Lane, 2);
        rig.Model.DriveOnBlindly(second);
        rig.Run(100);
        AssertNeverCloser(rig, 20_000, -1e-9);
        Assert.AreEqual(1, rig.Model.Collisions);
    }

    [TestMethod]
    public void Cars_InTwoLanes_AreSortedByNumber()
    {
        var rig = new Rig();
        rig.Model.SendCar(Promenade.Depot);
        rig.Model.SendCar(Promenade.Lane);
        rig.Model.SendCar(Promenade.Depot);
        int[] ids = [.. rig.Model.Snapshot().Cars.Select(car => car.Id)];
        Assert.AreSequenceEqual([1, 2, 3], ids);
    }

    [TestMethod]
    public void Car_BarrierRisesAfterTheStopLine_BrakesBeforeIt()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.RunUntil(() => rig.Car(id).FrontM > Promenade.StopLineM + 0.5, 10_000, "car past the stop line");
        rig.On(Promenade.Raise);
        rig.Run(10_000);
        Assert.IsInRange(Promenade.BarrierAtM - 1.1, Promenade.BarrierAtM - 1 + 0.01, rig.Car(id).FrontM);
        Assert.IsTrue(rig.Car(id).Waiting);
        Assert.AreEqual((0, 0), (rig.Model.Collisions, rig.Model.Strikes));
        rig.Off(Promenade.Raise);
        rig.On(Promenade.Lower);
        rig.RunUntil(() => !rig.HasCar(id), 30_000, "car gone once the barriers are down again");
    }

    [TestMethod]
    public void Car_SignalTurnsRedAfterTheStopLine_GoesOn()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.RunUntil(() => rig.Car(id).FrontM > Promenade.StopLineM, 10_000, "car past the stop line");
        rig.Off(Promenade.Green);
        rig.On(Promenade.Red);
        rig.RunUntil(() => !rig.HasCar(id), 20_000, "car gone");
    }

    [TestMethod]
    [DataRow(4.0, true)]
    [DataRow(2.0, false)]
    public void Car_SignalTurnsRedBeforeTheStopLine_StopsIfItCan(double distanceM, bool stops)
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.RunUntil(() => rig.Car(id).FrontM > Promenade.StopLineM - distanceM, 10_000, "car near the stop line");
        rig.Off(Promenade.Green);
        rig.Run(500);
        Assert.AreEqual(stops, rig.Car(id).SpeedMs < 5, "who cannot stop does not brake");
        rig.Run(30_000);
        Assert.AreEqual(stops, rig.HasCar(id));
    }

    [TestMethod]
    public void DriveOn_WaitingCar_CreepsOntoTheLoopAndHaltsBeforeTheBarrier()
    {
        var rig = new Rig();
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(20_000);
        Assert.IsTrue(rig.Model.DriveOn(id));
        rig.RunUntil(() => !rig.High(Promenade.EntryLoop), 6000, "entry loop occupied");
        Assert.AreEqual(5 / 3.6, rig.Car(id).SpeedMs, 1e-6);
        rig.Run(20_000);
        Assert.IsInRange(Promenade.BarrierAtM - 1.1, Promenade.BarrierAtM - 1 + 0.001, rig.Car(id).FrontM);
        Assert.AreEqual(0, rig.Model.Collisions);
    }

    [TestMethod]
    public void DriveOnBlindly_BarrierUp_CollidesOnceAndStops()
    {
        var rig = new Rig();
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(20_000);
        Assert.IsTrue(rig.Model.DriveOnBlindly(id));
        rig.Run(20_000);
        Assert.AreEqual(1, rig.Model.Collisions);
        Assert.AreEqual(1, rig.Model.Snapshot().Collisions);
        Assert.AreEqual(0, rig.Model.Strikes);
        Assert.AreEqual(Promenade.BarrierAtM, rig.Car(id).FrontM);
        Assert.AreEqual(0, rig.Car(id).SpeedMs);
        rig.On(Promenade.Lower);
        rig.RunUntil(() => !rig.HasCar(id), 30_000, "car gone once the barriers are down");
        Assert.AreEqual(1, rig.Model.Collisions);
    }

    [TestMethod]
    public void Raise_UnderACar_CountsOneStrikeAndHoldsTheBarriers()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int id = rig.Model.SendCar(Promenade.Lane, 20);
        rig.RunUntil(() => rig.Car(id).FrontM > Promenade.BarrierAtM + 1, 10_000, "car over the barriers");
        rig.On(Promenade.Raise);
        rig.Run(2000);
        Assert.IsTrue(rig.Lane.Barriers.All(position => position == 0));
        Assert.AreEqual(1, rig.Model.Strikes);
        Assert.AreEqual(0, rig.Model.Collisions);
        rig.Off(Promenade.Raise);
        rig.Run(200);
        rig.On(Promenade.Raise);
        rig.Run(200);
        Assert.AreEqual(2, rig.Model.Strikes, "a second raise is a second strike");
        rig.RunUntil(() => rig.Position > 0.5, 10_000, "it rises once the car is off");
        Assert.IsGreaterThan(Promenade.BarrierAtM + 20, rig.Car(id).FrontM);
    }

    [TestMethod]
    public void Gate_ClosedOntoACar_CountsAStrike()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int id = rig.Model.SendCar(Promenade.Depot, 20);
        rig.RunUntil(() => rig.Car(id).FrontM > 31, 10_000, "car in the gate");
        rig.On(Promenade.GateRaise);
        rig.Run(500);
        Assert.AreEqual(1, rig.Model.Strikes);
        Assert.AreEqual(0, rig.Gate.Barriers[0]);
    }

    [TestMethod]
    public void RemoveCar_FreesLoopAndRoad()
    {
        var rig = new Rig();
        int id = rig.Model.SendCar(Promenade.Lane);
        rig.Run(10_000);
        rig.Model.DriveOn(id);
        rig.RunUntil(() => !rig.High(Promenade.EntryLoop), 6000, "entry loop occupied");
        Assert.IsTrue(rig.Model.RemoveCar(id));
        rig.RunUntil(() => rig.High(Promenade.EntryLoop), 400, "entry loop free");
        Assert.IsEmpty(rig.Model.Snapshot().Cars);
    }

    [TestMethod]
    public void Orders_ForACarThatIsGone_AreFalse()
    {
        var rig = new Rig();
        Assert.IsFalse(rig.Model.DriveOn(7));
        Assert.IsFalse(rig.Model.DriveOnBlindly(7));
        Assert.IsFalse(rig.Model.RemoveCar(7));
    }

    [TestMethod]
    public void SendCar_UnknownLane_NamesTheLanes()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => new Rig().Model.SendCar("quay"));
        Assert.AreEqual("There is no lane quay; this street has promenade, depot.", error.Message);
    }

    [TestMethod]
    [DataRow(0.9)]
    [DataRow(31)]
    [DataRow(double.NaN)]
    public void SendCar_LengthOutOfRange_IsRefused(double lengthM) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Rig().Model.SendCar(Promenade.Lane, lengthM));

    private static void AssertNeverCloser(Rig rig, int ms, double gapM)
    {
        for (int i = 0; i < ms; i++)
        {
            rig.Step();
            IReadOnlyList<CarSnapshot> cars = rig.Model.Snapshot().Cars;
            for (int c = 1; c < cars.Count; c++)
            {
                Assert.IsGreaterThan(gapM, cars[c - 1].FrontM - cars[c - 1].LengthM - cars[c].FrontM, $"cars {c} and {c + 1} at {i} ms");
            }
        }
    }
}
