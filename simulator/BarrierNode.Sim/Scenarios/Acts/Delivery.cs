namespace BarrierNode.Sim;

/// <summary>How the latest command can come to the node once more.</summary>
public enum Delivery
{
    /// <summary>As it was.</summary>
    Again,

    /// <summary>As it was, and the broker keeps it for whoever connects.</summary>
    Retained,

    /// <summary>As it was, on the topic of another lane.</summary>
    OnAnotherLane,

    /// <summary>The same payload, signed with another key.</summary>
    WithAnotherKey,

    /// <summary>A hundred times within a moment, signed with another key.</summary>
    AsAFlood,
}
