using System;
using System.Text;
using System.Threading;
using BarrierNode.Control;
using nanoFramework.Hardware.Esp32;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.Networking;

namespace BarrierNode.Node
{
    /// <summary>
    /// The link thread: keeps the connection to the broker, carries commands in and answers, states and events out, and stores the journal.
    /// Everything that can stall the chip waits for a quiet window.
    /// </summary>
    internal sealed class Link
    {
        private const int PollMs = 10;
        private const ushort KeepAliveSeconds = 10;
        private const int MaxInflight = 64;
        private const long FirstRetryUs = 1000000;
        private const long MaxRetryUs = 10000000;

        // A connection that held for less did not prove that the next one will: two nodes with one name would throw each other out for ever.
        private const long StableUs = 10000000;

        private readonly NodeConfig _config;
        private readonly SiteTable _site;
        private readonly string _boot;
        private readonly Topics _topics;
        private readonly Controller _controller;
        private readonly Journal _journal;
        private readonly KeptMemory _kept;
        private readonly LoopMemory _loops;
        private readonly AutoResetEvent _wake;
        private readonly Messages _messages;
        private readonly LaneWhy[] _whys;
        private readonly CommandLog _log = new CommandLog();
        private readonly CommandIntake _intake;
        private readonly CommandDesk _desk;
        private readonly EventSender _events;
        private readonly RecordSender _records;
        private readonly Inbox _inbox = new Inbox();

        private MqttClient _client;
        private int _closed;
        private bool _networkUp;
        private int _statesToGo;
        private bool _ready;
        private string _connState = string.Empty;
        private int _beatSent = -1;
        private long _connectedAtUs;
        private long _retryAtUs;
        private long _writeAtUs;
        private long _retryAfterUs = FirstRetryUs;

        public Link(NodeConfig config, SiteTable site, string boot, Controller controller, Journal journal, LoopMemory loops, KeptMemory kept, AutoResetEvent wake)
        {
            _config = config;
            _site = site;
            _boot = boot;
            _topics = new Topics(site.City, site.Site, site.Node);
            _controller = controller;
            _journal = journal;
            _kept = kept;
            _loops = loops;
            _wake = wake;
            _messages = new Messages(site, boot);
            _whys = new LaneWhy[site.Lanes.Length];
            for (int i = 0; i < _whys.Length; i++)
            {
                _whys[i] = new LaneWhy();
            }

            _intake = new CommandIntake(site, boot, config.CommandKey, _log);
            _events = new EventSender(_topics, _journal, _messages, this);
            _records = new RecordSender(boot, _topics, _controller, _messages, this);
            _desk = new CommandDesk(site, _topics, _intake, _log, _controller, _journal, _records, _messages, this);
        }

        /// <summary>Runs for ever. A fault costs the connection, never the thread.</summary>
        public void Run()
        {
            _journal.Note(EventCode.Started, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
            for (;;)
            {
                long nowUs = (long)HighResTimer.GetCurrent();
                try
                {
                    Step(nowUs);
                }
                catch (Exception e)
                {
                    Console.WriteLine("Link: " + e.Message);
                    Drop(nowUs);
                }

                _wake.WaitOne(PollMs, false);
            }
        }

        /// <summary>Publishes a message, if there is a connection.</summary>
        public void Publish(string topic, byte[] message, MqttQoSLevel qos, bool retain)
        {
            if (_client != null)
            {
                _client.Publish(topic, message, null, null, qos, retain);
            }
        }

        private void Step(long nowUs)
        {
            if (_client != null && (Interlocked.CompareExchange(ref _closed, 0, 0) != 0 || !_client.IsConnected))
            {
                Drop(nowUs);
            }

            bool wantsConnect = _client == null && nowUs >= _retryAtUs;
            bool wantsWrite = nowUs >= _writeAtUs && NeedsWrite();
            if (wantsConnect || wantsWrite)
            {
                UseQuiet(wantsConnect, wantsWrite, nowUs);
            }
            else
            {
                _controller.Quiet.GiveBack();
            }

            _desk.CountDropped(_inbox.Dropped);
            while (_inbox.Take())
            {
                _desk.Receive(_inbox.Topic, _inbox.Message, _inbox.Retained);
            }

            while (_controller.Reports.Take())
            {
                Tell(_controller.Reports);
            }

            if (_client != null)
            {
                Announce();
                _events.Step(nowUs);
            }

            // Not before the subscription: an answer that nobody hears costs a wait.
            if (_client != null && _ready)
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
                Console.WriteLine("Flash: " + e.Message);
                _writeAtUs = nowUs + MaxRetryUs;
            }
        }

