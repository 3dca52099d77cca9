using System.Text;
using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.Sim;

/// <summary>
/// The hub of a city in virtual time: it signs and sends commands, stores events and flight records and confirms them, tells the nodes the time, and knows
/// of the nodes what they have told it. It reads and writes messages with the code of the real hub.
/// </summary>
public sealed class SimHub
{
    /// <summary>The seat that issues its commands.</summary>
    public const string Seat = "street";

    private const int KeptRecords = 100;
    private const int KeptProblems = 100;
    private const long ClockPeriodUs = 10_000_000;
    private const long MinuteUs = 60_000_000;

    private static readonly Dictionary<string, EventCode> s_codes = Enum.GetValues<EventCode>().ToDictionary(Names.Of);
    private static readonly Dictionary<string, AckStage> s_stages = Enum.GetValues<AckStage>().ToDictionary(Names.Of);
    private static readonly Dictionary<string, RefusalReason> s_reasons = Enum.GetValues<RefusalReason>().ToDictionary(Names.Of);

    private readonly City _city;
    private readonly List<HubCommand> _commands = [];
    private readonly Dictionary<string, HubCommand> _byId = [];
    private readonly List<HubEvent> _events = [];
    private readonly Queue<HubRecord> _records = [];
    private readonly List<string> _problems = [];
    private bool _up = true;

    internal SimHub(City city) => _city = city;

    /// <summary>Raised for every event when it is stored.</summary>
    public event Action<HubEvent>? EventStored;

    /// <summary>Raised for every flight record when all of it is stored.</summary>
    public event Action<HubRecord>? RecordStored;

    /// <summary>It runs. One that is started anew has what it had stored, and learns the rest from what the broker has retained.</summary>
    public bool Up
    {
        get => _up;
        set
        {
            if (_up != value)
            {
                _up = value;
                Reconnect();
            }
        }
    }

    /// <summary>It tells the nodes the time of day, and by that that it is there.</summary>
    public bool TellsTime { get; set; } = true;

    /// <summary>How wrong its clock is, in minutes.</summary>
    public int ClockOffsetMinutes { get; set; }

    /// <summary>Every command that was sent, in its order.</summary>
    public IReadOnlyList<HubCommand> Commands => _commands;

    /// <summary>Every event that is stored, in the order of arrival; of several stations, each in its own order.</summary>
    public IReadOnlyList<HubEvent> Events => _events;

    /// <summary>The latest 100 flight records, oldest first.</summary>
    public IReadOnlyCollection<HubRecord> Records => _records;

    /// <summary>The first 100 messages that it could not read, with what is wrong: a node that keeps to the protocol causes none.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Answers to commands that it does not know: somebody else's, or to messages whose signature is not right.</summary>
    public long UnknownAnswers { get; private set; }

    /// <summary>Local time as it knows it, in minutes since 2024-01-01 00:00.</summary>
    /// <param name="nowUs">Microseconds of the city.</param>
    public int ClockMinutes(long nowUs) => _city.Options.ClockMinutes + ClockOffsetMinutes + (int)(nowUs / MinuteUs);

    /// <summary>What it knows of a lane.</summary>
    /// <param name="station">The site.</param>
    /// <param name="lane">Id of the lane.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public HubLane Lane(Station station, string lane) => station.Seen.Lanes[station.LaneNumber(lane)];

    /// <summary>State of a node's connection: <c>ready</c>, <c>alert</c>, <c>lost</c>; or <c>unknown</c>.</summary>
    /// <param name="station">The site.</param>
    public string Conn(Station station) => station.Seen.Conn;

    /// <summary>Boot id of a node, or null before its birth.</summary>
    /// <param name="station">The site.</param>
    public string? Boot(Station station) => station.Seen.Boot;

    /// <summary>What it knows of a node is now: it would send commands to it.</summary>
    /// <param name="station">The site.</param>
    public bool IsLive(Station station) => Listens && station.Seen.IsLive(station.NowUs);

