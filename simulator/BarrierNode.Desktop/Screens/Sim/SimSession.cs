using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the window runs: a city, and what hands and drivers do there by themselves.</summary>
public sealed class SimSession
{
    private readonly Bench[] _benches;

    /// <summary>Makes a session over a city.</summary>
    /// <param name="city">The city; nobody else advances it.</param>
    /// <param name="title">Its name for people.</param>
    /// <param name="scenario">The scenario that runs in it, or null.</param>
    public SimSession(City city, string title, ScenarioRun? scenario = null)
    {
        Scenario = scenario;
        City = city;
        Title = title;
        Traffic = new Traffic(city);
        _benches = [.. city.Stations.Select(s => new Bench(s))];
    }

    /// <summary>Makes a session over an exercise.</summary>
    /// <param name="drill">The exercise; nobody else advances it.</param>
    public SimSession(Drill drill)
        : this(drill.Run.City, drill.Texts[$"{drill.Run.Exercise.Id}.title"])
    {
        Drill = drill;
    }

    /// <summary>Names this session; a page that was made for another one loads itself again.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>Its name for people.</summary>
    public string Title { get; }

    /// <summary>The scenario that runs in the city, or null.</summary>
    public ScenarioRun? Scenario { get; }

    /// <summary>The exercise that runs in the city, or null.</summary>
    public Drill? Drill { get; }

    /// <summary>No time passes, whatever the clock says.</summary>
    public bool Stands => Drill?.Stands == true;

    /// <summary>The moment of the city from which people count, in microseconds: the beginning of the exercise, or of the city.</summary>
    public long BeganUs => Drill is null ? 0 : City.NowUs - Drill.Run.NowUs;

    /// <summary>Vehicles that come by themselves.</summary>
    public Traffic Traffic { get; }

    /// <summary>Drivers who will halt somewhere.</summary>
    public Halts Halts { get; } = new();

    /// <summary>What the window holds at each site.</summary>
    public IReadOnlyList<Bench> Benches => _benches;

    /// <summary>Makes a session over sites that have just been switched on.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="options">What the city begins with.</param>
    public static SimSession Of(IReadOnlyList<SiteModel> sites, CityOptions options) =>
        new(new City(sites, options), string.Join(" · ", sites.Select(s => $"{s.City} / {s.Site}")));

    /// <summary>Lets time pass.</summary>
    /// <param name="us">How long, in microseconds.</param>
    public void Advance(long us)
    {
        if (Drill is not null)
        {
            Drill.Advance(us);
            return;
        }

        // A scenario that is over stands; the city goes on.
        if (Scenario is { IsOver: false } run)
        {
            run.Advance(us);
        }
        else
        {
            City.Advance(us);
        }

        Halts.Step();
        Traffic.Step();
        foreach (Bench bench in _benches)
        {
            bench.Contacts.Step();
        }
    }
}

/// <summary>What the window holds at one site of its city.</summary>
public sealed class Bench
{
    private readonly List<Blockage> _blockages = [];

    /// <summary>Makes it.</summary>
    /// <param name="station">The site.</param>
    public Bench(Station station)
    {
        Station = station;
        Contacts = new Contacts(station);
        BrokenLoops = new BrokenLoops(station);
        Crowd = Counts(station.Site) ? station.Street.Crowd : null;
    }

    /// <summary>The site.</summary>
    public Station Station { get; }

    /// <summary>What a hand can act on.</summary>
    public Contacts Contacts { get; }

    /// <summary>Loops that do not work.</summary>
    public BrokenLoops BrokenLoops { get; }

    /// <summary>What is in the way of barriers, the first lane first.</summary>
    public IReadOnlyCollection<Blockage> Blockages => _blockages;

    /// <summary>Notes what was put in the way of a barrier.</summary>
    /// <param name="lane">Id of the lane.</param>
    /// <param name="barrier">Which barrier, from 1.</param>
    /// <param name="what">What.</param>
    public void Note(string lane, int barrier, Obstacle what)
    {
        _blockages.RemoveAll(b => b.Lane == lane && b.Barrier == barrier);
        if (what != Obstacle.None)
        {
            _blockages.Add(new(lane, barrier, what));
        }
    }

    /// <summary>Takes everything out of the way of the barriers.</summary>
    public void ClearObstacles()
    {
        foreach (Blockage b in _blockages)
        {
            Station.Street.Obstruct(b.Lane, b.Barrier - 1, Obstacle.None);
        }

        _blockages.Clear();
    }

    /// <summary>The people who are counted, or null when the site counts nobody.</summary>
    public CrowdFlow? Crowd { get; }

    /// <summary>Who brakes.</summary>
    public BrakeLights Lights { get; } = new();

    private static bool Counts(SiteModel site)
    {
        InputRole[] roles = [.. site.Inputs.Concat(site.Lanes.SelectMany(l => l.Inputs)).Select(i => i.Role)];
        return roles.Contains(InputRole.CountIn) && roles.Contains(InputRole.CountOut);
    }
}

/// <summary>Something in the way of a barrier.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Barrier">Which barrier, from 1.</param>
/// <param name="What">What.</param>
public sealed record Blockage(string Lane, int Barrier, Obstacle What);
