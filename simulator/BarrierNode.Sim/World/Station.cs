using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>One site of a city: its street, its node, and what can break there.</summary>
public sealed class Station
{
    private const long SecondUs = 1_000_000;

    // Numbers of the parts that draw chance of their own.
    private const int NodePart = 1;
    private const int NetworkPart = 2;
    private const int HubPart = 3;

    private long _positionsUs;

    internal Station(City city, SiteModel site, int number)
    {
        CityOptions options = city.Options;
        Site = site;
        Number = number;
        Table = SiteCompiler.Compile(site);
        Topics = new Topics(site.City, site.Site, site.Node);
        Street = new StreetModel(site, unchecked((options.Seed * 31) + number), options.Start);
        Clock = new StreetClock(Street);
        Network = new SimNetwork(SimRandom.Of(options.Seed, number, NetworkPart));
        Session = new BrokerSession(this, city.Broker, city.Hub);
        Node = new SimNode(this, SimRandom.Of(options.Seed, number, NodePart));
        Seen = new HubNode(this, SimRandom.Of(options.Seed, number, HubPart));
        Faults = new FaultBoard(city, this);
        Street.Power.CabinetChanged += FollowPower;
    }

    /// <summary>Its number in the city, from 0.</summary>
    public int Number { get; }

    /// <summary>Its site file.</summary>
    public SiteModel Site { get; }

    /// <summary>What its node has loaded.</summary>
    public SiteTable Table { get; }

    /// <summary>The topics of its node.</summary>
    public Topics Topics { get; }

    /// <summary>Its street.</summary>
    public StreetModel Street { get; }

    /// <summary>Its node.</summary>
    public SimNode Node { get; }

    /// <summary>The network between its node and the broker.</summary>
    public SimNetwork Network { get; }

    /// <summary>What is broken.</summary>
    public FaultBoard Faults { get; }

    internal StreetClock Clock { get; }

    /// <summary>A hash over everything that happened here. Each station has its own, so that it does not matter which runs ahead of which.</summary>
    internal EventHash Hash { get; } = new();

    /// <summary>What the broker has of its node.</summary>
    internal BrokerSession Session { get; }

    /// <summary>What the hub knows of its node.</summary>
    internal HubNode Seen { get; }

    internal long NowUs => Street.NowUs;

    /// <summary>Number of a lane of this site.</summary>
    /// <param name="id">Id of the lane.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int LaneNumber(string id)
    {
        int number = Table.LaneNumber(id);
        return number >= 0 ? number : throw new ArgumentException($"There is no lane {id}; this site has {string.Join(", ", Site.Lanes.Select(l => l.Id))}.");
    }

    /// <summary>Lets time pass: the street up to the next moment at which something is due, then that.</summary>
    /// <param name="untilUs">Until when, in microseconds of the city.</param>
    internal void Advance(long untilUs)
    {
        long nowUs = NowUs;
        while (nowUs < untilUs)
        {
            long nextUs = Math.Min(Math.Min(untilUs, Node.NextUs), Math.Min(Node.Wire.NextUs, Session.NextUs));
            if (nextUs > nowUs)
            {
                Clock.Advance(nextUs - nowUs);
                nowUs = nextUs;
            }

            Node.Wire.Exchange(nowUs);
            Session.CheckAlive(nowUs);
            Node.Run(nowUs);
            if (nowUs - _positionsUs >= SecondUs)
            {
                _positionsUs = nowUs;
                Hash.Add(Street.Fingerprint());
            }
        }
    }

    // Power comes back to the node when neither the mains nor a fault withholds it.
    private void FollowPower(bool on)
    {
        if (!on)
        {
            Node.PowerOff();
        }
        else if (!Faults.WithholdsPower)
        {
            Node.PowerOn();
        }
    }
}
