using BarrierNode.Control;

namespace BarrierNode.Sim.Tests;

/// <summary>Every fault of cabinet, chip, flash, link, broker and hub: it changes what the city sees, and once mended the node serves again.</summary>
[TestClass]
public sealed class CityFaultTests
{
    private const long Second = 1_000_000;
    private const int FaultAt = 5;
    private const int LowerAt = 10;
    private const int RaiseAt = 40;
    private const int EndAt = 130;

    public static readonly string[] Points = ["power", "node", "node.scan", "node.link", "clock", "flash", "link", "broker", "hub", "hubClock"];

    public static IEnumerable<object[]> All
    {
        get
        {
            IReadOnlyList<FaultPoint> points = FaultSites.City("promenade").Stations[0].Faults.Points;
            return points.Where(p => Points.Contains(p.Name)).SelectMany(p => p.Kinds, (p, kind) => new object[] { p.Name, kind });
        }
    }

    private static readonly Lazy<string> s_good = new(() => Live(FaultSites.City("promenade"), null));

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Set_EveryKind_IsSeenInTheCityAndServesAgainWhenMended(string point, FaultKind kind)
    {
        City city = FaultSites.City("promenade");
        Station station = city.Stations[0];
        string seen = Live(city, new Fault(point, kind));
        Assert.AreNotEqual(s_good.Value, seen, "nothing is seen of it");
        station.Faults.ClearAll();
        city.Advance(120 * Second);
        Assert.IsTrue(station.Node.HasPower, "it has power");
        Assert.IsNull(station.Node.StartProblem);
        Assert.IsTrue(city.Hub.IsLive(station), "the hub hears it");
        long uptimeMs = station.Node.Controller.UptimeMs;
        HubCommand stop = city.Hub.Send(station, "promenade", CommandOp.Stop);
        city.Advance(10 * Second);
        Assert.IsInRange(9970, 10_030, station.Node.Controller.UptimeMs - uptimeMs);
        Assert.IsNotNull(stop.Last, "it answers");
        Assert.IsFalse(city.Hub.HasGap(station), "no event is missing");
    }

    [TestMethod]
    public void Points_OfACity_AreAllThatTheStreetDoesNotTry() =>
        Assert.IsEmpty(Points.Except(FaultSites.City("promenade").Stations[0].Faults.Points.Select(p => p.Name)));

    // A hash over what the broker gets and when, and over what is seen of the node every second.
    private static string Live(City city, Fault? fault)
    {
        EventHash seen = new();
        Station station = city.Stations[0];
        city.Broker.Published += (from, topic, message) =>
        {
            seen.Add(from.Street.NowUs);
            seen.Add(topic);
            seen.Add(message);
        };
        for (int s = 0; s < EndAt; s++)
        {
            switch (s)
            {
                case FaultAt when fault is not null:
                    station.Faults.Set(fault);
                    break;
                case LowerAt or RaiseAt:
                    city.Hub.Send(station, "promenade", s == LowerAt ? CommandOp.Lower : CommandOp.Raise);
                    break;
            }

            city.Advance(Second);
            seen.Add(station.Node.HasPower ? 1 : 0);
            seen.Add(station.Node.Boot);
            seen.Add(station.Node.Controller.UptimeMs);
            foreach (string name in station.Node.Flash.Names)
            {
                seen.Add(station.Node.Flash.Read(name)!);
            }
        }

        return seen.ToString();
    }
}
