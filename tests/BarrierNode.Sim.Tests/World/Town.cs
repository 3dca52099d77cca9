using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests;

/// <summary>A city of one or more sites for tests, and what they ask of it.</summary>
internal static class Town
{
    public const long Ms = 1_000;
    public const long Second = 1_000_000;

    public static City Of(string site, int seed = 1) => new([Load(site)], new CityOptions(seed));

    /// <summary>A city whose nodes are connected and live.</summary>
    public static City Live(string site = "promenade", int seed = 1)
    {
        City city = Of(site, seed);
        city.Advance(3 * Second);
        Assert.IsTrue(city.Hub.IsLive(city.Stations[0]));
        return city;
    }

    public static SiteModel Load(string site) =>
        SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards"));

    /// <summary>Lets time pass until something is so, and says when it was.</summary>
    public static long Until(this City city, Func<bool> isSo, long atMostUs)
    {
        long endUs = city.NowUs + atMostUs;
        while (!isSo() && city.NowUs < endUs)
        {
            city.Advance(10 * Ms);
        }

        Assert.IsTrue(isSo(), $"It was not so within {atMostUs / Ms} ms.");
        return city.NowUs;
    }

    public static void ExpectEventsOnceAndInOrder(City city, Station station)
    {
        long[] numbers = [.. city.Hub.Events.Where(e => e.Station == station).Select(e => e.Number)];
        CollectionAssert.AreEqual(Enumerable.Range(1, numbers.Length).Select(n => (long)n).ToArray(), numbers);
    }

    /// <summary>A short life by a seed: vehicles, commands, an outage, a power cut.</summary>
    public static string Life(int seed)
    {
        City city = new([Load("promenade"), Load("minimal")], new CityOptions(seed));
        SimRandom random = new(seed);
        city.Advance(2 * Second);
        for (int i = 0; i < 12; i++)
        {
            Station station = city.Stations[random.Below(2)];
            string lane = station.Site.Lanes[random.Below(station.Site.Lanes.Count)].Id;
            switch (random.Below(5))
            {
                case 0:
                    station.Street.SendVehicle(lane, (VehicleKind)random.Below(3));
                    break;
                case 1:
                    station.Network.Up = !station.Network.Up;
                    break;
                case 2 when station.Node.HasPower:
                    station.Node.PowerOff();
                    break;
                case 2:
                    station.Node.PowerOn();
                    break;
                default:
                    city.Hub.Send(station, lane, random.Below(2) == 0 ? CommandOp.Lower : CommandOp.Raise);
                    break;
            }

            city.Advance(random.Below(3000) * Ms);
        }

        return city.Hash.ToString();
    }
}
