using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>One site of a city: its street, its node, and what can break there.</summary>
public sealed class Station
{
    internal Station(SiteModel site, CityOptions options, int number, EventHash hash)
    {
        Site = site;
        Number = number;
        Table = SiteCompiler.Compile(site);
        Street = new StreetModel(site, unchecked((options.Seed * 31) + number), options.Start);
        Clock = new StreetClock(Street);
        Node = new SimNode(this, hash);
        Faults = new FaultBoard(this);
        Clock.Every(VirtualCabinet.ScanPeriodUs, _ => Node.Scan());
    }

    /// <summary>Its number in the city, from 0.</summary>
    public int Number { get; }

    /// <summary>Its site file.</summary>
    public SiteModel Site { get; }

    /// <summary>What its node has loaded.</summary>
    public SiteTable Table { get; }

    /// <summary>Its street.</summary>
    public StreetModel Street { get; }

    /// <summary>Its node.</summary>
    public SimNode Node { get; }

    /// <summary>What is broken.</summary>
    public FaultBoard Faults { get; }

    internal StreetClock Clock { get; }

    /// <summary>Lets time pass up to a moment of the city, a link period at a time.</summary>
    internal void Advance(long untilUs)
    {
        long nowUs = Clock.NowUs;
        while (nowUs < untilUs)
        {
            long nextUs = Math.Min(untilUs, (nowUs / City.LinkPeriodUs * City.LinkPeriodUs) + City.LinkPeriodUs);
            Clock.Advance(nextUs - nowUs);
            nowUs = nextUs;
        }
    }

    /// <summary>Number of a lane of this site.</summary>
    /// <param name="id">Id of the lane.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int LaneNumber(string id)
    {
        int number = Table.LaneNumber(id);
        return number >= 0 ? number : throw new ArgumentException($"There is no lane {id}; this site has {string.Join(", ", Site.Lanes.Select(l => l.Id))}.");
    }
}
