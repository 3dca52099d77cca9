using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>
/// A node's MQTT client in virtual time, and its TCP connection. It behaves like the chip's: no reconnect of its own, at most 64 messages in flight, a dead
/// link is noticed after twice the keep-alive, an end without a goodbye.
/// </summary>
internal sealed class Wire : LinkPort
{
    private const int MaxInflight = 64;
    private const long DeadAfterUs = 2 * KeepAliveSeconds * 1_000_000L;

    private readonly SimNode _node;
    private readonly SimNetwork _network;
    private readonly BrokerSession _session;
    private readonly Queue<Packet> _toBroker = [];
    private readonly Queue<Packet> _toNode = [];
    private long _lastToBrokerUs;
    private long _lastToNodeUs;
    private long _heardUs;
    private int _inflight;
    private bool _open;
    private bool _cut;

    public Wire(SimNode node, SimNetwork network, BrokerSession session)
    {
        _node = node;
        _network = network;
        _session = session;
    }

    /// <inheritdoc/>
    public override bool IsOpen
    {
        get
        {
            if (_open && _network.Sends && _network.Receives)
            {
                _heardUs = _node.NowUs;
                _open = _session.Wire == this;
            }
            else if (_open)
            {
                _open = _node.NowUs - _heardUs < DeadAfterUs;
            }

            return _open;
        }
    }

    /// <summary>The client is there and would answer a ping that it is asked for.</summary>
    public bool IsAlive => _open && _network.Sends && _node.Runs;

    /// <summary>When the next message arrives at either end.</summary>
    public long NextUs
    {
        get
        {
            long toBroker = _network.Sends && _toBroker.TryPeek(out Packet first) ? first.DueUs : long.MaxValue;
            return _network.Receives && _toNode.TryPeek(out Packet down) ? Math.Min(toBroker, down.DueUs) : toBroker;
        }
    }

    /// <inheritdoc/>
    public override bool Join() => _network.Up;

    /// <inheritdoc/>
    public override bool Open(string willTopic, byte[] will)
    {
        if (!_network.Sends || !_network.Receives || !_session.Accepts)
        {
            return false;
        }

        _node.Stall(_network.HandshakeUs);
        _toBroker.Clear();
        _toNode.Clear();
        _inflight = 0;
        _heardUs = _node.NowUs;
        _open = true;
        _session.Connect(this, willTopic, will);
        return true;
    }

    /// <inheritdoc/>
    public override void Publish(string topic, byte[] message, int qos, bool retain)
    {
        bool confirmed = qos == AtLeastOnce;
        if (confirmed && _inflight == MaxInflight)
        {
            throw new BrokenLinkException("too many messages in flight");
        }

        _inflight += confirmed ? 1 : 0;
        Send(topic, message, retain, confirmed);
    }

    /// <inheritdoc/>
    public override void Subscribe(string[] filters) => Send(string.Join('\n', filters), null, false, false);

    /// <inheritdoc/>
    public override void Close()
    {
        _open = false;
        if (_network.Sends)
        {
            // What was handed over is in the buffers of TCP and arrives before the end does.
            Arrive(long.MaxValue);
            _session.Lose(this);
        }
    }

    /// <inheritdoc/>
    public override void Failed(string part, Exception problem)
    {
        // Only what a part of the city does on purpose is the node's to survive; all else is a fault of the simulator and must be seen.
        if (problem is not (FlashException or BrokenLinkException))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
        }

        _node.Say($"{part}: {problem.Message}");
    }

    /// <summary>The chip has lost its power or was reset: nobody is left at this end.</summary>
    public void Cut()
    {
        _open = false;
        _cut = true;
        _toBroker.Clear();
        _toNode.Clear();
    }

    /// <summary>Sends a message to the node.</summary>
    public void Deliver(string topic, byte[] message, bool retained)
    {
        if (!_cut)
        {
            _lastToNodeUs = Math.Max(_lastToNodeUs, _node.NowUs + _network.DrawUs());
            _toNode.Enqueue(new Packet(_lastToNodeUs, topic, message, retained, true));
        }
    }

    /// <summary>Lets arrive what is due.</summary>
    public void Exchange(long nowUs)
    {
        Arrive(nowUs);
        bool some = false;
        while (_open && _network.Receives && _toNode.TryPeek(out Packet packet) && packet.DueUs <= nowUs)
        {
            _toNode.Dequeue();
            Inbox.Put(packet.Topic, packet.Bytes!, packet.Retain);
            some = true;
        }

        if (some)
        {
            _node.Wake();
        }
    }

    private void Send(string topic, byte[]? message, bool retain, bool confirmed)
    {
        _lastToBrokerUs = Math.Max(_lastToBrokerUs, _node.BusyUntilUs + _network.DrawUs());
        _toBroker.Enqueue(new Packet(_lastToBrokerUs, topic, message, retain, confirmed));
    }

    private void Arrive(long nowUs)
    {
        while (_network.Sends && _toBroker.TryPeek(out Packet packet) && packet.DueUs <= nowUs)
        {
            _toBroker.Dequeue();
            if (_session.Wire != this)
            {
                continue;
            }

            if (_network.DrawGarbage())
            {
                _toBroker.Clear();
                _session.Lose(this);
                return;
            }

            // The confirmation comes back over the same network; its time is not looked at.
            _inflight -= packet.Confirmed ? 1 : 0;
            _session.Take(packet);
        }
    }
}
