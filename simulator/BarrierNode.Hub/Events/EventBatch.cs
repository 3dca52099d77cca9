using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>One transaction of the event store. Nothing of it counts before the transaction is on the disk.</summary>
internal sealed class EventBatch(SqliteConnection connection, IReadOnlyDictionary<NodeAddress, long> sentBefore)
{
    private const string OfNode = "city = $city AND site = $site AND node = $node";
    private const string OfEpoch = OfNode + " AND epoch = $epoch";

    private readonly Dictionary<NodeAddress, Journal> _journals = [];
    private readonly HashSet<NodeAddress> _sentEvents = [];

    /// <summary>The highest number that each node of the batch has sent in its present boot.</summary>
    public Dictionary<NodeAddress, long> SentInThisBoot { get; } = [];

    /// <summary>The number to confirm to each node that sent an event.</summary>
    public Dictionary<NodeAddress, long> Acks { get; } = [];

    /// <summary>Holes that keep the hub from confirming more.</summary>
    public Dictionary<NodeAddress, EventGap> Gaps { get; } = [];

    /// <summary>Nodes whose numbers start again.</summary>
    public List<NodeAddress> NewEpochs { get; } = [];

    /// <summary>A node announced its boot.</summary>
    public void Take(BootItem item)
    {
        Journal journal = JournalOf(item.Node);
        if (journal.Boot == item.Boot)
        {
            return;
        }

        if (journal.Boot != null && BootId.NumberOf(item.Boot) <= BootId.NumberOf(journal.Boot))
        {
            BeginEpoch(journal);
        }

        // What still waits for its confirmation came from the boot before, perhaps from another flash; this one has sent nothing yet.
        journal.Boot = item.Boot;
        SentInThisBoot[item.Node] = 0;
        _sentEvents.Remove(item.Node);
    }

    /// <summary>A node sent an event, perhaps once more.</summary>
    public void Take(EventItem item)
    {
        Journal journal = JournalOf(item.Node);
        bool known = false;
        if (Stored(journal, item.Event.Number) is { } stored)
        {
            known = stored == Identity.Of(item.Event);
            if (!known)
            {
                BeginEpoch(journal);
            }
        }
        else if (!BootsRise(journal, item.Event))
        {
            BeginEpoch(journal);
        }

        if (!known)
        {
            Insert(journal, item);
            journal.Confirmed ??= item.Event.Number;
        }

        BridgeGap(journal, item.Event);

        SentInThisBoot[item.Node] = Math.Max(SentInThisBoot[item.Node], item.Event.Number);
        _sentEvents.Add(item.Node);
    }

    /// <summary>Finds what may be confirmed.</summary>
    public void Finish()
    {
        foreach (Journal journal in _journals.Values)
        {
            if (journal.Confirmed != null)
            {
                journal.Confirmed = EndOfRun(journal, journal.Confirmed.Value);
                NoteGap(journal, journal.Confirmed.Value);
            }

            Save(journal);
            if (_sentEvents.Contains(journal.Node))
            {
                Acks[journal.Node] = Math.Min(journal.Confirmed!.Value, SentInThisBoot[journal.Node]);
            }
        }
    }

    private static (string, object?)[] Keys(Journal journal) =>
    [
        ("$city", journal.Node.City), ("$site", journal.Node.Site), ("$node", journal.Node.Node), ("$epoch", journal.Epoch),
    ];

    private void BeginEpoch(Journal journal)
    {
        journal.Epoch++;
        journal.Confirmed = null;
        SentInThisBoot[journal.Node] = 0;
        NewEpochs.Add(journal.Node);
    }

    private Journal JournalOf(NodeAddress node)
    {
        if (!_journals.TryGetValue(node, out Journal? journal))
        {
            journal = Load(node);
            _journals.Add(node, journal);
            SentInThisBoot[node] = sentBefore.GetValueOrDefault(node);
        }

        return journal;
    }

