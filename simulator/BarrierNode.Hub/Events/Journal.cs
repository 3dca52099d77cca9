namespace BarrierNode.Hub;

/// <summary>How far the hub is with the events of a node.</summary>
internal sealed class Journal(NodeAddress node)
{
    public NodeAddress Node => node;

    /// <summary>The present series of numbers, from 1.</summary>
    public long Epoch { get; set; } = 1;

    /// <summary>The latest boot id that the node announced, or null.</summary>
    public string? Boot { get; set; }

    /// <summary>End of the unbroken run, or null before the first event of the epoch.</summary>
    public long? Confirmed { get; set; }
}
