using System.Text;

namespace BarrierNode.Hub.Tests;

/// <summary>What only happens when several messages fall into one transaction.</summary>
[TestClass]
public sealed class EventBatchTests
{
    private static readonly NodeAddress s_node = new("nice", "promenade", "quai-1");

    private readonly TestFolder _folder = new();
    private readonly HubDatabase _database;
    private readonly EventStore _store;

    public EventBatchTests()
    {
        _database = new HubDatabase(_folder["hub.db"]);
        _database.Open();
        _store = new EventStore(_database, new ProblemLog(TimeProvider.System));
    }

    [TestCleanup]
    public void Cleanup()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void FlashReplaced_OldEventsAndNewBirthTogether_NothingOldIsConfirmedToTheNewFlash()
    {
        EventBatch batch = Store(Boot("26-9f3a12cd"), Event(1), Event(2), Boot("1-00000001"));

        Assert.IsEmpty(batch.Acks);
        Assert.HasCount(2, _store.EventsOf(s_node));
    }

    [TestMethod]
    public void FlashReplaced_OldAndNewEventsTogether_OnlyTheNewAreConfirmed()
    {
        EventBatch batch = Store(Boot("26-9f3a12cd"), Event(1), Event(2), Event(3), Boot("1-00000001"), Event(1, boot: 1));

        Assert.AreEqual(1, batch.Acks[s_node]);
        Assert.HasCount(4, _store.EventsOf(s_node));
    }

    [TestMethod]
    public void NodeRestarted_EventsOfBothBootsTogether_AreConfirmedAsOneRun()
    {
        EventBatch batch = Store(Boot("26-9f3a12cd"), Event(1), Event(2), Boot("27-00000001"), Event(2), Event(3, boot: 27));

        Assert.AreEqual(3, batch.Acks[s_node]);
    }

    [TestMethod]
    public void NodeRestarted_NothingSentSince_OldEventsStayUnconfirmedOnlyUntilItSendsThemAgain()
    {
        EventBatch batch = Store(Boot("26-9f3a12cd"), Event(1), Boot("27-00000001"));
        Assert.AreEqual(0, batch.Acks.GetValueOrDefault(s_node), "the new boot has sent nothing");

        Assert.AreEqual(1, Store(Event(1)).Acks[s_node]);
    }

    private static BootItem Boot(string boot) => new(s_node, boot);

    private static EventItem Event(long n, long boot = 26)
    {
        string json = NodeMessages.Event(n, boot);
        return new EventItem(s_node, EventMessage.Read(Encoding.UTF8.GetBytes(json)), DateTimeOffset.UnixEpoch, json);
    }

    private EventBatch Store(params StoreItem[] items)
    {
        EventBatch batch = _database.Write(connection => _store.Store(connection, items));
        _store.Committed(batch);
        return batch;
    }
}
