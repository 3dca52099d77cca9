using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>An event as the hub has stored it.</summary>
/// <param name="Station">The site that told it.</param>
/// <param name="Number">Its number, as the node gave it.</param>
/// <param name="Code">What happened.</param>
/// <param name="Lane">Id of the lane, or empty for the node.</param>
/// <param name="Fields">Its further fields by their names in docs/protocol.md; lists are joined by a comma.</param>
/// <param name="HappenedUs">When it happened, in microseconds of the city.</param>
/// <param name="StoredUs">When the hub stored it.</param>
public sealed record HubEvent(
    Station Station, long Number, EventCode Code, string Lane, IReadOnlyDictionary<string, string> Fields, long HappenedUs, long StoredUs)
{
    /// <summary>Number of the node's start in which it happened.</summary>
    public int Start { get; init; }

    /// <summary>Uptime of the node when it happened, in milliseconds.</summary>
    public long UptimeMs { get; init; }

    /// <summary>It was sent later than it could have been: after an outage or a start.</summary>
    public bool Historical { get; init; }
}
