using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The facts that the window shows beside the picture, at one moment; nothing in it changes afterwards.</summary>
/// <param name="Run">The session.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Traffic">Vehicles that every lane is kept filled with.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Events">The latest events as the hub has them, newest first.</param>
/// <param name="EventCount">How many events the hub has.</param>
/// <param name="Scenario">The scenario that runs, or null.</param>
public sealed record SimView(
    string Run, string Title, int Seed, int Traffic, IReadOnlyList<SiteView> Sites, IReadOnlyList<HubEvent> Events, int EventCount, SimScenarioView? Scenario)
{
    private const int ShownEvents = 60;

    /// <summary>The exercise that runs, or null.</summary>
    public DrillView? Drill { get; private init; }

    /// <summary>The moment of the city from which people count, in microseconds.</summary>
    public long BeganUs { get; private init; }

    /// <summary>A moment of the city, as the clock of the window showed it.</summary>
    /// <param name="us">Microseconds of the city; what was before the beginning counts as the beginning.</param>
    public string Time(long us) => SimWords.Time(Math.Max(0, us - BeganUs));

    /// <summary>Takes the facts of a session.</summary>
    /// <param name="session">The session.</param>
    public static SimView Of(SimSession session)
    {
        IReadOnlyList<HubEvent> events = session.City.Hub.Events;
        List<HubEvent> latest = [];
        for (int i = events.Count - 1; i >= 0 && latest.Count < ShownEvents; i--)
        {
            latest.Add(events[i]);
        }

        return new SimView(
            session.Run, session.Title, session.City.Options.Seed, session.Traffic.PerLane,
            [.. session.Benches.Select(b => SiteView.Of(b, session.City.Hub))], latest, events.Count,
            session.Scenario is { } run ? SimScenarioView.Of(run) : null)
        {
            BeganUs = session.BeganUs,
            Drill = session.Drill is { } drill ? DrillView.Of(drill) : null,
        };
    }
}

/// <summary>The facts of one site.</summary>
/// <param name="Number">Its number in the city, from 0.</param>
/// <param name="Model">Its site file.</param>
/// <param name="Power">The cabinet has power.</param>
/// <param name="Street">Its street.</param>
/// <param name="Lanes">Its lanes, as the hub knows them.</param>
/// <param name="Contacts">What a hand can act on, and whether it acts.</param>
/// <param name="Inputs">The node's inputs.</param>
/// <param name="Outputs">The node's outputs.</param>
/// <param name="Points">What can break.</param>
/// <param name="Broken">What is broken.</param>
/// <param name="Blockages">What is in the way of barriers.</param>
public sealed record SiteView(
    int Number,
    SiteModel Model,
    bool Power,
    StreetSnapshot Street,
    IReadOnlyList<SimLaneView> Lanes,
    IReadOnlyList<ContactView> Contacts,
    IReadOnlyList<WireView> Inputs,
    IReadOnlyList<WireView> Outputs,
    IReadOnlyList<FaultPoint> Points,
    IReadOnlyList<Fault> Broken,
    IReadOnlyList<Blockage> Blockages)
{
    /// <summary>It counts people.</summary>
    public bool Counts { get; private init; }

    /// <summary>What happened between steel, vehicles and people, the oldest first.</summary>
    public IReadOnlyList<Incident> Incidents { get; private init; } = [];

    /// <summary>Takes the facts of a site.</summary>
    /// <param name="bench">The site.</param>
    /// <param name="hub">The hub that commands it.</param>
    public static SiteView Of(Bench bench, SimHub hub)
    {
        Station station = bench.Station;
        SiteTable table = station.Table;
        long seen = station.Node.Controller.Conditions;
        int on = station.Node.Outputs;
        bool power = station.Node.HasPower;
        return new SiteView(
            station.Number, station.Site, power, station.Street.Snapshot(),
            [.. station.Site.Lanes.Select(lane => SimLaneView.Of(lane, bench, hub))],
            [.. bench.Contacts.All.Select(c => new ContactView(c, bench.Contacts.Acts(c.Name)))],
            [.. table.InputNames.Select((name, i) => new WireView(
                name, table.InputPins[i], station.Street.InputLevel(table.InputPins[i]), power && ((seen >> i) & 1) != 0, FaultsOf(station, name)))],
            [.. table.OutputNames.Select((name, i) => new WireView(
                name, table.OutputPins[i], power && ((on >> i) & 1) != 0, power && ((on >> i) & 1) != 0, FaultsOf(station, name)))],
            station.Faults.Points, [.. station.Faults.Active], [.. bench.Blockages])
        {
            Counts = bench.Crowd is not null,
            Incidents = [.. station.Street.Incidents],
        };
    }

    private static Fault[] FaultsOf(Station station, string name) => [.. station.Faults.Active.Where(f => f.Point == name || f.Point == WireView.WireOf(name))];
}