    /// <summary>The highest number up to which it has stored every event of a node; 0 before the first.</summary>
    /// <param name="station">The site.</param>
    public long Confirmed(Station station) => station.Seen.Journal.Confirmed ?? 0;

    /// <summary>Events of a node wait behind a gap in their numbers.</summary>
    /// <param name="station">The site.</param>
    public bool HasGap(Station station) => station.Seen.Journal.HasGap;

    /// <summary>How often the numbers of a node's events began anew: its flash was changed, or it contradicts itself.</summary>
    /// <param name="station">The site.</param>
    public int Epoch(Station station) => station.Seen.Journal.Epoch;

    /// <summary>Sends a command.</summary>
    /// <param name="station">The site.</param>
    /// <param name="lane">Id of the lane.</param>
    /// <param name="op">What it asks.</param>
    /// <param name="argument">Its argument, see docs/protocol.md.</param>
    /// <param name="person">Who gives it, 1 to 32 characters.</param>
    /// <returns>The command, whose answers come with time.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public HubCommand Send(Station station, string lane, CommandOp op, int argument = 0, string person = "operator")
    {
        station.LaneNumber(lane);
        string id = Convert.ToHexStringLower(station.Seen.Random.Bytes(16));
        HubCommand command = new(_commands.Count, id, station, lane, op, argument, station.NowUs, WhyNot(station, op));
        _commands.Add(command);
        _byId.Add(id, command);
        if (command.NotSentBecause is null)
        {
            BeatMessage beat = station.Seen.Beat!;
            command.Message = Publish(station, lane, id, op, argument, person, beat, station.Seen.NextSequence(beat.Boot));
        }

        return command;
    }

    /// <summary>Its disk is lost: it knows nothing of what was.</summary>
    public void LoseStore()
    {
        _events.Clear();
        foreach (Station station in _city.Stations)
        {
            station.Seen.LoseStore();
        }

        Reconnect();
    }

    /// <summary>Takes a message.</summary>
    internal void Take(Station station, string topic, byte[] message, bool retained)
    {
        if (!Listens)
        {
            return;
        }

        (TopicKind kind, HubLane? lane) = station.Seen.Of(topic);
        try
        {
            Take(station, kind, lane, message, retained);
        }
        catch (MessageException problem)
        {
            if (_problems.Count < KeptProblems)
            {
                _problems.Add($"{topic} {problem.Message}: {Encoding.UTF8.GetString(message)}");
            }
        }
    }

    /// <summary>The connection to the broker has gone or come back.</summary>
    internal void Reconnect()
    {
        foreach (Station station in _city.Stations)
        {
            station.Seen.Forget();
            foreach ((string topic, byte[] message) in station.Session.Retained)
            {
                Take(station, topic, message, true);
            }
        }
    }

    private bool Listens => _up && _city.Broker.Up;

    private void Take(Station station, TopicKind kind, HubLane? lane, byte[] message, bool retained)
    {
        HubNode node = station.Seen;
        switch (kind)
        {
            case TopicKind.Conn:
                node.Take(ConnMessage.Read(message));
                TellTime(station);
                break;
            case TopicKind.Birth:
                BirthMessage birth = BirthMessage.Read(message);
                node.Take(birth);
                node.Journal.Begin(birth.Boot);
                break;
            case TopicKind.Beat:
                node.Take(BeatMessage.Read(message), station.NowUs);
                TellTime(station);
                break;
            case TopicKind.LaneState:
                StateMessage.Read(message);
                lane!.TakeState(message, station.NowUs);
                break;
            case TopicKind.LaneWhy:
                WhyMessage.Read(message);
                lane!.TakeWhy(message);
                break;
            case TopicKind.LaneAck:
                Take(station, lane!, AckMessage.Read(message));
                break;
            case TopicKind.Event when !retained:
                Take(station, EventMessage.Read(message), message);
                break;
            case TopicKind.Recorder when !retained:
                Take(station, RecordPage.Read(message));
                break;
        }
    }

