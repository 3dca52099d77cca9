using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>
/// Sites with their streets and nodes, one broker and one hub, in virtual time. It advances only when told to; the same sites, seed and calls give
/// the same city. Not thread-safe: the owner locks.
/// </summary>
public sealed class City
{
    /// <summary>Links, broker and hub are stepped so often, in microseconds: what the node's link thread waits at most.</summary>
    public const long LinkPeriodUs = 10_000;

    // Stations meet through the hub alone. Each runs this far ahead of the others, so that what belongs to it is fetched into the processor's caches
    // once and used for many scans: with a thousand of them that is most of the time.
    private const long WindowUs = 1_000_000;

    private readonly Station[] _stations;

    /// <summary>Builds a city that has just been switched on.</summary>
    /// <param name="sites">Its sites; each has one node.</param>
    /// <param name="options">What it begins with.</param>
    public City(IReadOnlyList<SiteModel> sites, CityOptions options)
    {
        Options = options;
        Hash = new EventHash();
        _stations = [.. sites.Select((site, i) => new Station(site, options, i, Hash))];
        Hub = new SimHub(this);
    }

    /// <summary>What it began with.</summary>
    public CityOptions Options { get; }

    /// <summary>
    /// Virtual time in microseconds since the city began, as far as every station has come. In a handler of a node, the time is that of its street.
    /// </summary>
    public long NowUs { get; private set; }

    /// <summary>Its sites, in the order in which they were given.</summary>
    public IReadOnlyList<Station> Stations => _stations;

    /// <summary>The hub.</summary>
    public SimHub Hub { get; }

    /// <summary>A hash over everything that happened: outputs, reports, messages, positions. The same for the same seed, on any machine.</summary>
    public EventHash Hash { get; }

    /// <summary>Lets time pass.</summary>
    /// <param name="us">How long, in microseconds; 0 does nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        long windowUs = _stations.Length == 1 ? LinkPeriodUs : WindowUs;
        long endUs = NowUs + us;
        while (NowUs < endUs)
        {
            long nextUs = Math.Min(endUs, (NowUs / windowUs * windowUs) + windowUs);
            foreach (Station station in _stations)
            {
                station.Advance(nextUs);
            }

            NowUs = nextUs;
        }
    }
}