        private void Connect(long nowUs)
        {
            _retryAtUs = nowUs + _retryAfterUs;
            _retryAfterUs = Math.Min((int)(_retryAfterUs * 2), (int)MaxRetryUs);
            if (!_networkUp)
            {
                _networkUp = _config.Wifi ? WifiNetworkHelper.Reconnect() : NetworkHelper.SetupAndConnectNetwork();
                if (!_networkUp)
                {
                    Console.WriteLine("Link: no network");
                    return;
                }
            }

            // Until it has proved otherwise, a connection that fails means that the network is gone, too.
            _networkUp = false;
            MqttClient client = Open();
            if (client == null)
            {
                return;
            }

            _networkUp = true;
            _client = client;
            _connectedAtUs = nowUs;
            _connState = string.Empty;
            _ready = false;
            _statesToGo = (1 << _site.Lanes.Length) - 1;
            Publish(_topics.Birth, _messages.Birth(NodeApp.Version), MqttQoSLevel.AtLeastOnce, true);
            _controller.ReportAllStates();
            _events.Restart(_controller.UptimeMs);
            _records.Restart();
            _journal.Note(EventCode.LinkUp, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
        }

        /// <summary>Opens a connection; one that fails leaves nothing behind.</summary>
        private MqttClient Open()
        {
            MqttClient client = new MqttClient(_config.Broker, _config.Port, true, _config.Authority, null, MqttSslProtocols.TLSv1_2);
            try
            {
                client.Settings.InflightQueueSize = MaxInflight;
                client.MqttMsgPublishReceived += OnMessage;
                client.ConnectionClosed += OnClosed;
                Interlocked.Exchange(ref _closed, 0);
                byte[] will = Messages.Conn("lost", _boot);
                MqttReasonCode code = client.Connect(
                    _config.User,
                    _config.User,
                    _config.Password,
                    true,
                    MqttQoSLevel.AtLeastOnce,
                    true,
                    _topics.Conn,
                    Encoding.UTF8.GetString(will, 0, will.Length),
                    true,
                    KeepAliveSeconds);
                if (code == MqttReasonCode.Success)
                {
                    return client;
                }

                Console.WriteLine("Link: the broker refuses this node, code " + (int)code);
            }
            catch (Exception e)
            {
                Console.WriteLine("Link: " + e.Message);
            }

            client.Dispose();
            return null;
        }

        private void Drop(long nowUs)
        {
            MqttClient client = _client;
            _client = null;
            if (client == null)
            {
                return;
            }

            // After a stable connection the first try comes at once: most links come back as quickly as they went.
            bool stable = nowUs - _connectedAtUs >= StableUs;
            _retryAfterUs = stable ? FirstRetryUs : _retryAfterUs;
            _retryAtUs = stable ? nowUs : nowUs + _retryAfterUs;
            _journal.Note(EventCode.LinkDown, -1, CommandOp.None, 0, 0, _controller.UptimeMs);
            client.MqttMsgPublishReceived -= OnMessage;
            client.ConnectionClosed -= OnClosed;
            try
            {
                client.Close();
            }
            catch (Exception e)
            {
                Console.WriteLine("Link: " + e.Message);
            }
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
                    Publish(_topics.LaneState(_site.Lanes[report.Lane].Id), state, MqttQoSLevel.AtLeastOnce, true);
                    _statesToGo &= ~(1 << report.Lane);
                    break;
                case ReportKind.Stroke:
                    byte[] stroke = _messages.Stroke(report, _controller.Kept);
                    Publish(_topics.LaneStroke(_site.Lanes[report.Lane].Id), stroke, MqttQoSLevel.AtMostOnce, false);
                    break;
                case ReportKind.Why:
                    LaneWhy why = _whys[report.Lane];
                    why.Take(report);
                    Publish(
                        _topics.LaneWhy(_site.Lanes[report.Lane].Id), _messages.Why(report.Lane, why, report.UptimeMs), MqttQoSLevel.AtLeastOnce, true);
                    break;
                case ReportKind.Loop:
                    int input = _site.Loops[LoopReport.Number(report.Code)].Input;
                    Publish(_topics.Loop(_site.InputNames[input]), _messages.Loop(report), MqttQoSLevel.AtMostOnce, false);
                    break;
                case ReportKind.Crowd:
                    Publish(_topics.LaneCrowd(_site.Lanes[report.Lane].Id), _messages.Crowd(report), MqttQoSLevel.AtMostOnce, false);
                    break;
            }
        }

        // Every lane's state is out before the node takes commands and says that it is ready.
        private void Announce()
        {
            if (!_ready && _statesToGo == 0)
            {
                _ready = true;
                _client.Subscribe(
                    new string[] { _topics.AllCommands, _topics.EventAck, _topics.RecorderAck },
                    new MqttQoSLevel[] { MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce });
            }

            if (!_ready)
            {
                return;
            }

            string state = _controller.NodeClear ? "ready" : "alert";
            if (state != _connState)
            {
                _connState = state;
                Publish(_topics.Conn, Messages.Conn(state, _boot), MqttQoSLevel.AtLeastOnce, true);
            }

            if (_controller.Beat != _beatSent)
            {
                _beatSent = _controller.Beat;
                Publish(
                    _topics.Beat, _messages.Beat(_controller, 0, _journal.Unconfirmed, _intake), MqttQoSLevel.AtMostOnce, false);
            }
        }

        private void OnMessage(object sender, MqttMsgPublishEventArgs e)
        {
            _inbox.Put(e.Topic, e.Message, e.Retain);
            _wake.Set();
        }

        private void OnClosed(object sender, EventArgs e)
        {
            Interlocked.Exchange(ref _closed, 1);
            _wake.Set();
        }
    }
}
