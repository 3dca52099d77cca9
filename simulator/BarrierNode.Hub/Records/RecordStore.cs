using BarrierNode.Mqtt;

namespace BarrierNode.Hub;

/// <summary>
/// The flight records of all nodes, each a file of its own. A node sends one record at a time, so the hub collects one a node, of at most
/// <see cref="RecordPage.MaxRecordLength"/> bytes; a record is confirmed whole only when its file is on the disk. A hub that ends in the middle
/// of a record collects it again from its beginning.
/// </summary>
public sealed class RecordStore
{
    private const int Kept = 100;

    private readonly string _folder;
    private readonly ProblemLog _problems;

    // Used by the store worker alone.
    private readonly Dictionary<NodeAddress, RecordDraft> _drafts = [];

    private readonly Lock _gate = new();
    private readonly Queue<RecordView> _latest = new();
    private long _count;

    internal RecordStore(string folder, ProblemLog problems)
    {
        _folder = folder;
        _problems = problems;
    }

    /// <summary>The latest 100 records that were stored since the start of the hub, oldest first.</summary>
    public IReadOnlyList<RecordView> Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest.ToArray();
            }
        }
    }

    /// <summary>Takes pages in the order of their arrival, and stores the records that they complete.</summary>
    /// <returns>What to confirm to each of the nodes; nothing where a file could not be written.</returns>
    internal IReadOnlyDictionary<NodeAddress, RecordAck> Take(IEnumerable<PageItem> pages)
    {
        Dictionary<NodeAddress, RecordAck> acks = [];
        foreach (IGrouping<(NodeAddress, string), PageItem> record in pages.GroupBy(p => (p.Node, p.FileName)))
        {
            (NodeAddress node, string fileName) = record.Key;
            if (Take(node, Path.Combine(_folder, fileName), [.. record.Select(p => p.Page)]) is { } ack)
            {
                acks[node] = ack;
            }
        }

        return acks;
    }

    private static bool IsStored(string file, int length) => new FileInfo(file) is { Exists: true } found && found.Length == length;

    private RecordAck? Take(NodeAddress node, string file, IReadOnlyList<RecordPage> pages)
    {
        RecordPage last = pages[^1];
        if (IsStored(file, last.Length))
        {
            return new RecordAck(last.Boot, last.Record, last.Length);
        }

        RecordDraft draft = DraftOf(node, file, last.Length);
        foreach (RecordPage page in pages.Where(p => p.Length == last.Length))
        {
            draft.Take(page);
        }

        return draft.Complete && !TryStore(node, draft, last) ? null : new RecordAck(last.Boot, last.Record, draft.Next);
    }

    private RecordDraft DraftOf(NodeAddress node, string file, int length)
    {
        if (!_drafts.TryGetValue(node, out RecordDraft? draft) || draft.File != file || draft.Bytes.Length != length)
        {
            draft = new RecordDraft(file, length);
            _drafts[node] = draft;
        }

        return draft;
    }

    private bool TryStore(NodeAddress node, RecordDraft draft, RecordPage last)
    {
        try
        {
            PrivateFiles.CreateFolder(_folder);
            PrivateFiles.Write(draft.File, draft.Bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _problems.Note($"The flight record {draft.File} cannot be written ({problem.Message}): {node} keeps it and sends it again.");
            return false;
        }

        _drafts.Remove(node);
        lock (_gate)
        {
            _latest.Enqueue(new RecordView(++_count, node, last.Boot, last.Record, last.Trip, last.UptimeMs, last.Missed, draft.File));
            if (_latest.Count > Kept)
            {
                _latest.Dequeue();
            }
        }

        return true;
    }
}
