using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.Sim;

/// <summary>What the hub knows of one node, and has stored of it.</summary>
internal sealed class HubNode
{
    // A node is live only with a beat that is not older than this.
    private const long StaleUs = 3_000_000;

    private readonly Dictionary<string, (TopicKind Kind, HubLane? Lane)> _topics = [];
    private readonly Dictionary<string, long> _sequences = [];
    private ConnMessage? _conn;
    private BirthMessage? _birth;
    private BeatMessage? _beat;
    private long _beatUs;

    public HubNode(Station station, SimRandom random)
    {
        Random = random;
        Address = new NodeAddress(station.Site.City, station.Site.Site, station.Site.Node);
        Topics topics = station.Topics;
        _topics.Add(topics.Conn, (TopicKind.Conn, null));
        _topics.Add(topics.Birth, (TopicKind.Birth, null));
        _topics.Add(topics.Beat, (TopicKind.Beat, null));
        _topics.Add(topics.Event, (TopicKind.Event, null));
        _topics.Add(topics.Recorder, (TopicKind.Recorder, null));
        Lanes = [.. station.Site.Lanes.Select(l => new HubLane(l.Id))];
        foreach (HubLane lane in Lanes)
        {
            _topics.Add(topics.LaneState(lane.Id), (TopicKind.LaneState, lane));
            _topics.Add(topics.LaneAck(lane.Id), (TopicKind.LaneAck, lane));
            _topics.Add(topics.LaneWhy(lane.Id), (TopicKind.LaneWhy, lane));
        }
    }

    public SimRandom Random { get; }

    public NodeAddress Address { get; }

    public HubLane[] Lanes { get; }

    /// <summary>The stored events of the node. A hub that is started anew has them still.</summary>
    public HubJournal Journal { get; private set; } = new();

    /// <summary>The flight record that is being collected, or null.</summary>
    public RecordDraft? Draft { get; set; }

    /// <summary>State of the connection, or <c>unknown</c>.</summary>
    public string Conn => _conn?.State ?? "unknown";

    public string? Boot => _birth?.Boot;

    public BeatMessage? Beat => _beat;

    /// <summary>The boot to which the time of day was told last, and when.</summary>
    public (string? Boot, long AtUs) Told { get; set; }

    public (TopicKind Kind, HubLane? Lane) Of(string topic) => _topics.GetValueOrDefault(topic);

    public bool IsLive(long nowUs) =>
        _birth is not null && _conn is { Up: true } && _conn.Boot == _birth.Boot && _beat?.Boot == _birth.Boot && nowUs - _beatUs <= StaleUs;

    // The last will of an earlier boot may come late and says nothing of this one.
    public void Take(ConnMessage conn)
    {
        if (_birth is null || BootId.NumberOf(conn.Boot) >= BootId.NumberOf(_birth.Boot))
        {
            _conn = conn;
        }
    }

    public void Take(BirthMessage birth) => _birth = birth;

    public void Take(BeatMessage beat, long nowUs)
    {
        _beat = beat;
        _beatUs = nowUs;
    }

    /// <summary>The next sequence number of a command to a boot.</summary>
    public long NextSequence(string boot)
    {
        long next = _sequences.GetValueOrDefault(boot) + 1;
        _sequences[boot] = next;
        return next;
    }

    /// <summary>The hub was started anew: it has what it had stored, and knows nothing of now.</summary>
    public void Forget()
    {
        _conn = null;
        _birth = null;
        _beat = null;
        Told = default;
        Draft = null;
        foreach (HubLane lane in Lanes)
        {
            lane.Forget();
        }
    }

    /// <summary>What was stored is lost, too.</summary>
    public void LoseStore()
    {
        Journal = new HubJournal();
        _sequences.Clear();
        Forget();
    }
}
