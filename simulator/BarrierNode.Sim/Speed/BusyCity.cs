using BarrierNode.Sim.Fuzz;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>A city with moderate traffic in every lane: what the speed of the simulator is measured on.</summary>
public sealed class BusyCity
{
    // Traffic looks this often whether something is due.
    private const long LookUs = 1_000_000;

    private readonly ServedLane[] _lanes;
    private readonly LawKeeper[] _laws;

    /// <summary>Builds a city that has just been switched on.</summary>
    /// <param name="sites">Its sites.</param>
    /// <param name="seed">Seed of the city and of its traffic.</param>
    /// <param name="laws">In every scan of every node the laws of <c>sim fuzz</c> are looked at.</param>
    /// <param name="watch">Called once for each site: may observe its node and its street; null for no observer.</param>
    public BusyCity(IReadOnlyList<SiteModel> sites, int seed, bool laws = false, Action<Station>? watch = null)
    {
        City = new City(sites, new CityOptions(seed));
        Random random = new(seed);
        _lanes = [.. City.Stations.SelectMany(
            station => station.Site.Lanes.Where(l => l.Driven).Select(lane => new ServedLane(City, station, lane.Id, random)))];
        _laws = [.. City.Stations.Where(_ => laws).Select(station => new LawKeeper(City, station))];
        foreach (Station station in watch is null ? [] : City.Stations)
        {
            watch!(station);
        }
    }

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>The first law that a node has broken, with what was seen; null when none has.</summary>
    public string? BrokenLaw => Array.Find(_laws, l => l.Finding is not null)?.Finding?.ToString();

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How long, in seconds of the city.</param>
    public void Advance(int seconds)
    {
        long endUs = City.NowUs + (seconds * 1_000_000L);
        while (City.NowUs < endUs)
        {
            City.Advance(Math.Min(LookUs, endUs - City.NowUs));
            foreach (ServedLane lane in _lanes)
            {
                lane.Step();
            }
        }
    }
}
