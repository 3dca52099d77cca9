using System.Text.Json.Nodes;
using BarrierNode.Hub;

namespace BarrierNode.Desktop.Run;

/// <summary>Tells every change that the hub sees: the node's connection, lane states, stages of commands, events, flight records.</summary>
public sealed class HubTeller : IDisposable
{
    private readonly RunningStreet _street;
    private readonly RunReport _report;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _lanes = [];
    private readonly Dictionary<string, int> _stages = [];
    private string _node = "";
    private long _lastEvent;
    private long _lastRecord;

    /// <summary>Starts to tell.</summary>
    /// <param name="street">The street.</param>
    /// <param name="report">Where to.</param>
    public HubTeller(RunningStreet street, RunReport report)
    {
        _street = street;
        _report = report;
        _lastEvent = NewestEvent();
        _street.Hub.Changed += Tell;
    }

    /// <summary>Events told so far.</summary>
    public int EventCount { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _street.Hub.Changed -= Tell;

    private void Tell()
    {
        lock (_gate)
        {
            if (_street.View() is { } node)
            {
                TellNode(node);
                foreach (LaneView lane in node.Lanes)
                {
                    TellLane(lane);
                }
            }

            foreach (CommandView command in _street.Hub.Commands.RecentCommands(20).Reverse())
            {
                TellCommand(command);
            }

            TellEvents();
            TellRecords();
        }
    }

    private void TellNode(NodeView node)
    {
        string now = $"{node.Connection} {node.Live} {node.Boot}";
        if (now != _node)
        {
            _node = now;
            _report.Tell("node", null, ("node", node.Address.ToString()), ("connection", node.Connection), ("live", node.Live), ("boot", node.Boot));
        }
    }

    private void TellLane(LaneView lane)
    {
        string now = $"{lane.Position} {lane.Mode} {lane.Protected} {lane.Signal} {string.Join(',', lane.BlockedBy)} {string.Join(',', lane.Trips)}";
        if (_lanes.GetValueOrDefault(lane.Id) != now)
        {
            _lanes[lane.Id] = now;
            _report.Tell(
                "lane", null, ("lane", lane.Id), ("position", lane.Position), ("mode", lane.Mode), ("protected", lane.Protected),
                ("signal", lane.Signal), ("blockedBy", lane.BlockedBy), ("trips", lane.Trips));
        }
    }

    private void TellCommand(CommandView command)
    {
        for (int i = _stages.GetValueOrDefault(command.Id); i < command.Stages.Count; i++)
        {
            CommandStage stage = command.Stages[i];
            _stages[command.Id] = i + 1;
            _report.Tell(
                "command", null, ("id", command.Id), ("lane", command.Lane), ("op", command.Operation), ("stage", stage.Stage),
                ("reason", stage.Reason), ("blockedBy", stage.BlockedBy));
        }
    }

    private void TellEvents()
    {
        foreach (EventView item in _street.Hub.Events.LastEvents(100).Where(e => e.Node == _street.Address && e.Number > _lastEvent).Reverse())
        {
            _lastEvent = item.Number;
            EventCount++;
            _report.Tell("nodeEvent", null, ("message", JsonNode.Parse(item.Json)));
        }
    }

    private void TellRecords()
    {
        foreach (RecordView record in _street.Hub.Records.Latest.Where(r => r.Arrival > _lastRecord))
        {
            _lastRecord = record.Arrival;
            _report.Tell(
                "record", $"Record   {record.Node}: {record.Trip}, {record.File}", ("node", record.Node.ToString()), ("boot", record.Boot),
                ("record", record.Number), ("trip", record.Trip), ("upMs", record.UptimeMs), ("missed", record.Missed), ("file", record.File));
        }
    }

    private long NewestEvent() =>
        _street.Hub.Events.LastEvents(1).FirstOrDefault(e => e.Node == _street.Address)?.Number ?? 0;
}
