using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests;

[TestClass]
public sealed class CityTests
{
    private static SiteModel Promenade =>
        SiteFile.Load(Repository.File("simulator/sites/promenade.yaml"), Repository.File("hardware/boards"));

    [TestMethod]
    public void City_ALoweringCommand_LowersTheLaneAndIsAnswered()
    {
        City city = new([Promenade], new CityOptions());
        city.Advance(2_000_000);
        HubCommand lower = city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
        city.Advance(10_000_000);
        Assert.AreEqual(AckStage.Done, lower.Last!.Stage);
        Assert.AreEqual(LanePosition.Down, city.Stations[0].Node.Controller.Position(0));
    }

    [TestMethod]
    public void Cabinet_LosesItsPower_TheNodeStopsAndStartsAgainWithIt()
    {
        City city = new([Promenade], new CityOptions());
        Station station = city.Stations[0];
        city.Advance(2_000_000);
        Controller before = station.Node.Controller;
        station.Street.Power.Interrupt(500);
        city.Advance(300_000);
        Assert.IsFalse(station.Node.HasPower);
        Assert.AreEqual(0, station.Node.Outputs);
        city.Advance(300_000);
        Assert.IsTrue(station.Node.HasPower);
        Assert.AreNotSame(before, station.Node.Controller);
    }

    [TestMethod]
    public void City_TheSameSeedTwice_GivesTheSameHash()
    {
        Assert.AreEqual(Hash(7), Hash(7));

        static string Hash(int seed)
        {
            City city = new([Promenade], new CityOptions(seed));
            city.Stations[0].Street.SendVehicle("promenade", VehicleKind.Car);
            city.Advance(1_000_000);
            city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
            city.Advance(20_000_000);
            return city.Hash.ToString();
        }
    }
}
