using System.Text;
using BarrierNode.Mqtt;

namespace BarrierNode.Hub;

/// <summary>
/// What a city hub does, at street size: knows the nodes, sends signed commands, keeps the events. Any thread may use it; nothing is called
/// back under its lock.
/// </summary>
public sealed class HubService : IDisposable
{
    private static readonly TimeSpan s_watchPeriod = TimeSpan.FromMilliseconds(250);

    private readonly IHubLink _link;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ProblemLog _problems;
    private readonly HubDatabase _database;
    private readonly NodeRegistry _registry;
    private readonly StoreWorker _worker;
    private readonly HubClock _clock;
    private ITimer? _watch;
    private bool _attached;

    /// <summary>Makes a hub; nothing happens before <see cref="Start"/>.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="link">Its link, which it does not own.</param>
    /// <param name="time">Its clock.</param>
    /// <exception cref="ArgumentException">The seat has not 1 to 32 characters, or the stale limit is not above zero.</exception>
    public HubService(HubOptions options, IHubLink link, TimeProvider time)
    {
        if (options.Seat.Length is 0 or > 32)
        {
            throw new ArgumentException($"The seat \"{options.Seat}\" must have 1 to 32 characters.", nameof(options));
        }

        if (options.StaleLimit <= TimeSpan.Zero)
        {
            throw new ArgumentException("The stale limit must be above zero.", nameof(options));
        }

        _link = link;
        _time = time;
        _problems = new ProblemLog(time);
        _database = new HubDatabase(options.DatabaseFile);
        _registry = new NodeRegistry(options.StaleLimit, time);
        _worker = new StoreWorker(Store, _problems);
        Events = new EventStore(_database, _problems);
        Records = new RecordStore(options.RecordsFolder, _problems);
        _clock = new HubClock(options, link, time, _gate, _registry);
        Commands = new CommandService(options, link, time, _gate, _registry, _database, _worker.Add, _problems, RaiseChanged);
    }

    /// <summary>Something that the hub shows has changed: a node, a command, an event, a problem. Raised by any thread.</summary>
    public event Action? Changed;

    /// <summary>The commands.</summary>
    public CommandService Commands { get; }

    /// <summary>The stored events.</summary>
    public EventStore Events { get; }

    /// <summary>The stored flight records.</summary>
    public RecordStore Records { get; }

    /// <summary>True while the broker is connected.</summary>
    public bool Connected => _link.Connected;

    /// <summary>The nodes in the order in which they were first seen; one consistent moment.</summary>
    public IReadOnlyList<NodeView> Nodes
    {
        get
        {
            lock (_gate)
            {
                return _registry.Views(Commands.LastOf);
            }
        }
    }

    /// <summary>The latest 100 problems, oldest first: messages that the hub could not use, gaps, a database that failed.</summary>
    public IReadOnlyList<HubProblem> Problems => _problems.Latest;

    /// <summary>Problems since the start.</summary>
    public long ProblemCount => _problems.Count;

    /// <summary>Opens the database and begins to listen.</summary>
    /// <exception cref="HubStoreException">The database cannot be used.</exception>
    public void Start()
    {
        _database.Open();
        Commands.Load();
        _worker.Start();
        _link.Received += OnReceived;
        _link.ConnectedChanged += OnConnectedChanged;
        _attached = true;
        _link.Subscribe(HubTopic.Filter);
        _watch = _time.CreateTimer(_ => Watch(), null, s_watchPeriod, s_watchPeriod);
    }

    /// <summary>Stops listening, stores what still waits, closes the database. The link stays as it is.</summary>
    public void Dispose()
    {
        if (_attached)
        {
            _link.Received -= OnReceived;
            _link.ConnectedChanged -= OnConnectedChanged;
            _attached = false;
        }

        _watch?.Dispose();
        _worker.Dispose();
        _database.Dispose();
    }

    /// <summary>Waits until everything that has arrived is stored and confirmed.</summary>
    /// <returns>False when that takes longer than the limit.</returns>
    internal bool Settle(TimeSpan limit) => _worker.Settle(limit);

    private void OnConnectedChanged(bool connected) => RaiseChanged();

