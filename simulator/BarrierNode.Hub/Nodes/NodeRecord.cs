namespace BarrierNode.Hub;

/// <summary>
/// What a node last said. Messages are kept as they came and judged when somebody looks, so that their order does not matter: a beat or a
/// state counts only with the boot of the birth message. Used under the hub's lock.
/// </summary>
internal sealed class NodeRecord(NodeAddress address, TimeSpan staleLimit, TimeProvider time)
{
    private readonly Dictionary<string, LaneRecord> _lanes = [];
    private ConnMessage? _conn;
    private BirthMessage? _birth;
    private BeatMessage? _beat;
    private long _beatAt;
    private DateTimeOffset? _startedAt;

    /// <summary>Whether the node was live when the hub last told anybody.</summary>
    public bool ShownLive { get; set; }

    public NodeAddress Address => address;

    /// <summary>The last beat that arrived live, of whatever boot; null when none did.</summary>
    public BeatMessage? LastBeat => _beat;

    /// <summary>True when the node names this lane in its birth message.</summary>
    public bool HasLane(string lane) => _birth?.Lanes.Contains(lane) == true;

    /// <summary>True when the node names this lane in its birth message or has sent a state of it.</summary>
    public bool HasShownLane(string lane) => HasLane(lane) || _lanes.ContainsKey(lane);

    /// <summary>Takes the connection; the last will of an earlier boot may come late and says nothing of this one.</summary>
    public void Take(ConnMessage conn)
    {
        if (_birth == null || BootId.NumberOf(conn.Boot) >= BootId.NumberOf(_birth.Boot))
        {
            _conn = conn;
        }
    }

    public void Take(BirthMessage birth) => _birth = birth;

    /// <summary>Takes a beat that arrived live.</summary>
    public void Take(BeatMessage beat)
    {
        // The first beat of a boot sets the node's time; later ones would only add the link's jitter.
        if (_beat?.Boot != beat.Boot)
        {
            _startedAt = beat.UptimeMs is { } uptimeMs ? time.GetUtcNow() - TimeSpan.FromMilliseconds(uptimeMs) : null;
        }

        _beat = beat;
        _beatAt = time.GetTimestamp();
    }

    public void Take(string lane, StateMessage state, bool retained) => LaneOf(lane).Take(state, retained, time.GetTimestamp());

    public void Take(string lane, WhyMessage why) => LaneOf(lane).Take(why);

    /// <summary>Forgets what a topic said last: its newest message could not be read.</summary>
    public void Distrust(HubTopic topic)
    {
        switch (topic.Kind)
        {
            case TopicKind.Conn:
                _conn = null;
                break;
            case TopicKind.Birth:
                _birth = null;
                break;
            case TopicKind.LaneState when _lanes.TryGetValue(topic.Lane, out LaneRecord? lane):
                lane.Distrust();
                break;
            case TopicKind.LaneWhy when _lanes.TryGetValue(topic.Lane, out LaneRecord? lane):
                lane.DistrustWhy();
                break;
        }
    }

    /// <summary>True when what is known of the node is now.</summary>
    public bool IsLive(long now) =>
        _birth != null && _conn is { Up: true } && _conn.Boot == _birth.Boot
        && _beat?.Boot == _birth.Boot && time.GetElapsedTime(_beatAt, now) <= staleLimit;

    /// <summary>The node's boot and its latest beat when it is live, with a lane by which it can be reached; otherwise null.</summary>
    public (string Boot, long Beat, string Lane)? Reach(long now) =>
        IsLive(now) && _birth!.Lanes.Count > 0 ? (_birth.Boot, _beat!.Beat, _birth.Lanes[0]) : null;

    /// <summary>What is known of the node.</summary>
    /// <param name="lastCommandOf">The last command to a lane.</param>
    public NodeView View(Func<NodeAddress, string, CommandView?> lastCommandOf)
    {
        long now = time.GetTimestamp();
        bool live = IsLive(now);
        bool beatCounts = _birth != null && _beat?.Boot == _birth.Boot;
        List<LaneView> lanes = [];
        foreach (string id in _birth?.Lanes ?? [])
        {
            CommandView? lastCommand = lastCommandOf(address, id);
            lanes.Add(_lanes.TryGetValue(id, out LaneRecord? lane)
                ? lane.View(id, _birth!.Boot, live, beatCounts ? _beatAt : null, now, time, lastCommand)
                : LaneRecord.Unknown(id, lastCommand));
        }

        return new NodeView(
            address, _conn?.State ?? "unknown", _birth?.Boot, _birth?.Firmware, beatCounts ? _beat!.Beat : 0,
            beatCounts ? time.GetElapsedTime(_beatAt, now) : null, live, lanes)
        {
            StartedAt = beatCounts ? _startedAt : null,
        };
    }

    private LaneRecord LaneOf(string lane)
    {
        if (!_lanes.TryGetValue(lane, out LaneRecord? record))
        {
            record = new LaneRecord();
            _lanes.Add(lane, record);
        }

        return record;
    }
}
