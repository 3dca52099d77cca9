using System.Collections;
using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BarrierNode.Mqtt;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class MqttClientTests
{
    private static TestBroker s_broker = null!;

    [ClassInitialize]
    public static void StartBroker(TestContext context) => s_broker = new TestBroker();

    [ClassCleanup]
    public static void StopBroker() => s_broker.Dispose();

    [TestMethod]
    public void Stop_IsALossOfPower_TheBrokerPublishesTheWill()
    {
        using TestChip chip = new();
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/conn");
        int closed = 0;
        chip.Chip.Start(() =>
        {
            MqttClient client = Create();
            client.ConnectionClosed += (_, _) => Interlocked.Increment(ref closed);
            Assert.AreEqual(MqttReasonCode.Success, ConnectWithWill(client, "t/conn", "lost"));
            client.Publish("t/conn", "ready"u8.ToArray(), null, null, MqttQoSLevel.AtLeastOnce, false);
        });
        Wait.Until(() => received.Any(m => Text(m) == "ready"), "ready");

        chip.Chip.Stop();

        Wait.Until(() => received.Any(m => Text(m) == "lost"), "will");
        Assert.AreEqual(0, closed, "a chip without power notices nothing");
        Assert.IsEmpty(chip.Faults);
        listener.Dispose();
    }

    [TestMethod]
    public void Disconnect_SaysGoodbye_CloseDoesNot()
    {
        using TestChip chip = new();
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/end/#");
        using ManualResetEventSlim closed = new();

        chip.Run(() =>
        {
            MqttClient polite = Create();
            polite.ConnectionClosed += (_, _) => closed.Set();
            ConnectWithWill(polite, "t/end/polite", "lost");
            polite.Disconnect();
            Assert.IsFalse(polite.IsConnected);
            Assert.IsTrue(closed.Wait(Wait.Limit), "ConnectionClosed");
            MqttClient rude = Create();
            ConnectWithWill(rude, "t/end/rude", "lost");
            rude.Close();
            Assert.IsFalse(rude.IsConnected);
            Wait.Until(() => !received.IsEmpty, "will");
        });

        Assert.AreEqual("t/end/rude", received.Single().Topic);
        listener.Dispose();
    }

    [TestMethod]
    public void Messages_GoBothWays_AlsoFromInsideAHandler()
    {
        using TestChip chip = new();
        (MosquittoClient hub, ConcurrentQueue<MqttMessage> answers) = s_broker.Listener("bob", "t/node/ack");
        using ManualResetEventSlim subscribed = new();
        ConcurrentQueue<string?> chips = new();
        MqttQoSLevel[]? granted = null;
        chip.Chip.Start(() =>
        {
            MqttClient client = Create();
            client.MqttMsgSubscribed += (_, e) =>
            {
                granted = e.GrantedQoSLevels;
                subscribed.Set();
            };
            client.MqttMsgPublishReceived += (_, e) =>
            {
                chips.Enqueue(VirtualChip.Current?.Name);
                client.Publish("t/node/ack", e.Message, null, null, MqttQoSLevel.AtLeastOnce, e.Retain);
            };
            client.Connect("node-" + Guid.NewGuid(), "ann", "ann's secret");
            client.Subscribe(["t/node/cmd", "t/node/cfg"], [MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce]);
        });
        Assert.IsTrue(subscribed.Wait(Wait.Limit));
        CollectionAssert.AreEqual(new[] { MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce }, granted);

        hub.Publish("t/node/cmd", "raise"u8, 1, false);

        Wait.Until(() => !answers.IsEmpty, "answer");
        Assert.AreEqual("raise", Text(answers.Single()));
        Assert.AreEqual("chip", chips.Single(), "a handler runs on a thread of the chip");
        hub.Dispose();
    }

    [TestMethod]
    public void Retained_IsSeenByTheFirmware()
    {
        using TestChip chip = new();
        using MosquittoClient hub = s_broker.Connected("bob");
        hub.Publish("t/kept/cmd", "old"u8, 1, retain: true);
        ConcurrentQueue<bool> flags = new();

        chip.Run(() =>
        {
            MqttClient client = Create();
            client.MqttMsgPublishReceived += (_, e) => flags.Enqueue(e.Retain);
            client.Connect("node-" + Guid.NewGuid(), "ann", "ann's secret");
            client.Subscribe(["t/kept/cmd"], [MqttQoSLevel.AtLeastOnce]);
            Wait.Until(() => !flags.IsEmpty, "kept message");
        });

        Assert.IsTrue(flags.Single());
    }

    [TestMethod]
    public void Published_IsToldForQos1And2WithTheIdThatPublishGave()
    {
        using TestChip chip = new();
        ConcurrentQueue<ushort> told = new();

        chip.Run(() =>
        {
            MqttClient client = Create();
            client.MqttMsgPublished += (_, e) => told.Enqueue(e.MessageId);
            client.Connect("node-" + Guid.NewGuid(), "ann", "ann's secret", true, 30);
            client.Publish("t/qos", [0]);
            ushort one = client.Publish("t/qos", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
            ushort two = client.Publish("t/qos", [2], null, null, MqttQoSLevel.ExactlyOnce, false);
            Wait.Until(() => told.Count == 2, "told");
            CollectionAssert.AreEquivalent(new[] { one, two }, told);
        });
    }

    [TestMethod]
    public void Connect_WithAWrongPassword_ReturnsTheReason()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            MqttClient client = Create();
            Assert.AreEqual(MqttReasonCode.ConnectionRefusedNotAuthorized, client.Connect("node", "ann", "wrong"));
            Assert.IsFalse(client.IsConnected);
            client.Dispose();
        });
    }

    [TestMethod]
    public void Connect_WhenTheBrokerIsDown_ThrowsAndCanBeRepeated()
    {
        using TestChip chip = new();
        using TestBroker broker = new();
        using ManualResetEventSlim closed = new();

        chip.Run(() =>
        {
            MqttClient client = new("localhost", broker.Process.Port, true, Authority(broker), null, MqttSslProtocols.TLSv1_2);
            client.ConnectionClosed += (_, _) => closed.Set();
            Assert.AreEqual(MqttReasonCode.Success, client.Connect("node", "ann", "ann's secret"));

            broker.Process.Kill();
            Assert.IsTrue(closed.Wait(Wait.Limit), "ConnectionClosed");
            Assert.IsFalse(client.IsConnected);
            Assert.AreEqual(0, client.Publish("t/x", [1]), "nobody is told");
            MqttConnectionException error =
                Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("node", "ann", "ann's secret"));
            Assert.Contains("cannot be reached", error.Message);

            broker.Process.Restart();
            Assert.AreEqual(MqttReasonCode.Success, client.Connect("node", "ann", "ann's secret"));
        });
    }

    [TestMethod]
    public void Stop_WhileConnecting_DoesNotHang()
    {
        using TestChip chip = new();
        using System.Net.Sockets.TcpListener silent = new(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        int port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        using ManualResetEventSlim connecting = new();
        chip.Chip.Start(() =>
        {
            MqttClient client = new("127.0.0.1", port, false, null, null, MqttSslProtocols.None);
            connecting.Set();
            client.Connect("node");
        });
        Assert.IsTrue(connecting.Wait(Wait.Limit));
        using System.Net.Sockets.Socket accepted = silent.AcceptSocket();

        chip.Chip.Stop();

        Assert.IsEmpty(chip.Faults);
    }

    [TestMethod]
    public void Publish_BeyondTheInflightQueue_IsRefused()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            MqttClient client = Create();
            client.Settings.InflightQueueSize = 3;
            for (int i = 0; i < 3; i++)
            {
                client.Publish("t/x", [1]);
            }
            MqttClientException error = Assert.ThrowsExactly<MqttClientException>(() => client.Publish("t/x", [1]));
            Assert.AreEqual(MqttClientErrorCode.InflightQueueFull, error.ErrorCode);

            client.Connect("node-" + Guid.NewGuid(), "ann", "ann's secret");
            int sent = 0;
            client.MqttMsgPublished += (_, _) => Interlocked.Increment(ref sent);
            for (int i = 1; i <= 50; i++)
            {
                client.Publish("t/x", [1], null, null, MqttQoSLevel.AtLeastOnce, false);
                Wait.Until(() => Volatile.Read(ref sent) == i, "sent");
            }
        });
    }

    [TestMethod]
    public void Settings_BelongToOneChip()
    {
        using TestChip first = new();
        using TestChip second = new();

        first.Run(() => MqttSettings.Instance.InflightQueueSize = 3);

        second.Run(() => Assert.AreEqual(int.MaxValue, MqttSettings.Instance.InflightQueueSize));
    }

    [TestMethod]
    public void Misuse_IsRefusedAsOnTheChip()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            Assert.ThrowsExactly<ArgumentException>(() => new MqttClient("localhost", 1, true, null, null, MqttSslProtocols.TLSv1_2));
            MqttClient client = Create();
            Assert.ThrowsExactly<NotSupportedException>(() => client.Publish("t", [], "text/plain"));
            Assert.ThrowsExactly<NotSupportedException>(() => client.Publish("t", [], null, new ArrayList { 1 }));
            Assert.AreEqual(
                MqttClientErrorCode.TopicWildcard, Assert.ThrowsExactly<MqttClientException>(() => client.Publish("t/#", [])).ErrorCode);
            Assert.AreEqual(
                MqttClientErrorCode.TopicsEmpty, Assert.ThrowsExactly<MqttClientException>(() => client.Unsubscribe([])).ErrorCode);
            Assert.AreEqual(
                MqttClientErrorCode.TopicsQosLevelsNotMatch,
                Assert.ThrowsExactly<MqttClientException>(
                    () => client.Subscribe(["a"], [MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce])).ErrorCode);
        });
    }

    private static X509Certificate Authority(TestBroker broker) => X509CertificateLoader.LoadCertificate(broker.Process.CaDer);

    private static MqttClient Create() =>
        new("localhost", s_broker.Process.Port, true, Authority(s_broker), null, MqttSslProtocols.TLSv1_2);

    private static MqttReasonCode ConnectWithWill(MqttClient client, string topic, string will) =>
        client.Connect(
            "node-" + Guid.NewGuid(), "ann", "ann's secret", false, MqttQoSLevel.AtLeastOnce, true, topic, will, true, 10);

    private static string Text(MqttMessage message) => Encoding.UTF8.GetString(message.Payload);
}
