using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>People on foot, and what steel and vehicles do to them.</summary>
[TestClass]
public sealed class PedestrianTests
{
    [TestMethod]
    public void Raise_UnderAPersonOnTheCover_StopsAndIsTold()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int person = rig.Model.PlacePersonOnBarrier(Promenade.Lane, 1);
        rig.On(Promenade.Raise);
        rig.Run(8000);
        CollectionAssert.AreEqual(new[] { 1.0, 0.0, 1.0 }, rig.Lane.Barriers.ToArray(), "it does not rise further, the others do");
        Incident incident = rig.Model.Incidents.Single();
        Assert.AreEqual(
            (IncidentKind.StrikeOnPerson, Promenade.Lane, 1, person, 0), (incident.Kind, incident.Lane, incident.Barrier, incident.Person, incident.Vehicle));
        Assert.IsTrue(incident.RaiseOrdered && incident.RaiseDriven);
        Assert.AreEqual(0, rig.Model.Strikes, "strikes count vehicles");
        Assert.IsTrue(rig.Model.RemovePerson(person));
        rig.RunUntil(() => rig.Lane.Barriers[1] >= 1, 6000, "free again");
    }

    [TestMethod]
    public void Raise_OrderedAgainUnderTheSamePerson_IsToldAgain()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.PlacePersonOnBarrier(Promenade.Lane, 0);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            rig.On(Promenade.Raise);
            rig.Run(500);
            rig.Off(Promenade.Raise);
            rig.Run(500);
            Assert.AreEqual(attempt, rig.Model.Incidents.Total);
        }
    }

    [TestMethod]
    public void Obstacle_Person_IsToldAsSomebodyWithoutANumber()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Obstruct(Promenade.Lane, 2, Obstacle.Person);
        rig.On(Promenade.Raise);
        rig.Run(1000);
        Assert.AreEqual((IncidentKind.StrikeOnPerson, 2, 0), (rig.Model.Incidents[0].Kind, rig.Model.Incidents[0].Barrier, rig.Model.Incidents[0].Person));
    }

    [TestMethod]
    public void Person_BesideTheCover_DisturbsNothing()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.PlacePerson(Promenade.Lane, Promenade.BarrierAtM, 5.6);
        rig.On(Promenade.Raise);
        rig.RunUntil(() => rig.Lane.Barriers.All(b => b >= 1), 6000, "up");
        Assert.AreEqual(0, rig.Model.Incidents.Total);
    }

    [TestMethod]
    public void Gate_ClosesOnAPersonAnywhereInItsWay_Stops()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.PlacePerson(Promenade.Depot, 30, 15.2);
        rig.On(Promenade.GateRaise);
        rig.Run(5000);
        Assert.AreEqual(0, rig.Gate.Barriers[0]);
        Assert.AreEqual(IncidentKind.StrikeOnPerson, rig.Model.Incidents.Single().Kind);
    }

    [TestMethod]
    public void Pedestrian_CrossesAndIsGone()
    {
        var rig = new Rig();
        int id = rig.Model.SendPedestrian(Promenade.Lane, 10);
        Assert.IsTrue(rig.Model.Snapshot().People.Single() is { Walks: true, OnBarrier: -1, XM: 10 });
        double seconds = rig.RunUntil(() => rig.Model.Snapshot().People.Count == 0, 20_000, "across") / 1000;
        Assert.IsInRange(9 / 1.6, 9.1 / 1.0, seconds, "9 m from kerb to kerb at 1 to 1.6 m/s");
        Assert.IsFalse(rig.Model.RemovePerson(id));
    }

    [TestMethod]
    public void Pedestrian_PausesOnTheCover_IsOnItAllThatTime()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.SendPedestrianOver(Promenade.Lane, 1, standsS: 5);
        int onMs = 0;
        for (int ms = 0; ms < 30_000 && rig.Model.Snapshot().People.Count > 0; ms++)
        {
            onMs += rig.Model.Snapshot().People[0].OnBarrier == 1 ? 1 : 0;
            rig.Step();
        }

        Assert.IsEmpty(rig.Model.Snapshot().People);
        Assert.IsInRange(5300, 5700, onMs, "and the steps on and off");
    }

    [TestMethod]
    public void Pedestrian_BollardsUp_WalksAroundThem()
    {
        var rig = new Rig();
        rig.Model.SendPedestrianOver(Promenade.Lane, 1, standsS: 1);
        while (rig.Model.Snapshot().People.Count > 0)
        {
            Assert.AreEqual(-1, rig.Model.Snapshot().People[0].OnBarrier);
            rig.Step();
        }
    }

    [TestMethod]
    public void Pedestrian_VehicleComes_WaitsAtTheKerb()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int car = rig.Model.SendCar(Promenade.Lane);
        rig.Model.SendPedestrian(Promenade.Lane, 15);
        rig.Run(2500);
        Assert.AreEqual(2.5, rig.Model.Snapshot().People[0].YM);
        rig.RunUntil(() => rig.Model.Snapshot().People.Count == 0, 30_000, "across after the car");
        Assert.AreEqual(0, rig.Model.Incidents.Total);
        Assert.IsTrue(!rig.HasCar(car) || rig.Car(car).FrontM > 15);
    }

    [TestMethod]
    public void Car_PersonOnTheRoad_StopsBeforeAndGoesOnAfter()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Green);
        int person = rig.Model.PlacePerson(Promenade.Lane, 15, 7);
        int car = rig.Model.SendCar(Promenade.Lane);
        rig.Run(20_000);
        Assert.AreEqual(0, rig.Car(car).SpeedMs);
        Assert.IsInRange(13, 13.6, rig.Car(car).FrontM);
        rig.Model.RemovePerson(person);
        rig.RunUntil(() => !rig.HasCar(car), 30_000, "gone");
        Assert.AreEqual(0, rig.Model.Incidents.Total);
    }

    [TestMethod]
    public void Car_DrivenBlindly_HitsThePersonAndIsToldOnce()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int person = rig.Model.PlacePerson(Promenade.Lane, 15, 7.5);
        int car = rig.Model.SendCar(Promenade.Lane);
        rig.Model.DriveOnBlindly(car);
        rig.Run(15_000);
        Incident incident = rig.Model.Incidents.Single();
        Assert.AreEqual((IncidentKind.PersonHit, person, car, -1), (incident.Kind, incident.Person, incident.Vehicle, incident.Barrier));
        Assert.AreEqual(5, incident.VehicleSpeedMs, 0.01);
    }

    [TestMethod]
    public void Barrier_ThatIsNotThere_IsRefusedWithASentence()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => new Rig().Model.PlacePersonOnBarrier(Promenade.Lane, 3));
        Assert.AreEqual("Lane promenade has no barrier 3; it has 3, from 0.", error.Message);
    }
}
