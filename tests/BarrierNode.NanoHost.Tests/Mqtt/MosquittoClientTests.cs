using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BarrierNode.Mqtt;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class MosquittoClientTests
{
    private static TestBroker s_broker = null!;

    public TestContext TestContext { get; set; } = null!;

    [ClassInitialize]
    public static void StartBroker(TestContext context) => s_broker = new TestBroker();

    [ClassCleanup]
    public static void StopBroker() => s_broker.Dispose();

    [TestMethod]
    [DataRow("localhost")]
    [DataRow("127.0.0.1")]
    public void Connect_OverTlsByNameOrAddress_IsAccepted(string host)
    {
        using MosquittoClient client = s_broker.Client("ann", host: host);

        Assert.AreEqual(0, client.Connect(Wait.Limit));
        Assert.IsTrue(client.IsConnected);

        client.Disconnect();
        Assert.IsFalse(client.IsConnected);
    }

    [TestMethod]
    public void Connect_WithWrongPassword_ReturnsNotAuthorised()
    {
        using MosquittoClient client = s_broker.Client("ann", "bob's secret");

        Assert.AreEqual(5, client.Connect(Wait.Limit));
        Assert.IsFalse(client.IsConnected);
    }

    [TestMethod]
    public void Connect_WithUnknownUser_ReturnsNotAuthorised()
    {
        using MosquittoClient client = s_broker.Client("nobody");

        Assert.AreEqual(5, client.Connect(Wait.Limit));
    }

    [TestMethod]
    public void Connect_WhenAnotherAuthoritySignedTheBroker_SaysSo()
    {
        using TestFolder folder = new();
        CertificateAuthority other = CertificateAuthority.Open(folder.Path);
        using MosquittoClient client = s_broker.Client("ann", caFile: other.CaFile);

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.Contains("TLS with localhost", error.Message);
        Assert.Contains("certificate verify failed", error.Message);
    }

    [TestMethod]
    public void Connect_WhenTheCertificateNamesAnotherHost_IsRefused()
    {
        using MosquittoClient client = s_broker.Client("ann", host: "127.0.0.2");
        using MosquittoClient sameAddress = s_broker.Client("ann", host: "127.0.0.1");
        using TcpForwarder forwarder = new("127.0.0.2", s_broker.Process.Port);

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.Contains("TLS with 127.0.0.2", error.Message);
        Assert.AreEqual(0, sameAddress.Connect(Wait.Limit));
    }

    [TestMethod]
    public void Connect_WithoutTlsToATlsPort_SaysWhatMayBeWrong()
    {
        int port = s_broker.Process.Port;
        using MosquittoClient client = new(new MqttOptions("localhost", port, "plain", "ann", "ann's secret", null, 30, null));

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.Contains("Perhaps it expects TLS", error.Message);
    }

    [TestMethod]
    public void Connect_WhenNobodyListens_SaysThatTheBrokerCannotBeReached()
    {
        int port = LoopbackPort.FindFree();
        using MosquittoClient client = new(new MqttOptions("127.0.0.1", port, "alone", null, null, null, 30, null));

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.Contains($"127.0.0.1:{port} cannot be reached", error.Message);
        Assert.Contains("refused", error.Message);
    }

    [TestMethod]
    public void Connect_WhenTheServerKeepsSilent_GivesUpAfterTheTimeout()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        int port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using MosquittoClient client = new(new MqttOptions("127.0.0.1", port, "alone", null, null, null, 30, null));

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(TimeSpan.FromMilliseconds(300)));

        Assert.Contains("did not answer within 0.3 s", error.Message);
    }

    [TestMethod]
    public void Connect_WithMissingAuthorityFile_NamesTheFile()
    {
        using MosquittoClient client = s_broker.Client("ann", caFile: "/nowhere/ca.pem");

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.StartsWith("/nowhere/ca.pem: no such file", error.Message);
    }

    [TestMethod]
    [DataRow(0, 30)]
    [DataRow(65536, 30)]
    [DataRow(1883, 4)]
    [DataRow(1883, 65536)]
    public void Options_OutOfRange_AreRefused(int port, int keepAliveSeconds) =>
        Assert.ThrowsExactly<MqttLinkException>(
            () => new MosquittoClient(new MqttOptions("localhost", port, "x", null, null, null, keepAliveSeconds, null)));

    [TestMethod]
    public void Library_WhenMissing_NamesThePackage()
    {
        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => MosquittoLibrary.LoadFirst(["libnosuchthing.so.1"]));

        Assert.Contains("package libmosquitto1", error.Message);
    }

    [TestMethod]
    public void Publish_WhenNotConnected_IsRefusedWithASentence()
    {
        using MosquittoClient client = s_broker.Client("ann");
        Assert.ThrowsExactly<MqttLinkException>(() => client.Publish("t/x", [], 0, false));

        client.Connect(Wait.Limit);
        client.Disconnect();

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Publish("t/x", [], 0, false));
        Assert.Contains("no connection", error.Message);
    }

    [TestMethod]
    public void Publish_OnATopicWithWildcard_IsRefused()
    {
        using MosquittoClient client = s_broker.Connected("ann");

        MqttLinkException error = Assert.ThrowsExactly<MqttLinkException>(() => client.Publish("t/#", [], 0, false));

        Assert.Contains("\"t/#\"", error.Message);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void Publish_WithAnyQos_ArrivesUnchangedAndIsDelivered(int qos)
    {
        string topic = $"t/any/{qos}";
        byte[] payload = [0, 1, 255, .. Encoding.UTF8.GetBytes("héllo")];
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", topic);
        using MosquittoClient client = s_broker.Connected("ann");
        ConcurrentQueue<int> delivered = new();
        client.Delivered += delivered.Enqueue;

        int id = client.Publish(topic, payload, qos, false);

        Wait.Until(() => !received.IsEmpty && delivered.Contains(id), "delivery");
        Assert.IsTrue(received.TryDequeue(out MqttMessage message));
        Assert.AreEqual(topic, message.Topic);
        CollectionAssert.AreEqual(payload, message.Payload);
        Assert.AreEqual(Math.Min(qos, 1), message.Qos);
        Assert.IsFalse(message.Retain);
        listener.Dispose();
    }

    [TestMethod]
    public void Publish_BeforeDisconnect_StillArrives()
    {
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/last");
        MosquittoClient client = s_broker.Connected("ann");
        for (int i = 0; i < 200; i++)
        {
            client.Publish("t/last", [(byte)i], 1, false);
        }
        client.Disconnect();

        Wait.Until(() => received.Count == 200, "200 messages");
        CollectionAssert.AreEqual(Enumerable.Range(0, 200).ToArray(), received.Select(m => (int)m.Payload[0]).ToArray());
        listener.Dispose();
    }

    [TestMethod]
    public void Retained_ToALaterSubscriber_CarriesTheFlag()
    {
        (MosquittoClient early, ConcurrentQueue<MqttMessage> live) = s_broker.Listener("bob", "t/kept");
        using MosquittoClient client = s_broker.Connected("ann");
        client.Publish("t/kept", "now"u8, 1, retain: true);
        Wait.Until(() => !live.IsEmpty, "live message");
        Assert.IsFalse(live.First().Retain);

        (MosquittoClient late, ConcurrentQueue<MqttMessage> kept) = s_broker.Listener("bob", "t/kept");
        Wait.Until(() => !kept.IsEmpty, "kept message");
        Assert.IsTrue(kept.First().Retain);
        early.Dispose();
        late.Dispose();
    }

    [TestMethod]
    public void Unsubscribe_EndsTheFlow()
    {
        (MosquittoClient client, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("ann", "t/un", "t/marker");
        client.Unsubscribe("t/un");
        client.Publish("t/un", [], 1, false);
        client.Publish("t/marker", [], 1, false);

        Wait.Until(() => received.Any(m => m.Topic == "t/marker"), "marker");
        Assert.DoesNotContain("t/un", received.Select(m => m.Topic));
        client.Dispose();
    }

    [TestMethod]
    public void Acl_ReadOfAForeignTopic_NeverDelivers()
    {
        (MosquittoClient narrow, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("narrow", "#");
        using MosquittoClient client = s_broker.Connected("ann");

        client.Publish("t/secret", [1], 1, false);
        client.Publish("b", [2], 1, false);
        client.Publish("a", [3], 1, false);

        Wait.Until(() => !received.IsEmpty, "the permitted topic");
        Assert.AreEqual("a", received.Single().Topic);
        narrow.Dispose();
    }

    [TestMethod]
    public void Acl_WriteOnAForeignTopic_ReachesNobody()
    {
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("ann", "a", "b", "t/x");
        using MosquittoClient narrow = s_broker.Connected("narrow");

        narrow.Publish("a", [1], 1, false);
        narrow.Publish("t/x", [2], 1, false);
        narrow.Publish("b", [3], 1, false);

        Wait.Until(() => received.Any(m => m.Topic == "b"), "the permitted topic");
        Assert.AreEqual("b", received.Single().Topic);
        listener.Dispose();
    }

    [TestMethod]
    public void Abort_LooksLikeALossOfPower_TheBrokerPublishesTheWill()
    {
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/will");
        using MosquittoClient client = s_broker.Connected("ann", new MqttMessage("t/will", "gone"u8.ToArray(), 1, false));
        int lost = 0;
        client.Lost += _ => Interlocked.Increment(ref lost);

        client.Abort();

        Wait.Until(() => !received.IsEmpty, "will");
        Assert.AreEqual("gone", Encoding.UTF8.GetString(received.Single().Payload));
        Assert.IsFalse(client.IsConnected);
        Assert.AreEqual(0, lost);
        listener.Dispose();
    }

    [TestMethod]
    public void Disconnect_IsOrderly_TheWillStaysUnpublished()
    {
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/nowill", "t/after");
        MosquittoClient client = s_broker.Connected("ann", new MqttMessage("t/nowill", [], 1, false));

        client.Disconnect();
        Assert.AreEqual(0, client.Connect(Wait.Limit), "the same client may connect again");
        client.Publish("t/after", [], 1, false);

        Wait.Until(() => received.Any(m => m.Topic == "t/after"), "marker");
        Assert.HasCount(1, received);
        client.Dispose();
        listener.Dispose();
    }

    [TestMethod]
    public void Received_MayPublishSubscribeAndDisconnect_FromInside()
    {
        (MosquittoClient client, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("ann", "t/in/#");
        client.Received += message =>
        {
            switch (message.Topic)
            {
                case "t/in/ask":
                    client.Publish("t/in/answer", message.Payload, 1, false);
                    break;
                case "t/in/answer":
                    client.Disconnect();
                    break;
            }
        };

        client.Publish("t/in/ask", "?"u8, 1, false);

        Wait.Until(() => received.Any(m => m.Topic == "t/in/answer") && !client.IsConnected, "answer and disconnect");
        client.Dispose();
    }

    [TestMethod]
    public void Received_ThatThrows_ClosesTheConnectionAndSaysWhy()
    {
        MosquittoClient client = s_broker.Connected("ann");
        ConcurrentQueue<string> lost = new();
        client.Lost += lost.Enqueue;
        client.Received += _ => throw new InvalidOperationException("cannot digest");
        client.Subscribe("t/poison", 1);

        client.Publish("t/poison", [], 1, false);

        Wait.Until(() => !lost.IsEmpty, "lost");
        Assert.Contains("cannot digest", lost.Single());
        Assert.IsFalse(client.IsConnected);
        client.Dispose();
    }

    [TestMethod]
    public void RoundTrip_OfTwoHundredMessages_HasAMedianBelowFiveMilliseconds()
    {
        using MosquittoClient echo = s_broker.Connected("bob");
        echo.Received += message => echo.Publish("t/rt/back", message.Payload, 1, false);
        echo.Subscribe("t/rt/there", 1);
        using MosquittoClient client = s_broker.Connected("ann");
        using AutoResetEvent back = new(false);
        client.Received += _ => back.Set();
        client.Subscribe("t/rt/back", 1);
        double[] milliseconds = new double[220];
        byte[] payload = new byte[400];
        for (int i = 0; i < milliseconds.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            client.Publish("t/rt/there", payload, 1, false);
            Assert.IsTrue(back.WaitOne(Wait.Limit), $"round trip {i}");
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double[] sorted = [.. milliseconds.Skip(20).Order()];
        TestContext.WriteLine($"Round trip of 200: p50 {sorted[100]:0.00} ms, p95 {sorted[190]:0.00} ms, max {sorted[199]:0.00} ms");
        Assert.IsLessThan(5.0, sorted[100]);
    }

    [TestMethod]
    public void Publish_FromManyThreads_LosesNothing()
    {
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> received) = s_broker.Listener("bob", "t/many");
        using MosquittoClient client = s_broker.Connected("ann");

        Parallel.For(0, 400, i => client.Publish("t/many", BitConverter.GetBytes(i), 1, false));

        Wait.Until(() => received.Count == 400, "400 messages");
        Assert.HasCount(400, received.Select(m => BitConverter.ToInt32(m.Payload)).Distinct());
        listener.Dispose();
    }

    [TestMethod]
    public void Options_AsText_HideThePassword() =>
        Assert.DoesNotContain("secret", new MqttOptions("h", 1, "id", "ann", "secret", null, 30, null).ToString());
}
