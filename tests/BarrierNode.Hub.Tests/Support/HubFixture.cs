using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

/// <summary>A hub with a fake link, a manual clock and a database in a folder of its own.</summary>
internal sealed class HubFixture : IDisposable
{
    public static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly TestFolder _folder = new();

    public HubFixture()
    {
        Node = new NodeMessages("nice", "promenade", "quai-1");
        Link = new FakeLink();
        Hub = Start();
    }

    public ManualTimeProvider Time { get; } = new();

    public FakeLink Link { get; private set; }

    public HubService Hub { get; private set; }

    public NodeMessages Node { get; }

    public string DatabaseFile => _folder["hub.db"];

    public string RecordsFolder => _folder["records"];

    public NodeView View => Hub.Nodes.Single(node => node.Address == Node.Address);

    public LaneView Lane => View.Lanes.Single(lane => lane.Id == "promenade");

    public string LastProblem => Hub.Problems[^1].Text;

    /// <summary>The node connects and shows a sign of life, all seen live.</summary>
    public void NodeComesUp(string boot = NodeMessages.Boot)
    {
        Link.Deliver(Node.BirthTopic, NodeMessages.Birth(boot));
        Link.Deliver(Node.StateTopic(), NodeMessages.State(boot: boot));
        Link.Deliver(Node.StateTopic("depot"), NodeMessages.State("up", 3, boot, true, string.Empty));
        Link.Deliver(Node.ConnTopic, NodeMessages.Conn(boot: boot));
        Beat(boot: boot);
    }

    public void Beat(long beat = 1204, string boot = NodeMessages.Boot) => Link.Deliver(Node.BeatTopic, NodeMessages.Beat(beat, boot));

    public void Event(long n, long boot = 26, long? upMs = null, string code = "commandRefused", bool hist = false) =>
        Link.Deliver(Node.EventTopic, NodeMessages.Event(n, boot, upMs, code, hist));

    public CommandView Send(CommandOp op = CommandOp.Raise, string lane = "promenade") =>
        Hub.Commands.Send(Node.Address, lane, op, "anna");

    public void Ack(string id, string stage) => Link.Deliver(Node.AckTopic(), NodeMessages.Ack(id, stage));

    /// <summary>The numbers confirmed so far, after everything that waits is stored.</summary>
    public string[] Acks()
    {
        Settle();
        return Link.On(Node.EventAckTopic);
    }

    public long[] StoredNumbers()
    {
        Settle();
        return [.. Hub.Events.EventsOf(Node.Address).Select(stored => stored.Number)];
    }

    public void Settle() => Assert.IsTrue(Hub.Settle(Wait.Limit), "the hub has not stored everything in time");

    /// <summary>The hub ends and a new one starts over the same database.</summary>
    public void RestartHub()
    {
        Hub.Dispose();
        Link = new FakeLink();
        Hub = Start();
    }

    public void Dispose()
    {
        Hub.Dispose();
        _folder.Dispose();
    }

    private HubService Start()
    {
        HubOptions options = new(DatabaseFile, "desk-1", node => node == Node.Address || node.Node == "quai-2" ? Key : null);
        HubService hub = new(options, Link, Time);
        hub.Start();
        return hub;
    }
}
