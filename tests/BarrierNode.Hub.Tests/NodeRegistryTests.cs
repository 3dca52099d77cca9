namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class NodeRegistryTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Hub_Starts_ListensToEveryTopicOfEveryNode() => Assert.AreEqual("bn/1/+/+/+/#", _hub.Link.Filters.Single());

    [TestMethod]
    public void Event_OfThePresentBoot_HasATimeAndAnEarlierOneHasNone()
    {
        _hub.NodeComesUp();
        DateTimeOffset beatArrived = _hub.Time.GetUtcNow();
        EventView now = new(_hub.Node.Address, 9, 26, 1_204_013 - 4_000, beatArrived, "detected", null, false, "{}");
        Assert.AreEqual(beatArrived - TimeSpan.FromSeconds(4), _hub.View.TimeOf(now), "its uptime was 4 s before that of the beat");
        Assert.IsNull(_hub.View.TimeOf(now with { Boot = 25 }), "the node has no clock: nobody knows");
    }

    [TestMethod]
    public void Node_ComesUp_IsLiveWithItsLanesInBirthOrder()
    {
        _hub.NodeComesUp();

        NodeView node = _hub.View;
        Assert.IsTrue(node.Live);
        Assert.AreEqual("ready", node.Connection);
        Assert.AreEqual(NodeMessages.Boot, node.Boot);
        Assert.AreEqual("0.1.0", node.Firmware);
        Assert.AreEqual(1204, node.Beat);
        Assert.AreEqual(TimeSpan.Zero, node.BeatAge);
        Assert.AreEqual("promenade, depot", string.Join(", ", node.Lanes.Select(lane => lane.Id)));
        Assert.AreEqual("down", _hub.Lane.Position);
        Assert.AreEqual("remote", _hub.Lane.Mode);
        Assert.AreEqual("green", _hub.Lane.Signal);
        Assert.AreEqual("entryLoop", _hub.Lane.BlockedBy.Single());
        Assert.IsFalse(_hub.Lane.Protected);
        Assert.IsTrue(node.Lanes[1].Protected);
    }

    [TestMethod]
    public void Nodes_SeveralSeen_StandInOrderOfFirstSight()
    {
        NodeMessages second = new("nice", "promenade", "quai-0");
        _hub.Link.Deliver(_hub.Node.BeatTopic, NodeMessages.Beat());
        _hub.Link.Deliver(second.ConnTopic, NodeMessages.Conn());
        _hub.NodeComesUp();

        Assert.AreEqual("quai-1, quai-0", string.Join(", ", _hub.Hub.Nodes.Select(node => node.Address.Node)));
    }

    [TestMethod]
    public void Node_OnlyRetainedMessages_IsNotLiveAndItsStateHasNoAge()
    {
        DeliverRetained();

        Assert.IsFalse(_hub.View.Live);
        Assert.IsNull(_hub.View.BeatAge);
        Assert.AreEqual("down", _hub.Lane.Position);
        Assert.IsNull(_hub.Lane.Age);
        Assert.IsFalse(_hub.View.Lanes[1].Protected, "a stored state proves nothing");
    }

    [TestMethod]
    public void Node_BeatAfterRetainedMessages_ConfirmsThem()
    {
        DeliverRetained();
        _hub.Time.Advance(2);
        _hub.Beat();

        Assert.IsTrue(_hub.View.Live);
        Assert.AreEqual(TimeSpan.FromSeconds(2), _hub.Lane.Age);
        Assert.IsTrue(_hub.View.Lanes[1].Protected);
    }

    [TestMethod]
    public void Node_BeatOfAnotherBoot_ConfirmsNothing()
    {
        DeliverRetained();
        _hub.Beat(boot: "27-00000001");

        Assert.IsFalse(_hub.View.Live);
        Assert.IsNull(_hub.View.BeatAge);
        Assert.IsNull(_hub.Lane.Age);
    }

    [TestMethod]
    public void Node_RetainedBeat_ConfirmsNothingAndIsNoted()
    {
        DeliverRetained();
        _hub.Link.Deliver(_hub.Node.BeatTopic, NodeMessages.Beat(), retained: true);

        Assert.IsFalse(_hub.View.Live);
        Assert.Contains("retained message lies on bn/1/nice/promenade/quai-1/beat", _hub.LastProblem);
    }

    [TestMethod]
    public void Node_SilentForLongerThanTheLimit_IsStaleAndNothingIsProtected()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(3);
        Assert.IsTrue(_hub.View.Live, "the limit itself is still in time");

        _hub.Settle();
        int changes = 0;
        _hub.Hub.Changed += () => changes++;
        _hub.Time.Advance(0.3);

        Assert.IsFalse(_hub.View.Live);
        Assert.AreEqual("up", _hub.View.Lanes[1].Position, "what it was is still shown, with its age");
        Assert.IsFalse(_hub.View.Lanes[1].Protected);
        Assert.AreEqual(TimeSpan.FromSeconds(3.3), _hub.View.Lanes[1].Age);
        Assert.AreEqual(1, changes, "going stale is told, once");
    }

    [TestMethod]
    public void Node_BeatsAgain_IsLiveAgain()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(60);
        _hub.Beat(1264);

        Assert.IsTrue(_hub.View.Live);
        Assert.AreEqual(1264, _hub.View.Beat);
    }

    [TestMethod]
    [DataRow("lost")]
    [DataRow("disconnected")]
    public void Node_ConnectionGone_IsNotLiveAtOnce(string state)
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.ConnTopic, NodeMessages.Conn(state));

        Assert.IsFalse(_hub.View.Live);
        Assert.AreEqual(state, _hub.View.Connection);
        Assert.IsFalse(_hub.View.Lanes[1].Protected);
    }

    [TestMethod]
    public void Node_InAlert_IsLive()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.ConnTopic, NodeMessages.Conn("alert"));

        Assert.IsTrue(_hub.View.Live);
        Assert.AreEqual("alert", _hub.View.Connection);
    }

    [TestMethod]
    public void Lane_StateOfAnOlderBoot_IsUnknown()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.BirthTopic, NodeMessages.Birth("27-00000001"));

        Assert.IsFalse(_hub.View.Live);
        LaneView lane = _hub.View.Lanes[1];
        Assert.AreEqual("unknown", lane.Position);
        Assert.AreEqual("unknown", lane.Mode);
        Assert.IsFalse(lane.Protected);
        Assert.IsNull(lane.Age);
    }

    [TestMethod]
    public void Node_Restarted_IsLiveWithItsNewStates()
    {
        _hub.NodeComesUp();
        _hub.NodeComesUp("27-00000001");

        Assert.IsTrue(_hub.View.Live);
        Assert.AreEqual("down", _hub.Lane.Position);
    }

    [TestMethod]
    public void Node_RestartedButNotReadyYet_IsNotLive()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.BirthTopic, NodeMessages.Birth("27-00000001"));
        _hub.Beat(boot: "27-00000001");

        Assert.IsFalse(_hub.View.Live, "ready was said by the boot before");
    }

    [TestMethod]
    public void Node_LastWillOfTheOldBootComesLate_IsIgnored()
    {
        _hub.NodeComesUp("27-00000001");
        _hub.Link.Deliver(_hub.Node.ConnTopic, NodeMessages.Conn("lost"));

        Assert.IsTrue(_hub.View.Live);
    }

    [TestMethod]
    public void Lane_OlderStateComesAgain_IsIgnored()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.StateTopic(), NodeMessages.State("up", 13, isProtected: true));
        _hub.Link.Deliver(_hub.Node.StateTopic(), NodeMessages.State("down", 12));

        Assert.AreEqual("up", _hub.Lane.Position);
    }

    [TestMethod]
    public void Lane_KnownStateComesRetainedAfterAReconnect_KeepsItsAge()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(2);
        _hub.Link.Deliver(_hub.Node.StateTopic(), NodeMessages.State(), retained: true);

        Assert.AreEqual(TimeSpan.FromSeconds(2), _hub.Lane.Age);
    }

    [TestMethod]
    public void Lane_NewStateComesRetainedFromANodeThatIsSilentSince_HasNoAge()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(2);
        _hub.Link.Deliver(_hub.Node.StateTopic(), NodeMessages.State("up", 13, isProtected: true), retained: true);

        Assert.IsNull(_hub.Lane.Age);
        _hub.Beat(1206);
        Assert.AreEqual(TimeSpan.Zero, _hub.Lane.Age);
    }

    [TestMethod]
    public void Lane_NotInTheBirthMessage_IsNotShown()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.StateTopic("cellar"), NodeMessages.State());

        Assert.HasCount(2, _hub.View.Lanes);
    }

    [TestMethod]
    public void Lane_NoStateYet_IsUnknown()
    {
        _hub.Link.Deliver(_hub.Node.BirthTopic, NodeMessages.Birth());

        Assert.AreEqual("unknown", _hub.Lane.Position);
        Assert.AreEqual("unknown", _hub.Lane.Signal);
        Assert.IsNull(_hub.Lane.Age);
    }

    [TestMethod]
    public void Message_UnknownFieldsAndTopics_AreTolerated()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.BeatTopic, """{"beat":1300,"boot":"26-9f3a12cd","weather":{"rain":[true]}}""");
        _hub.Link.Deliver(_hub.Node.Root + "loop/entryLoop", "not even JSON");

        Assert.AreEqual(1300, _hub.View.Beat);
        Assert.AreEqual(0, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void Changed_RaisedWhileSomebodyReadsFromAnotherThread_DoesNotBlock()
    {
        bool read = false;
        _hub.Hub.Changed += () => read = Task.Run(() => _hub.Hub.Nodes.Count).Wait(Wait.Limit);

        _hub.Link.Deliver(_hub.Node.BeatTopic, NodeMessages.Beat());

        Assert.IsTrue(read, "a listener was called under the hub's lock");
    }

    [TestMethod]
    public void Changed_ListenerFails_DoesNotHurtTheLink()
    {
        _hub.Hub.Changed += () => throw new InvalidOperationException("broken screen");

        _hub.NodeComesUp();

        Assert.IsTrue(_hub.View.Live);
        Assert.Contains("broken screen", _hub.LastProblem);
    }

    private void DeliverRetained()
    {
        _hub.Link.Deliver(_hub.Node.ConnTopic, NodeMessages.Conn(), retained: true);
        _hub.Link.Deliver(_hub.Node.BirthTopic, NodeMessages.Birth(), retained: true);
        _hub.Link.Deliver(_hub.Node.StateTopic(), NodeMessages.State(), retained: true);
        _hub.Link.Deliver(_hub.Node.StateTopic("depot"), NodeMessages.State("up", 3, isProtected: true), retained: true);
    }
}
