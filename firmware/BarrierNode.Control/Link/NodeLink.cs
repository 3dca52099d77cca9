using System;

namespace BarrierNode.Control
{
    /// <summary>
    /// The link of a node: keeps the connection to the broker, carries commands in and answers, states and events out, and stores the journal.
    /// Everything that can stall the chip waits for a quiet window. It is stepped at every <see cref="PollMs"/>, and at once when a report or a
    /// message waits; it has no thread and no clock of its own.
    /// </summary>
    public sealed class NodeLink
    {
        /// <summary>Longest time from one step to the next, in milliseconds.</summary>
        public const int PollMs = 10;

        private const long FirstRetryUs = 1000000;
        private const long MaxRetryUs = 10000000;

        // A connection that held for less did not prove that the next one will: two nodes with one name would throw each other out for ever.
        private const long StableUs = 10000000;

        private readonly SiteTable _site;
        private readonly string _boot;
        private readonly Topics _topics;
        private readonly Controller _controller;
        private readonly Journal _journal;
        private readonly KeptMemory _kept;
        private readonly LoopMemory _loops;
        private readonly Messages _messages;
        private readonly LaneWhy[] _whys;
        private readonly CommandLog _log = new CommandLog();
        private readonly CommandIntake _intake;
        private readonly CommandDesk _desk;
        private readonly EventSender _events;
        private readonly RecordSender _records;
        private readonly LinkPort _port;

        private bool _connected;
        private bool _networkUp;
        private int _statesToGo;
        private bool _ready;
        private string _connState = string.Empty;
        private int _beatSent = -1;
        private long _connectedAtUs;
        private long _retryAtUs;
        private long _writeAtUs;
        private long _retryAfterUs = FirstRetryUs;

        /// <summary>Makes the link of a node that has just started.</summary>
        /// <param name="node">The node.</param>
        /// <param name="port">Its way to the broker.</param>
        public NodeLink(NodeCore node, LinkPort port)
        {
            _site = node.Site;
            _boot = node.Boot;
            _controller = node.Controller;
            _journal = node.Journal;
            _kept = node.Kept;
            _loops = node.Loops;
            _port = port;
            _topics = new Topics(_site.City, _site.Site, _site.Node);
            _messages = new Messages(_site, _boot);
            _whys = new LaneWhy[_site.Lanes.Length];
            for (int i = 0; i < _whys.Length; i++)
            {
                _whys[i] = new LaneWhy();
            }

            _intake = new CommandIntake(_site, _boot, node.Config.CommandKey, _log);
            _events = new EventSender(_topics, _journal, _messages, this);
            _records = new RecordSender(_boot, _topics, _controller, _messages, this);
            _desk = new CommandDesk(_site, _topics, _intake, _log, _controller, _journal, _records, _messages, this);
        }

        /// <summary>True while there is a connection to the broker.</summary>
        public bool Connected
        {
            get { return _connected; }
        }

