using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>The hub of the city: sends commands, and knows what the nodes have told it.</summary>
public sealed class SimHub
{
    private readonly City _city;
    private readonly List<HubCommand> _commands = [];
    private readonly List<HubEvent> _events = [];

    internal SimHub(City city)
    {
        _city = city;
        foreach (Station station in city.Stations)
        {
            station.Node.Reported += told => Take(station, told);
        }
    }

    /// <summary>Every command that was sent, in its order.</summary>
    public IReadOnlyList<HubCommand> Commands => _commands;

    /// <summary>Every event that is stored, in the order of arrival.</summary>
    public IReadOnlyList<HubEvent> Events => _events;

    /// <summary>Sends a command.</summary>
    /// <param name="station">The site.</param>
    /// <param name="lane">Id of the lane.</param>
    /// <param name="op">What it asks.</param>
    /// <param name="argument">Its argument, see docs/protocol.md.</param>
    /// <returns>The command, whose answers come with time.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public HubCommand Send(Station station, string lane, CommandOp op, int argument = 0)
    {
        HubCommand command = new(_commands.Count, station, lane, op, argument, _city.NowUs);
        _commands.Add(command);
        station.Node.Controller.Requests.Put(station.LaneNumber(lane), op, command.Number, argument);
        return command;
    }

    private void Take(Station station, NodeReport told)
    {
        if (told.Kind == ReportKind.Ack && told.Ticket >= 0 && told.Ticket < _commands.Count)
        {
            _commands[told.Ticket].Add(new HubAnswer((AckStage)told.Code, (RefusalReason)told.A, [], told.AtUs));
        }
        else if (told.Kind == ReportKind.Event)
        {
            string lane = told.Lane < 0 ? string.Empty : station.Site.Lanes[told.Lane].Id;
            _events.Add(new HubEvent(station, _events.Count + 1, (EventCode)told.Code, lane, new Dictionary<string, string>(), told.AtUs, told.AtUs));
        }
    }
}
