using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>What is told of a strike or collision, so that nobody has to guess whose fault it was.</summary>
[TestClass]
public sealed class IncidentTests
{
    [TestMethod]
    public void Strike_OrderedByTheNode_SaysSo()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int car = rig.Model.ParkVehicle(Promenade.Lane, VehicleKind.Car, 31);
        rig.On(Promenade.Raise);
        rig.Run(1000);
        Incident incident = rig.Model.Incidents.Single();
        Assert.AreEqual((IncidentKind.StrikeOnVehicle, Promenade.Lane, 0, car), (incident.Kind, incident.Lane, incident.Barrier, incident.Vehicle));
        Assert.AreEqual((true, true, 0.0, 0.0), (incident.RaiseOrdered, incident.RaiseDriven, incident.VehicleSpeedMs, incident.BarrierPosition));
        Assert.AreEqual(81_000, incident.AtUs, "the contactor needs 80 ms");
        Assert.AreEqual(1, rig.Model.Strikes);
    }

    [TestMethod]
    public void Strike_OfAWeldedContactor_WasDrivenAndNotOrdered()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.WeldContactor(Promenade.Raise);
        rig.On(Promenade.Raise);
        rig.Run(500);
        rig.Off(Promenade.Raise);
        rig.Run(500);
        rig.Model.ParkVehicle(Promenade.Lane, VehicleKind.Car, 31);
        rig.Run(100);
        Incident incident = rig.Model.Incidents.Single();
        Assert.AreEqual((false, true), (incident.RaiseOrdered, incident.RaiseDriven));
    }

    [TestMethod]
    public void Strike_ByHand_WasNeitherDrivenNorOrdered()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.ParkVehicle(Promenade.Lane, VehicleKind.Car, 31);
        rig.Model.MoveByHand(Promenade.Lane, up: true);
        rig.Run(100);
        Incident incident = rig.Model.Incidents.Single();
        Assert.AreEqual((false, false), (incident.RaiseOrdered, incident.RaiseDriven));
    }

    [TestMethod]
    public void Collision_WithARisingBarrier_TellsBothSpeeds()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        int car = rig.Model.SendCar(Promenade.Lane);
        rig.Model.DriveOnBlindly(car);
        rig.RunUntil(() => rig.Car(car).FrontM > 25, 10_000, "near");
        rig.On(Promenade.Raise);
        rig.RunUntil(() => rig.Model.Incidents.Count > 0, 5000, "hit");
        Incident incident = rig.Model.Incidents[0];
        Assert.AreEqual((IncidentKind.Collision, car, true), (incident.Kind, incident.Vehicle, incident.RaiseOrdered));
        Assert.AreEqual(5, incident.VehicleSpeedMs, 0.01);
        Assert.AreEqual(1000.0 / Promenade.RaiseMs, incident.BarrierSpeedPerS, 1e-9);
        Assert.IsGreaterThan(0.1, incident.BarrierPosition);
    }

    [TestMethod]
    public void Log_OfMoreThanItKeeps_HasTheLatestAndCountsAll()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.PlacePersonOnBarrier(Promenade.Lane, 0);
        for (int i = 0; i < 300; i++)
        {
            rig.On(Promenade.Raise);
            rig.Run(100);
            rig.Off(Promenade.Raise);
            rig.Run(100);
        }

        IncidentLog log = rig.Model.Incidents;
        Assert.AreEqual((300, IncidentLog.Capacity), (log.Total, log.Count));
        Assert.AreEqual(200_000L * (300 - IncidentLog.Capacity), log[0].AtUs / 200_000 * 200_000);
        CollectionAssert.AreEqual(log.Select(i => i.AtUs).Order().ToArray(), log.Select(i => i.AtUs).ToArray());
        Assert.AreEqual(300, rig.Model.Snapshot().IncidentCount);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => log[IncidentLog.Capacity]);
    }
}
