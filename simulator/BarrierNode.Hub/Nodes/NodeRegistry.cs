namespace BarrierNode.Hub;

/// <summary>The nodes in the order in which they were first seen. Used under the hub's lock.</summary>
internal sealed class NodeRegistry(TimeSpan staleLimit, TimeProvider time)
{
    private readonly List<NodeRecord> _inOrder = [];
    private readonly Dictionary<NodeAddress, NodeRecord> _byAddress = [];

    /// <summary>Every node.</summary>
    public IReadOnlyList<NodeRecord> All => _inOrder;

    public NodeRecord? Find(NodeAddress address) => _byAddress.GetValueOrDefault(address);

    /// <summary>The node of an address, which is new when it was not seen before.</summary>
    public NodeRecord Of(NodeAddress address)
    {
        if (!_byAddress.TryGetValue(address, out NodeRecord? node))
        {
            node = new NodeRecord(address, staleLimit, time);
            _byAddress.Add(address, node);
            _inOrder.Add(node);
        }

        return node;
    }

    public IReadOnlyList<NodeView> Views(Func<NodeAddress, string, CommandView?> lastCommandOf) =>
        _inOrder.ConvertAll(node => node.View(lastCommandOf));

    /// <summary>Notices nodes that became live or stale.</summary>
    /// <returns>True when one did since the last call.</returns>
    public bool NoticeLiveness()
    {
        long now = time.GetTimestamp();
        bool changed = false;
        foreach (NodeRecord node in _inOrder)
        {
            bool live = node.IsLive(now);
            changed |= live != node.ShownLive;
            node.ShownLive = live;
        }

        return changed;
    }
}