    private void Take(Station station, HubLane lane, AckMessage ack)
    {
        if (!_byId.TryGetValue(ack.Id, out HubCommand? command) || command.Station != station || command.Lane != lane.Id)
        {
            UnknownAnswers++;
            return;
        }

        command.Add(new HubAnswer(s_stages[ack.Stage], s_reasons[ack.Reason ?? Names.Of(RefusalReason.None)], ack.BlockedBy, station.NowUs));
    }

    private void Take(Station station, EventMessage message, byte[] json)
    {
        HubJournal journal = station.Seen.Journal;
        if (journal.Take(message))
        {
            HubEvent stored = Event(station, message, json);
            _events.Add(stored);
            EventStored?.Invoke(stored);
        }

        byte[] ack = Encoding.UTF8.GetBytes($"{{\"n\":{journal.ToConfirm}}}");
        station.Session.Publish(station.Topics.EventAck, ack, false);
    }

    private static HubEvent Event(Station station, EventMessage message, byte[] json)
    {
        if (!s_codes.TryGetValue(message.Code, out EventCode code))
        {
            throw new MessageException($"has an unknown code \"{message.Code}\"");
        }

        int start = (int)message.Boot;
        long happenedUs = station.Node.TimeOf(start, message.UptimeMs);
        return new HubEvent(station, message.Number, code, message.Lane ?? string.Empty, MessageText.EventFields(json), happenedUs, station.NowUs)
        {
            Start = start,
            UptimeMs = message.UptimeMs,
            Historical = message.Historical,
        };
    }

    private void Take(Station station, RecordPage page)
    {
        string file = $"{page.Boot}-{page.Record}";
        if (station.Seen.Draft is not { } draft || draft.File != file || draft.Bytes.Length != page.Length)
        {
            draft = new RecordDraft(file, page.Length);
            station.Seen.Draft = draft;
        }

        bool before = draft.Complete;
        draft.Take(page);
        if (draft.Complete && !before)
        {
            HubRecord record = new(station, page.Boot, page.Record, page.Trip, page.UptimeMs, draft.Bytes);
            _records.Enqueue(record);
            if (_records.Count > KeptRecords)
            {
                _records.Dequeue();
            }

            RecordStored?.Invoke(record);
        }

        byte[] ack = Encoding.UTF8.GetBytes(new RecordAck(page.Boot, page.Record, draft.Next).ToJson());
        station.Session.Publish(station.Topics.RecorderAck, ack, false);
    }

    private string? WhyNot(Station station, CommandOp op)
    {
        if (!_up)
        {
            return "the hub does not run";
        }

        if (!_city.Broker.Up)
        {
            return "the hub has no link to the broker";
        }

        if (station.Seen.Beat is null)
        {
            return "no sign of life has reached the hub yet";
        }

        bool halts = op is CommandOp.Stop or CommandOp.EmergencyStop;
        return halts || station.Seen.IsLive(station.NowUs) ? null : "what the hub knows of the node is not live";
    }

    private void TellTime(Station station)
    {
        HubNode node = station.Seen;
        int minutes = ClockMinutes(station.NowUs);
        bool due = node.Told.Boot != node.Boot || station.NowUs - node.Told.AtUs >= ClockPeriodUs;
        if (TellsTime && due && minutes is >= 0 and <= RequestRing.MaxArgument && node.IsLive(station.NowUs))
        {
            node.Told = (node.Boot, station.NowUs);
            string id = Convert.ToHexStringLower(node.Random.Bytes(16));
            Publish(station, station.Site.Lanes[0].Id, id, CommandOp.Clock, minutes, "hub", node.Beat!, 0);
        }
    }

    private static byte[] Publish(
        Station station, string lane, string id, CommandOp op, int argument, string person, BeatMessage beat, long sequence)
    {
        CommandRecord command = new(
            id, station.Seen.Address, lane, Names.Of(op), person, null, argument, beat.Boot, beat.Beat, sequence, DateTimeOffset.UnixEpoch, []);
        byte[] message = Jws.Sign(CommandPayload.Of(command, Seat), station.Node.CommandKey);
        station.Session.Publish(station.Topics.LaneCommand(lane), message, false);
        return message;
    }
}
