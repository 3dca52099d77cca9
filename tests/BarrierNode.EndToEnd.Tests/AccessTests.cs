using System.Text;
using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Mqtt;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Two nodes at one broker, with the permissions that a running street gives: nobody sees or says what is another's.</summary>
[TestClass]
public class AccessTests
{
    private const string Lane = "promenade";
    private static readonly NodeAddress s_first = new("nice", "promenade", "quai-1");
    private static readonly NodeAddress s_second = new("nice", "promenade", "quai-2");
    private static readonly byte[] s_forged = Encoding.UTF8.GetBytes("forged");
    private static readonly byte[] s_own = Encoding.UTF8.GetBytes("own");

    private readonly TestFolder _folder = new();
    private readonly BrokerProcess _broker;

    public AccessTests() => _broker = BrokerProcess.Start(
        _folder.Path,
        [
            new("hub", "h", BrokerAccess.OfHub),
            new("watch", "w", BrokerAccess.OfWatcher),
            new("first", "1", BrokerAccess.OfNode(s_first, [Lane])),
            new("second", "2", BrokerAccess.OfNode(s_second, [Lane])),
        ]);

    [TestCleanup]
    public void Close()
    {
        _broker.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void SecondNode_WritingTheFirstNodesTopics_IsNotHeard()
    {
        using Wire hub = Connect("hub", "h", "bn/1/#");
        using Wire first = Connect("first", "1", "bn/1/#");
        using Wire second = Connect("second", "2");
        foreach (string topic in AllOf(s_first))
        {
            second.Publish(topic, s_forged);
            second.Publish(topic, s_forged, retain: true);
        }

        // What is sent last arrives last: nothing before it did.
        string marker = Of(s_second).Birth;
        second.Publish(marker, s_own);
        Wait.Until(() => hub.Received.Any(), "the node's own message arrives");
        CollectionAssert.AreEqual(new[] { marker }, hub.Received.Select(m => m.Topic).ToArray());
        Assert.IsEmpty(first.Received);
    }

    [TestMethod]
    public void SecondNode_SubscribedToEverything_ReadsOnlyItsOwnCommands()
    {
        using Wire first = Connect("first", "1", Of(s_first).AllCommands);
        using Wire second = Connect(
            "second", "2", "#", "bn/1/#", Of(s_first).Root + "#", Of(s_first).AllCommands, Of(s_second).AllCommands);
        using Wire hub = Connect("hub", "h");
        first.Publish(Of(s_first).Birth, s_own, retain: true);
        first.Publish(Of(s_first).Event, s_own);
        hub.Publish(Of(s_first).LaneCommand(Lane), s_own);
        Wait.Until(() => first.Received.Any(), "the first node hears its command");

        string marker = Of(s_second).LaneCommand(Lane);
        hub.Publish(marker, s_own);
        Wait.Until(() => second.Received.Any(), "the second node hears its own command");
        Assert.IsTrue(second.Received.All(m => m.Topic == marker), string.Join(", ", second.Received.Select(m => m.Topic)));
    }

    [TestMethod]
    public void Watcher_Writing_IsNotHeard()
    {
        using Wire hub = Connect("hub", "h", "bn/1/#");
        using Wire first = Connect("first", "1", Of(s_first).AllCommands, Of(s_first).EventAck, Of(s_first).RecorderAck);
        using Wire watch = Connect("watch", "w");
        foreach (string topic in AllOf(s_first))
        {
            watch.Publish(topic, s_forged);
        }

        // Another connection's message could overtake the watcher's: its orderly end waits until the broker has read everything.
        watch.Dispose();
        hub.Publish(Of(s_first).LaneCommand(Lane), s_own);
        Wait.Until(() => first.Received.Any() && hub.Received.Any(), "the hub's own message arrives");
        Assert.IsTrue(first.Received.Concat(hub.Received).All(m => m.Payload.SequenceEqual(s_own)), "only the hub's message");
    }

    private static Topics Of(NodeAddress node) => new(node.City, node.Site, node.Node);

    private static string[] AllOf(NodeAddress node)
    {
        Topics of = Of(node);
        return
        [
            of.Conn, of.Birth, of.Beat, of.Event, of.EventAck, of.Recorder, of.RecorderAck, of.LaneState(Lane), of.LaneCommand(Lane), of.LaneAck(Lane),
            of.LaneCrowd(Lane),
            of.Root + "other",
        ];
    }

    private Wire Connect(string user, string password, params string[] filters) =>
        new(_broker.Port, _broker.CaFile, user, password, filters);
}
