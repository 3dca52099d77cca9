using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>
/// The events of all nodes, each once, for good.
/// <para>
/// A node numbers its events without gaps and keeps them until the hub confirms a number; confirming one confirms all below. So the hub
/// confirms only the end of the unbroken run that starts with the first event that it ever got of the node: if that was 57, an earlier
/// hub has confirmed the rest. It never confirms beyond a gap, and never beyond what the node has sent in its present boot.
/// </para>
/// <para>
/// When a node's flash is replaced, its numbers start again. They then belong to a new <b>epoch</b>: a run of its own, under the same
/// address. An epoch begins when the node's boot id does not continue the known ones (a lower number of start, or the same number with
/// other random digits), or, should the hub have missed that, when an event contradicts the stored ones: the same number with another
/// boot, uptime or code, or a boot that falls while the numbers rise. <c>hist</c> is not compared: it differs when an event is sent again.
/// </para>
/// </summary>
public sealed class EventStore
{
    private const string Columns = "city, site, node, n, boot, up_ms, received_ms, code, lane, hist, json";

    private readonly HubDatabase _database;
    private readonly ProblemLog _problems;

    // Used by the store worker alone.
    private readonly Dictionary<NodeAddress, long> _sentInThisBoot = [];
    private readonly Dictionary<NodeAddress, long> _notedGaps = [];

    internal EventStore(HubDatabase database, ProblemLog problems)
    {
        _database = database;
        _problems = problems;
    }

    /// <summary>The latest events of all nodes.</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>Newest first, in the order in which the hub stored them: nodes have no common clock.</returns>
    /// <exception cref="HubStoreException">The database cannot be read.</exception>
    public IReadOnlyList<EventView> LastEvents(int count) => _database.Read(connection => connection.Rows(
        $"SELECT {Columns} FROM events ORDER BY arrival DESC LIMIT $count", Event, ("$count", count)));

    /// <summary>Every event of a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>In the order of their numbers, an older epoch first.</returns>
    /// <exception cref="HubStoreException">The database cannot be read.</exception>
    public IReadOnlyList<EventView> EventsOf(NodeAddress node) => _database.Read(connection => connection.Rows(
        $"SELECT {Columns} FROM events WHERE city = $city AND site = $site AND node = $node ORDER BY epoch, n",
        Event, ("$city", node.City), ("$site", node.Site), ("$node", node.Node)));

    /// <summary>Stores events and boots in their order, inside a transaction.</summary>
    /// <returns>The numbers to confirm once the transaction is on the disk, one for each node that sent an event.</returns>
    internal EventBatch Store(SqliteConnection connection, IEnumerable<StoreItem> items)
    {
        EventBatch batch = new(connection, _sentInThisBoot);
        foreach (StoreItem item in items)
        {
            switch (item)
            {
                case BootItem boot:
                    batch.Take(boot);
                    break;
                case EventItem sent:
                    batch.Take(sent);
                    break;
            }
        }

        batch.Finish();
        return batch;
    }

    /// <summary>Notes what a stored batch has shown.</summary>
    internal void Committed(EventBatch batch)
    {
        foreach ((NodeAddress node, long sent) in batch.SentInThisBoot)
        {
            _sentInThisBoot[node] = sent;
        }

        foreach (NodeAddress node in batch.NewEpochs)
        {
            _problems.Note($"{node} numbers its events anew, as after a change of its flash: the hub keeps them as a new series.");
        }

        foreach ((NodeAddress node, EventGap gap) in batch.Gaps)
        {
            if (_notedGaps.GetValueOrDefault(node, -1) != gap.Confirmed)
            {
                _notedGaps[node] = gap.Confirmed;
                _problems.Note(
                    $"{node} sent event {gap.Next} but not {gap.Confirmed + 1}: "
                    + $"nothing above {gap.Confirmed} is confirmed until the node sends it.");
            }
        }
    }

    private static EventView Event(SqliteDataReader row) => new(
        new NodeAddress(row.GetString(0), row.GetString(1), row.GetString(2)),
        row.GetInt64(3),
        row.GetInt64(4),
        row.GetInt64(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.GetString(7),
        row.OptionalString(8),
        row.GetBoolean(9),
        row.GetString(10));
}
