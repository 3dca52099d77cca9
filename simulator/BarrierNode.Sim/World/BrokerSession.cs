using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.Sim;

/// <summary>
/// What the broker has of one node: its connection, its last will, what it listens to, and the messages that are retained below its root. As nobody but
/// the hub reads or writes there, this is all of the broker that a message of the node meets.
/// </summary>
internal sealed class BrokerSession
{
    private const long SecondUs = 1_000_000;
    private const long KeepAliveUs = LinkPort.KeepAliveSeconds * SecondUs * 3 / 2;

    private readonly Station _station;
    private readonly SimBroker _broker;
    private readonly SimHub _hub;
    private readonly string[] _writes;
    private readonly string[] _reads;
    private readonly Dictionary<string, bool> _mayWrite = [];
    private readonly SortedDictionary<string, byte[]> _retained = new(StringComparer.Ordinal);
    private string[] _filters = [];
    private string _willTopic = string.Empty;
    private byte[] _will = [];
    private long _heardUs;

    public BrokerSession(Station station, SimBroker broker, SimHub hub)
    {
        _station = station;
        _broker = broker;
        _hub = hub;
        IReadOnlyList<string> access = BrokerAccess.OfNode(
            new NodeAddress(station.Site.City, station.Site.Site, station.Site.Node), station.Site.Lanes.Select(l => l.Id));
        _writes = Of(access, "write ");
        _reads = Of(access, "read ");
    }

    /// <summary>The connection, or null.</summary>
    public Wire? Wire { get; private set; }

    /// <summary>The broker takes connections.</summary>
    public bool Accepts => _broker.Up;

    /// <summary>When the broker looks next whether the node lives.</summary>
    public long NextUs { get; private set; } = long.MaxValue;

    /// <summary>The retained messages, in the order of their topics.</summary>
    public IReadOnlyDictionary<string, byte[]> Retained => _retained;

    /// <summary>A node connects with a clean session. Another connection with its name ends.</summary>
    public void Connect(Wire wire, string willTopic, byte[] will)
    {
        if (Wire is not null)
        {
            Lose(Wire);
        }

        Wire = wire;
        _willTopic = willTopic;
        _will = will;
        _filters = [];
        _heardUs = _station.NowUs;
        NextUs = _station.NowUs + SecondUs;
    }

    /// <summary>A connection has ended without a goodbye: the last will is told.</summary>
    public void Lose(Wire wire)
    {
        if (Wire == wire)
        {
            Drop();
            Publish(_willTopic, _will, true);
        }
    }

    /// <summary>The broker ends: it forgets everything.</summary>
    public void Forget()
    {
        Drop();
        _retained.Clear();
    }

    /// <summary>Looks whether the node lives.</summary>
    public void CheckAlive(long nowUs)
    {
        if (Wire is null || nowUs < NextUs)
        {
            return;
        }

        NextUs = nowUs + SecondUs;
        if (Wire.IsAlive)
        {
            _heardUs = nowUs;
        }
        else if (nowUs - _heardUs >= KeepAliveUs)
        {
            Lose(Wire);
        }
    }

    /// <summary>Takes what a node has sent.</summary>
    public void Take(Packet packet)
    {
        _heardUs = _station.NowUs;
        if (packet.Bytes is null)
        {
            Subscribe(packet.Topic.Split('\n'));
        }
        else if (MayWrite(packet.Topic))
        {
            Publish(packet.Topic, packet.Bytes, packet.Retain);
        }
        else
        {
            _broker.CountDenied();
        }
    }

    /// <summary>Gives a message to all who listen.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="message">Its bytes.</param>
    /// <param name="retain">It is kept for who comes later; an empty one is kept no more.</param>
    public void Publish(string topic, byte[] message, bool retain)
    {
        _broker.Count(_station, topic, message);
        if (retain && message.Length > 0)
        {
            _retained[topic] = message;
        }
        else if (retain)
        {
            _retained.Remove(topic);
        }

        if (Wire is not null && Listens(topic))
        {
            Wire.Deliver(topic, message, false);
        }

        _hub.Take(_station, topic, message, false);
    }

    private static string[] Of(IEnumerable<string> access, string right) =>
        [.. access.Where(line => line.StartsWith(right, StringComparison.Ordinal)).Select(line => line[right.Length..])];

    private void Drop()
    {
        Wire = null;
        _filters = [];
        NextUs = long.MaxValue;
    }

    private void Subscribe(string[] filters)
    {
        _filters = [.. _filters, .. filters];
        foreach ((string topic, byte[] message) in _retained)
        {
            if (Listens(topic))
            {
                Wire!.Deliver(topic, message, true);
            }
        }
    }

    private bool Listens(string topic) =>
        Array.Exists(_filters, f => TopicFilter.Matches(f, topic)) && Array.Exists(_reads, f => TopicFilter.Matches(f, topic));

    private bool MayWrite(string topic)
    {
        if (!_mayWrite.TryGetValue(topic, out bool may))
        {
            may = Array.Exists(_writes, f => TopicFilter.Matches(f, topic));
            _mayWrite.Add(topic, may);
        }

        return may;
    }
}
