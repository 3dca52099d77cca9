using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Mqtt;

namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class HubOverBrokerTests
{
    private readonly TestFolder _folder = new();
    private readonly TestBroker _broker = new();
    private readonly HubLink _link;
    private readonly HubService _hub;

    public HubOverBrokerTests()
    {
        _link = new HubLink(_broker.Options("hub"), TimeProvider.System);
        HubOptions options = new(_folder["hub.db"], "desk-1", _ => HubFixture.Key, TimeSpan.FromMinutes(5));
        _hub = new HubService(options, _link, TimeProvider.System);
        _hub.Start();
    }

    private NodeView? View => _hub.Nodes.SingleOrDefault(node => node.Address == _broker.First.Address);

    [TestCleanup]
    public void Cleanup()
    {
        _hub.Dispose();
        _link.Dispose();
        _broker.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void Node_ConnectedBeforeTheHub_IsSeenThroughRetainedMessagesAndLiveWithTheNextBeat()
    {
        using MosquittoClient node = _broker.Connect("quai-1").Client;
        NodeComesUp(node, beat: false);
        ConnectHub();
        Wait.Until(() => View is { Connection: "ready", Lanes: [{ Position: "down" }, _] }, "retained messages arrive");
        Assert.IsFalse(View!.Live);
        Assert.IsNull(View.Lanes[0].Age);

        Beat(node);

        Wait.Until(() => View!.Live, "the beat makes the node live");
        Assert.IsNotNull(View.Lanes[0].Age);
        Assert.AreEqual(0, _hub.ProblemCount);
    }

    [TestMethod]
    public void Command_Sent_ReachesTheNodeSignedAndItsAnswersComeBack()
    {
        ConnectHub();
        (MosquittoClient node, ConcurrentQueue<MqttMessage> received) = _broker.Connect("quai-1", _broker.First.CommandTopic("+"));
        using MosquittoClient owned = node;
        NodeComesUp(node);
        Wait.Until(() => View is { Live: true }, "node live");

        CommandView sent = _hub.Commands.Send(_broker.First.Address, "promenade", CommandOp.Raise, "anna");

        Wait.Until(() => !received.IsEmpty, "command arrives");
        MqttMessage message = received.Single();
        Assert.AreEqual(_broker.First.CommandTopic(), message.Topic);
        Assert.AreEqual(1, message.Qos);
        Assert.IsFalse(message.Retain);
        Assert.AreEqual(RefusalReason.None, Jws.Open(message.Payload, HubFixture.Key, out byte[] payload));
        Assert.AreEqual(sent.Id, JsonDocument.Parse(payload).RootElement.GetProperty("id").GetString());

        TestBroker.Publish(node, _broker.First.AckTopic(), NodeMessages.Ack(sent.Id, "accepted"));
        TestBroker.Publish(node, _broker.First.AckTopic(), NodeMessages.Ack(sent.Id, "done"));
        Wait.Until(() => View!.Lanes[0].LastCommand!.Stages.Count == 3, "answers arrive");
        Assert.AreEqual("done", View!.Lanes[0].LastCommand!.Stages[^1].Stage);
    }

    [TestMethod]
    public void Command_Sent_StaysNowhere()
    {
        ConnectHub();
        using MosquittoClient node = _broker.Connect("quai-1").Client;
        NodeComesUp(node);
        Wait.Until(() => View is { Live: true }, "node live");
        _hub.Commands.Send(_broker.First.Address, "promenade", CommandOp.Raise, "anna");

        (MosquittoClient later, ConcurrentQueue<MqttMessage> received) = _broker.Connect("quai-1", _broker.First.CommandTopic("+"));
        using MosquittoClient owned = later;
        CommandView second = _hub.Commands.Send(_broker.First.Address, "promenade", CommandOp.Lower, "anna");

        Wait.Until(() => !received.IsEmpty, "the second command arrives");
        Jws.Open(received.First().Payload, HubFixture.Key, out byte[] payload);
        Assert.AreEqual(second.Id, JsonDocument.Parse(payload).RootElement.GetProperty("id").GetString(), "the first one was not kept");
    }

    [TestMethod]
    public void Events_Sent_AreConfirmedToTheirNodeOnly()
    {
        ConnectHub();
        (MosquittoClient node, ConcurrentQueue<MqttMessage> received) = _broker.Connect("quai-1", _broker.First.EventAckTopic);
        (MosquittoClient other, ConcurrentQueue<MqttMessage> overheard) =
            _broker.Connect("quai-2", _broker.First.EventAckTopic, _broker.Second.EventAckTopic);
        using MosquittoClient owned = node;
        using MosquittoClient ownedToo = other;
        for (int n = 1; n <= 100; n++)
        {
            TestBroker.Publish(node, _broker.First.EventTopic, NodeMessages.Event(n));
        }

        Wait.Until(() => received.LastOrDefault().Payload is { } ack && Encoding.UTF8.GetString(ack) == "{\"n\":100}", "all are confirmed");
        Assert.HasCount(100, _hub.Events.EventsOf(_broker.First.Address));

        TestBroker.Publish(other, _broker.Second.EventTopic, NodeMessages.Event(1));
        Wait.Until(() => !overheard.IsEmpty, "the other node gets its own confirmation");
        Assert.AreEqual(_broker.Second.EventAckTopic, overheard.Single().Topic);
    }

    [TestMethod]
    public void Node_WithItsOwnCredential_CannotSpeakForAnotherOrCommand()
    {
        ConnectHub();
        using MosquittoClient node = _broker.Connect("quai-1").Client;
        using MosquittoClient other = _broker.Connect("quai-2").Client;
        NodeComesUp(node);
        Wait.Until(() => View is { Live: true }, "node live");
        (MosquittoClient listener, ConcurrentQueue<MqttMessage> heard) = _broker.Connect("hub", "bn/1/#");
        using MosquittoClient owned = listener;
        heard.Clear();

        foreach (string topic in (string[])
                 [
                     _broker.First.ConnTopic, _broker.First.BirthTopic, _broker.First.BeatTopic, _broker.First.EventTopic,
                     _broker.First.EventAckTopic, _broker.First.StateTopic(), _broker.First.AckTopic(), _broker.First.CommandTopic(),
                     _broker.Second.CommandTopic(), _broker.Second.EventAckTopic, _broker.Second.StateTopic("cellar"),
                 ])
        {
            TestBroker.Publish(other, topic, NodeMessages.Conn("lost"));
        }

        // The broker takes a client's messages in order: when this one is through, the others are refused.
        TestBroker.Publish(other, _broker.Second.ConnTopic, NodeMessages.Conn());
        Wait.Until(() => heard.Any(message => message.Topic == _broker.Second.ConnTopic && !message.Retain), "its own topic is open to it");
        string[] live = [.. heard.Where(message => !message.Retain).Select(message => message.Topic)];
        Assert.AreSequenceEqual([_broker.Second.ConnTopic], live);
        Assert.IsTrue(View!.Live);
    }

    [TestMethod]
    public void Hub_WithItsCredential_CannotSpeakForANode()
    {
        (MosquittoClient hub, ConcurrentQueue<MqttMessage> heard) = _broker.Connect("hub", "bn/1/#");
        using MosquittoClient owned = hub;
        TestBroker.Publish(hub, _broker.First.ConnTopic, NodeMessages.Conn());
        TestBroker.Publish(hub, _broker.First.EventTopic, NodeMessages.Event(1));
        TestBroker.Publish(hub, _broker.First.EventAckTopic, "{\"n\":1}");

        Wait.Until(() => !heard.IsEmpty, "its own topic is open to it");
        Assert.AreEqual(_broker.First.EventAckTopic, heard.Single().Topic);
    }

    [TestMethod]
    public void Node_WithItsOwnCredential_CannotReadAnother()
    {
        ConnectHub();
        using MosquittoClient node = _broker.Connect("quai-1").Client;
        (MosquittoClient other, ConcurrentQueue<MqttMessage> overheard) = _broker.Connect("quai-2", "bn/1/#");
        using MosquittoClient owned = other;
        NodeComesUp(node);
        Wait.Until(() => View is { Live: true }, "node live");
        _hub.Commands.Send(_broker.First.Address, "promenade", CommandOp.Raise, "anna");
        TestBroker.Publish(node, _broker.First.EventTopic, NodeMessages.Event(1));
        Wait.Until(() => _hub.Events.LastEvents(1).Count == 1, "the event is stored");

        // What comes last on the way to the other node shows that nothing else was on it.
        TestBroker.Publish(other, _broker.Second.EventTopic, NodeMessages.Event(1));
        Wait.Until(() => !overheard.IsEmpty, "the other node gets its own confirmation");
        Assert.AreEqual(_broker.Second.EventAckTopic, overheard.Single().Topic);
    }

    [TestMethod]
    public void Broker_KilledAndStartedAgain_HubIsBackAndHears()
    {
        ConnectHub();
        ConcurrentQueue<bool> changes = new();
        _link.ConnectedChanged += changes.Enqueue;
        _broker.Process.Kill();
        Wait.Until(() => !_hub.Connected, "the loss is noticed");
        Assert.IsNotNull(_link.WhyNotConnected);
        Assert.IsFalse(_link.Publish("bn/1/a/b/c/event/ack", [1]));

        _broker.Process.Restart();

        Wait.Until(() => _hub.Connected, "the hub is back");
        Wait.Until(() => changes.Count == 2, "both changes are told");
        Assert.AreSequenceEqual([false, true], changes.ToArray());
        using MosquittoClient node = _broker.Connect("quai-1").Client;
        NodeComesUp(node);
        Wait.Until(() => View is { Live: true }, "the hub hears nodes again");
    }

    [TestMethod]
    public void Link_WrongPassword_SaysSo()
    {
        using HubLink link = new(_broker.Options("hub", "wrong"), TimeProvider.System);
        link.Start();

        Wait.Until(() => link.WhyNotConnected!.Contains("check user name, password", StringComparison.Ordinal), "the refusal is explained");
        Assert.IsFalse(link.Connected);
        Assert.DoesNotContain("wrong", link.WhyNotConnected!);
    }

    [TestMethod]
    public void Link_NoBroker_SaysSo()
    {
        _broker.Process.Kill();
        using HubLink link = new(_broker.Options("hub"), TimeProvider.System);
        link.Start();

        Wait.Until(() => link.WhyNotConnected!.Contains("cannot be reached", StringComparison.Ordinal), "the failure is explained");
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(2, 2)]
    [DataRow(3, 4)]
    [DataRow(4, 8)]
    [DataRow(5, 10)]
    [DataRow(1000, 10)]
    public void Link_Attempts_ComeLessOftenUpToTenSeconds(int failed, int seconds) =>
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), HubLink.WaitBefore(failed));

    private void ConnectHub()
    {
        _link.Start();
        Wait.Until(() => _hub.Connected, "the hub connects");
    }

    private void NodeComesUp(MosquittoClient node, bool beat = true)
    {
        TestBroker.Publish(node, _broker.First.BirthTopic, NodeMessages.Birth(), retain: true);
        TestBroker.Publish(node, _broker.First.StateTopic(), NodeMessages.State(), retain: true);
        TestBroker.Publish(node, _broker.First.ConnTopic, NodeMessages.Conn(), retain: true);
        if (beat)
        {
            Beat(node);
        }
    }

    private void Beat(MosquittoClient node) => node.Publish(_broker.First.BeatTopic, Encoding.UTF8.GetBytes(NodeMessages.Beat()), 0, false);
}