        /// <summary>Notes the start of the node: once, before the first step.</summary>
        public void Start()
        {
            _journal.Note(EventCode.Started, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
        }

        /// <summary>Does what is to be done now. A fault costs the connection, never the link.</summary>
        /// <param name="nowUs">Time since the start of the chip, in microseconds.</param>
        public void Step(long nowUs)
        {
            try
            {
                Work(nowUs);
            }
            catch (Exception e)
            {
                _port.Failed("Link", e);
                Drop(nowUs);
            }
        }

        /// <summary>Publishes a message, if there is a connection.</summary>
        internal void Publish(string topic, byte[] message, int qos, bool retain)
        {
            if (_connected)
            {
                _port.Publish(topic, message, qos, retain);
            }
        }

        private void Work(long nowUs)
        {
            if (_connected && !_port.IsOpen)
            {
                Drop(nowUs);
            }

            bool wantsConnect = !_connected && nowUs >= _retryAtUs;
            bool wantsWrite = nowUs >= _writeAtUs && NeedsWrite();
            if (wantsConnect || wantsWrite)
            {
                UseQuiet(wantsConnect, wantsWrite, nowUs);
            }
            else
            {
                _controller.Quiet.GiveBack();
            }

            Inbox inbox = _port.Inbox;
            _desk.CountDropped(inbox.Dropped);
            while (inbox.Take())
            {
                _desk.Receive(inbox.Topic, inbox.Message, inbox.Retained);
            }

            while (_controller.Reports.Take())
            {
                Tell(_controller.Reports);
            }

            if (_connected)
            {
                Announce();
                _events.Step(nowUs);
            }

            // Not before the subscription: an answer that nobody hears costs a wait.
            if (_connected && _ready)
            {
                _records.Step(nowUs);
            }
        }

        private bool NeedsWrite()
        {
            return _journal.NeedsWrite(_controller.LatchedTrips) || _kept.NeedsWrite(_controller.UptimeMs)
                || _loops.NeedsWrite(_controller.Loops, _controller.UptimeMs);
        }

        private void UseQuiet(bool connect, bool write, long nowUs)
        {
            _controller.Quiet.Ask();
            if (!_controller.Quiet.Granted)
            {
                return;
            }

            try
            {
                if (write)
                {
                    Store(nowUs);
                }

                if (connect)
                {
                    Connect(nowUs);
                }
            }
            finally
            {
                _controller.Quiet.GiveBack();
            }
        }

        // A flash that cannot be written must not cost the link: what is to be stored waits in memory and it is tried again.
        private void Store(long nowUs)
        {
            try
            {
                _journal.Write(_controller.LatchedTrips, _controller.UptimeMs);
                if (_kept.NeedsWrite(_controller.UptimeMs))
                {
                    _kept.Write(_controller.UptimeMs);
                }

                if (_loops.NeedsWrite(_controller.Loops, _controller.UptimeMs))
                {
                    _loops.Write(_controller.Loops, _controller.UptimeMs);
                }
            }
            catch (Exception e)
            {
                _port.Failed("Flash", e);
                _writeAtUs = nowUs + MaxRetryUs;
            }
        }

        private void Connect(long nowUs)
        {
            _retryAtUs = nowUs + _retryAfterUs;
            _retryAfterUs = _retryAfterUs * 2 < MaxRetryUs ? _retryAfterUs * 2 : MaxRetryUs;
            if (!_networkUp)
            {
                _networkUp = _port.Join();
                if (!_networkUp)
                {
                    return;
                }
            }

            // Until it has proved otherwise, a connection that fails means that the network is gone, too.
            _networkUp = false;
            if (!_port.Open(_topics.Conn, Messages.Conn("lost", _boot)))
            {
                return;
            }

            _networkUp = true;
            _connected = true;
            _connectedAtUs = nowUs;
            _connState = string.Empty;
            _ready = false;
            _statesToGo = (1 << _site.Lanes.Length) - 1;
            Publish(_topics.Birth, _messages.Birth(NodeCore.Version), LinkPort.AtLeastOnce, true);
            _controller.ReportAllStates();
            _events.Restart(_controller.UptimeMs);
            _records.Restart();
            _journal.Note(EventCode.LinkUp, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
        }

        private void Drop(long nowUs)
        {
            if (!_connected)
            {
                return;
            }

            _connected = false;

            // After a stable connection the first try comes at once: most links come back as quickly as they went.
            bool stable = nowUs - _connectedAtUs >= StableUs;
            _retryAfterUs = stable ? FirstRetryUs : _retryAfterUs;
            _retryAtUs = stable ? nowUs : nowUs + _retryAfterUs;
            _journal.Note(EventCode.LinkDown, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
            _port.Close();
        }

        private void Tell(ReportRing report)
        {
            switch (report.Kind)
            {
                case ReportKind.Ack:
                    _desk.Answer(report);
                    break;
                case ReportKind.Event:
                    _journal.Note((EventCode)report.Code, report.Lane, report.Op, report.A, report.B, report.UptimeMs);
                    break;
                case ReportKind.State:
                    byte[] state = _messages.State(report, _log.Id(report.Ticket));
                    Publish(_topics.LaneState(_site.Lanes[report.Lane].Id), state, LinkPort.AtLeastOnce, true);
                    _statesToGo &= ~(1 << report.Lane);
                    break;
                case ReportKind.Stroke:
                    byte[] stroke = _messages.Stroke(report, _controller.Kept);
                    Publish(_topics.LaneStroke(_site.Lanes[report.Lane].Id), stroke, LinkPort.AtMostOnce, false);
                    break;
                case ReportKind.Why:
                    LaneWhy why = _whys[report.Lane];
                    why.Take(report);
                    Publish(
                        _topics.LaneWhy(_site.Lanes[report.Lane].Id), _messages.Why(report.Lane, why, report.UptimeMs), LinkPort.AtLeastOnce, true);
                    break;
                case ReportKind.Loop:
                    int input = _site.Loops[LoopReport.Number(report.Code)].Input;
                    Publish(_topics.Loop(_site.InputNames[input]), _messages.Loop(report), LinkPort.AtMostOnce, false);
                    break;
                case ReportKind.Crowd:
                    Publish(_topics.LaneCrowd(_site.Lanes[report.Lane].Id), _messages.Crowd(report), LinkPort.AtMostOnce, false);
                    break;
            }
        }

        // Every lane's state is out before the node takes commands and says that it is ready.
        private void Announce()
        {
            if (!_ready && _statesToGo == 0)
            {
                _ready = true;
                _port.Subscribe(new string[] { _topics.AllCommands, _topics.EventAck, _topics.RecorderAck });
            }

            if (!_ready)
            {
                return;
            }

            string state = _controller.NodeClear ? "ready" : "alert";
            if (state != _connState)
            {
                _connState = state;
                Publish(_topics.Conn, Messages.Conn(state, _boot), LinkPort.AtLeastOnce, true);
            }

            if (_controller.Beat != _beatSent)
            {
                _beatSent = _controller.Beat;
                Publish(
                    _topics.Beat, _messages.Beat(_controller, 0, _journal.Unconfirmed, _intake), LinkPort.AtMostOnce, false);
            }
        }
    }
}
