using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>
/// Sites with their streets and nodes, one broker and one hub, in virtual time. It advances only when told to; the same sites, seed and calls give
/// the same city. Not thread-safe: the owner locks.
/// </summary>
public sealed class City
{
    /// <summary>Time from one step of a node's link to the next, in microseconds.</summary>
    public const long LinkPeriodUs = 10_000;

    // Stations meet at the hub alone, which answers each by itself. So each may run this far ahead of the others, and what belongs to it is fetched into
    // the processor's caches once and used for many scans.
    private const long WindowUs = 1_000_000;

    private readonly Station[] _stations;

    /// <summary>Builds a city that has just been switched on.</summary>
    /// <param name="sites">Its sites; each has one node.</param>
    /// <param name="options">What it begins with.</param>
    /// <exception cref="ArgumentException">Two sites have the same address.</exception>
    public City(IReadOnlyList<SiteModel> sites, CityOptions options)
    {
        Options = options;
        Broker = new SimBroker(this);
        Hub = new SimHub(this);
        _stations = [.. sites.Select((site, i) => new Station(this, site, i))];
    }

    /// <summary>What it began with.</summary>
    public CityOptions Options { get; }

    /// <summary>
    /// Virtual time in microseconds since the city began, as far as every station has come. In a handler of a station, the time is that of its street.
    /// </summary>
    public long NowUs { get; private set; }

    /// <summary>Its sites, in the order in which they were given.</summary>
    public IReadOnlyList<Station> Stations => _stations;

    /// <summary>The broker.</summary>
    public SimBroker Broker { get; }

    /// <summary>The hub.</summary>
    public SimHub Hub { get; }

    /// <summary>
    /// A hash over everything that happened until now: outputs, messages, positions. The same for the same seed, on any machine.
    /// </summary>
    public EventHash Hash
    {
        get
        {
            EventHash all = new();
            foreach (Station station in _stations)
            {
                all.Add((long)station.Hash.Value);
            }

            return all;
        }
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="us">How long, in microseconds; 0 does nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        long endUs = NowUs + us;
        while (NowUs < endUs)
        {
            long nextUs = Math.Min(endUs, (NowUs / WindowUs * WindowUs) + WindowUs);
            foreach (Station station in _stations)
            {
                station.Advance(nextUs);
            }

            NowUs = nextUs;
        }
    }
}
