using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>Listens to a node, and remembers what it has told: the state of every lane, and every event.</summary>
internal sealed class Witness
{
    private const string NoBoot = "1-00000000";

    private readonly Station _station;
    private readonly Messages _messages;
    private readonly NodeReport?[] _states;
    private readonly List<ToldEvent> _told = [];

    public Witness(Station station)
    {
        _station = station;
        _messages = new Messages(station.Table, NoBoot);
        _states = new NodeReport?[station.Site.Lanes.Count];
        station.Node.Reported += Hear;
    }

    /// <summary>Raised for every event.</summary>
    public event Action<ToldEvent>? Heard;

    /// <summary>Raised when a lane is somewhere else than before.</summary>
    public event Action<string, LanePosition>? Moved;

    /// <summary>Every event that was told, in its order.</summary>
    public IReadOnlyList<ToldEvent> Told => _told;

    /// <summary>The latest state of a lane; null for a node that has told none, or has no power.</summary>
    public NodeReport? State(int lane) => _states[lane];

    /// <summary>Forgets the states: a node without power has none.</summary>
    public void ForgetStates() => Array.Clear(_states);

    /// <summary>Listens no more.</summary>
    public void Leave() => _station.Node.Reported -= Hear;

    private void Hear(NodeReport report)
    {
        if (report.Kind == ReportKind.State)
        {
            LanePosition position = LaneState.Position(report.A);
            bool moved = _states[report.Lane] is not { } before || LaneState.Position(before.A) != position;
            _states[report.Lane] = report;
            if (moved)
            {
                Moved?.Invoke(_station.Site.Lanes[report.Lane].Id, position);
            }
        }
        else if (report.Kind == ReportKind.Event)
        {
            string lane = report.Lane < 0 ? "" : _station.Site.Lanes[report.Lane].Id;
            ToldEvent told = new((EventCode)report.Code, lane, NodeWords.Fields(_messages, report), report.AtUs);
            _told.Add(told);
            Heard?.Invoke(told);
        }
    }
}