    private Journal Load(NodeAddress node) => connection.Rows(
        $"SELECT epoch, boot, confirmed FROM journals WHERE {OfNode}",
        row => new Journal(node)
        {
            Epoch = row.GetInt64(0),
            Boot = row.OptionalString(1),
            Confirmed = row.IsDBNull(2) ? null : row.GetInt64(2),
        },
        ("$city", node.City), ("$site", node.Site), ("$node", node.Node)).FirstOrDefault() ?? new Journal(node);

    private void Save(Journal journal) => connection.Execute(
        "INSERT OR REPLACE INTO journals(city, site, node, epoch, boot, confirmed) VALUES($city, $site, $node, $epoch, $boot, $confirmed)",
        [.. Keys(journal), ("$boot", journal.Boot), ("$confirmed", journal.Confirmed)]);

    private Identity? Stored(Journal journal, long number) => connection.Rows(
        $"SELECT boot, up_ms, code FROM events WHERE {OfEpoch} AND n = $n",
        row => new Identity(row.GetInt64(0), row.GetInt64(1), row.GetString(2)),
        [.. Keys(journal), ("$n", number)]).FirstOrDefault();

    private bool BootsRise(Journal journal, EventMessage message)
    {
        (string, object?)[] parameters = [.. Keys(journal), ("$n", message.Number)];
        long? before = connection.OptionalNumber(
            $"SELECT boot FROM events WHERE {OfEpoch} AND n < $n ORDER BY n DESC LIMIT 1", parameters);
        long? behind = connection.OptionalNumber($"SELECT boot FROM events WHERE {OfEpoch} AND n > $n ORDER BY n LIMIT 1", parameters);
        return (before ?? message.Boot) <= message.Boot && message.Boot <= (behind ?? message.Boot);
    }

    private void Insert(Journal journal, EventItem item) => connection.Execute(
        "INSERT INTO events(city, site, node, epoch, n, boot, up_ms, received_ms, code, lane, hist, json) "
        + "VALUES($city, $site, $node, $epoch, $n, $boot, $up, $received, $code, $lane, $hist, $json)",
        [
            .. Keys(journal), ("$n", item.Event.Number), ("$boot", item.Event.Boot), ("$up", item.Event.UptimeMs),
            ("$received", item.ReceivedAt.ToUnixTimeMilliseconds()), ("$code", item.Event.Code), ("$lane", item.Event.Lane),
            ("$hist", item.Event.Historical ? 1 : 0), ("$json", item.Json),
        ]);

    private long EndOfRun(Journal journal, long start) => connection.Number(
        $"SELECT e.n FROM events e WHERE {OfEpoch} AND e.n >= $start AND NOT EXISTS("
        + "SELECT 1 FROM events f WHERE f.city = e.city AND f.site = e.site AND f.node = e.node AND f.epoch = e.epoch AND f.n = e.n + 1) "
        + "ORDER BY e.n LIMIT 1",
        [.. Keys(journal), ("$start", start)]);

    // The node itself says that it has nothing between two numbers: then there is nothing to wait for.
    private void BridgeGap(Journal journal, EventMessage message)
    {
        if (message.After is { } after && journal.Confirmed is { } confirmed && confirmed < message.Number
            && EndOfRun(journal, confirmed) >= after)
        {
            journal.Confirmed = message.Number;
        }
    }

    private void NoteGap(Journal journal, long confirmed)
    {
        long? next = connection.OptionalNumber(
            $"SELECT n FROM events WHERE {OfEpoch} AND n > $n ORDER BY n LIMIT 1", [.. Keys(journal), ("$n", confirmed)]);
        if (next != null)
        {
            Gaps[journal.Node] = new EventGap(confirmed, next.Value);
        }
    }

    /// <summary>What makes an event the same when it is sent again.</summary>
    private sealed record Identity(long Boot, long UptimeMs, string Code)
    {
        public static Identity Of(EventMessage message) => new(message.Boot, message.UptimeMs, message.Code);
    }
}