    // The link's thread ends here: whatever a node sends, it must come back from this method.
    private void OnReceived(MqttMessage message)
    {
        HubTopic? topic = HubTopic.Parse(message.Topic);
        try
        {
            if (topic == null ? NoteStray(message) : Take(topic, message))
            {
                RaiseChanged();
            }
        }
        catch (MessageException problem)
        {
            lock (_gate)
            {
                _registry.Find(topic!.Node)?.Distrust(topic);
                _registry.NoticeLiveness();
            }

            _problems.Note($"The message on {Short(message.Topic)} {problem.Message}.");
            RaiseChanged();
        }
    }

    private bool Take(HubTopic topic, MqttMessage message)
    {
        switch (topic.Kind)
        {
            case TopicKind.Conn:
                ConnMessage conn = ConnMessage.Read(message.Payload);
                return Note(() => _registry.Of(topic.Node).Take(conn));
            case TopicKind.Birth:
                BirthMessage birth = BirthMessage.Read(message.Payload);
                _worker.Add(new BootItem(topic.Node, birth.Boot));
                return Note(() => _registry.Of(topic.Node).Take(birth));
            case TopicKind.LaneState:
                StateMessage state = StateMessage.Read(message.Payload);
                return Note(() => _registry.Of(topic.Node).Take(topic.Lane, state, message.Retain));
            case TopicKind.LaneWhy:
                WhyMessage why = WhyMessage.Read(message.Payload);
                return Note(() => _registry.Of(topic.Node).Take(topic.Lane, why));
            case TopicKind.Beat or TopicKind.LaneAck or TopicKind.Event or TopicKind.LaneCommand or TopicKind.Recorder when message.Retain:
                _problems.Note($"A retained message lies on {Short(message.Topic)}, where none may be: nobody believes it. Remove it.");
                return true;
            case TopicKind.Beat:
                BeatMessage beat = BeatMessage.Read(message.Payload);
                return Note(() => _registry.Of(topic.Node).Take(beat));
            case TopicKind.LaneAck:
                return Commands.Take(topic.Node, topic.Lane, AckMessage.Read(message.Payload));
            case TopicKind.Event:
                string json = Encoding.UTF8.GetString(message.Payload);
                _worker.Add(new EventItem(topic.Node, EventMessage.Read(message.Payload), _time.GetUtcNow(), json));
                return false;
            case TopicKind.Recorder:
                RecordPage page = RecordPage.Read(message.Payload);
                _worker.Add(new PageItem(topic.Node, RecordFile.NameOf(topic.Node, page.Boot, page.Record), page));
                return false;
            default:
                // The hub's own commands and confirmations come back to it, and topics of later versions may be there.
                return false;
        }
    }

    private bool Note(Action take)
    {
        lock (_gate)
        {
            take();
            _registry.NoticeLiveness();
        }

        return true;
    }

    private bool NoteStray(MqttMessage message)
    {
        _problems.Note($"The topic {Short(message.Topic)} is none of a node's, expected bn/1/CITY/SITE/NODE/….");
        return true;
    }

    private static string Short(string topic) => topic.Length <= 120 ? topic : topic[..120] + "…";

    private Action Store(IReadOnlyList<StoreItem> items)
    {
        EventBatch batch = _database.Write(connection =>
        {
            foreach (StageItem stage in items.OfType<StageItem>())
            {
                CommandStore.Add(connection, stage);
            }

            return Events.Store(connection, items);
        });
        return () =>
        {
            Events.Committed(batch);
            EventAck.Publish(_link, batch.Acks);
            RecordAck.Publish(_link, Records.Take(items.OfType<PageItem>()));
            RaiseChanged();
        };
    }

    private void Watch()
    {
        _clock.Tell();
        bool changed = Commands.NoticeSilence();
        lock (_gate)
        {
            changed |= _registry.NoticeLiveness();
        }

        if (changed)
        {
            RaiseChanged();
        }
    }

    private void RaiseChanged()
    {
        try
        {
            Changed?.Invoke();
        }
        catch (Exception problem)
        {
            _problems.Note($"A listener of the hub failed: {problem.Message}");
        }
    }
}
