using System;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using BarrierNode.Control;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.Networking;

namespace BarrierNode.Node
{
    /// <summary>The way to the broker: M2Mqtt over TLS.</summary>
    internal sealed class MqttPort : LinkPort
    {
        private const int MaxInflight = 64;

        private readonly NodeConfig _config;
        private readonly X509Certificate _authority;
        private readonly AutoResetEvent _wake;

        private MqttClient _client;
        private int _closed;

        public MqttPort(NodeConfig config, X509Certificate authority, AutoResetEvent wake)
        {
            _config = config;
            _authority = authority;
            _wake = wake;
        }

        public override bool IsOpen
        {
            get { return Interlocked.CompareExchange(ref _closed, 0, 0) == 0 && _client.IsConnected; }
        }

        public override bool Join()
        {
            bool up = _config.Wifi ? WifiNetworkHelper.Reconnect() : NetworkHelper.SetupAndConnectNetwork();
            if (!up)
            {
                Console.WriteLine("Link: no network");
            }

            return up;
        }

        public override bool Open(string willTopic, byte[] will)
        {
            MqttClient client = new MqttClient(_config.Broker, _config.Port, true, _authority, null, MqttSslProtocols.TLSv1_2);
            try
            {
                client.Settings.InflightQueueSize = MaxInflight;
                client.MqttMsgPublishReceived += OnMessage;
                client.ConnectionClosed += OnClosed;
                Interlocked.Exchange(ref _closed, 0);
                MqttReasonCode code = client.Connect(
                    _config.User,
                    _config.User,
                    _config.Password,
                    true,
                    MqttQoSLevel.AtLeastOnce,
                    true,
                    willTopic,
                    Encoding.UTF8.GetString(will, 0, will.Length),
                    true,
                    KeepAliveSeconds);
                if (code == MqttReasonCode.Success)
                {
                    _client = client;
                    return true;
                }

                Console.WriteLine("Link: the broker refuses this node, code " + (int)code);
            }
            catch (Exception e)
            {
                Failed("Link", e);
            }

            client.Dispose();
            return false;
        }

        public override void Publish(string topic, byte[] message, int qos, bool retain)
        {
            _client.Publish(topic, message, null, null, (MqttQoSLevel)qos, retain);
        }

        public override void Subscribe(string[] filters)
        {
            MqttQoSLevel[] levels = new MqttQoSLevel[filters.Length];
            for (int i = 0; i < levels.Length; i++)
            {
                levels[i] = MqttQoSLevel.AtLeastOnce;
            }

            _client.Subscribe(filters, levels);
        }

        public override void Close()
        {
            _client.MqttMsgPublishReceived -= OnMessage;
            _client.ConnectionClosed -= OnClosed;
            try
            {
                _client.Close();
            }
            catch (Exception e)
            {
                Failed("Link", e);
            }
        }

        public override void Failed(string part, Exception problem)
        {
            Console.WriteLine(part + ": " + problem.Message);
        }

        private void OnMessage(object sender, MqttMsgPublishEventArgs e)
        {
            Inbox.Put(e.Topic, e.Message, e.Retain);
            _wake.Set();
        }

        private void OnClosed(object sender, EventArgs e)
        {
            Interlocked.Exchange(ref _closed, 1);
            _wake.Set();
        }
    }
}