/// <summary>A lane as the hub knows it.</summary>
/// <param name="Model">The lane.</param>
/// <param name="Live">The hub hears its node.</param>
/// <param name="Answer">Whether it is proven closed.</param>
/// <param name="Position">Where it is, by the word of the protocol.</param>
/// <param name="Mode">How it is operated.</param>
/// <param name="Trips">The trips that hold it.</param>
/// <param name="AgainstRaise">What else forbids to raise.</param>
/// <param name="AgainstLower">What else forbids to lower.</param>
/// <param name="Last">The last command of the hub, or null.</param>
/// <param name="Answers">Its answers; a copy.</param>
public sealed record SimLaneView(
    LaneModel Model,
    bool Live,
    Protection Answer,
    string Position,
    string Mode,
    IReadOnlyList<Block> Trips,
    IReadOnlyList<Block> AgainstRaise,
    IReadOnlyList<Block> AgainstLower,
    HubCommand? Last,
    IReadOnlyList<HubAnswer> Answers)
{
    internal static SimLaneView Of(LaneModel lane, Bench bench, SimHub hub)
    {
        Station station = bench.Station;
        IReadOnlyDictionary<string, string> state = hub.Lane(station, lane.Id).State;
        IReadOnlyDictionary<string, string> why = hub.Lane(station, lane.Id).Why;
        string position = state.GetValueOrDefault("position", "unknown");
        HubCommand? last = hub.Commands.LastOrDefault(c => c.Station == bench.Station && c.Lane == lane.Id);
        Protection answer = !hub.IsLive(station) || position == "unknown" ? Protection.Unknown
            : state.GetValueOrDefault("protected") == "true" ? Protection.Protected : Protection.NotProtected;
        IReadOnlyList<Block> trips = HubWhy.Of(station.Table, state, "trips");
        return new SimLaneView(
            lane, hub.IsLive(station), answer, position, state.GetValueOrDefault("mode", "not heard of"), trips,
            [.. HubWhy.Of(station.Table, why, "raise").Except(trips)], [.. HubWhy.Of(station.Table, why, "lower").Except(trips)],
            last, last is null ? [] : [.. last.Answers]);
    }
}

/// <summary>Something that a hand can act on, now.</summary>
/// <param name="Contact">What it is.</param>
/// <param name="Acts">It acts.</param>
public sealed record ContactView(Contact Contact, bool Acts);

/// <summary>An input or output of the node, now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="High">The level at the pin.</param>
/// <param name="Seen">Of an input: it is on for the node, after its delays. Of an output: it is on.</param>
/// <param name="Broken">What is broken about it and its wire.</param>
public sealed record WireView(string Name, int Pin, bool High, bool Seen, IReadOnlyList<Fault> Broken)
{
    /// <summary>The point of faults that is the wire of an input or output.</summary>
    /// <param name="name">Its name.</param>
    public static string WireOf(string name) => name + ".wire";
}

/// <summary>A scenario while it is run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is about.</param>
/// <param name="NowUs">Its time in microseconds.</param>
/// <param name="Over">It is over.</param>
/// <param name="Passed">It is over, and every step was met.</param>
/// <param name="Steps">Its steps.</param>
public sealed record SimScenarioView(string Name, string About, long NowUs, bool Over, bool Passed, IReadOnlyList<SimStepView> Steps)
{
    internal static SimScenarioView Of(ScenarioRun run) => new(
        run.Scenario.Name, run.Scenario.About, run.NowUs, run.IsOver, run.Passed,
        [.. run.Steps.Select(s => new SimStepView(s.Text, s.State, s.BeganUs, s.EndedUs, s.Seen))]);
}

/// <summary>A step of a scenario.</summary>
/// <param name="Text">What it says.</param>
/// <param name="State">How far it is.</param>
/// <param name="BeganUs">When it began, in microseconds of the scenario, or null.</param>
/// <param name="EndedUs">When it ended, or null.</param>
/// <param name="Seen">What was seen instead, when it has failed.</param>
public sealed record SimStepView(string Text, StepState State, long? BeganUs, long? EndedUs, string Seen);
