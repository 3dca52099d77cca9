namespace BarrierNode.Hub;

/// <summary>The address of a node: the three levels of its topics.</summary>
/// <param name="City">City.</param>
/// <param name="Site">Site.</param>
/// <param name="Node">Node.</param>
public sealed record NodeAddress(string City, string Site, string Node)
{
    /// <inheritdoc/>
    public override string ToString() => $"{City}/{Site}/{Node}";
}

/// <summary>What the hub knows of a node. Unknown is shown as unknown; old data is shown with its age.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Connection">Last <c>conn</c> state: ready, alert, disconnected, lost; or unknown.</param>
/// <param name="Boot">Boot id, or null before the first birth.</param>
/// <param name="Firmware">Firmware version from the birth message, or null.</param>
/// <param name="Beat">Last beat counter.</param>
/// <param name="BeatAge">Time since the last beat arrived live, or null when none did.</param>
/// <param name="Live">True only when beats arrive in time and the connection is ready or alert: what is shown is now.</param>
/// <param name="Lanes">The lanes, in the order of the birth message.</param>
public sealed record NodeView(
    NodeAddress Address, string Connection, string? Boot, string? Firmware, long Beat, TimeSpan? BeatAge, bool Live,
    IReadOnlyList<LaneView> Lanes)
{
    /// <summary>When the present boot began, by the hub's clock and the node's uptime; null when no beat of it arrived live.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When an event happened, by the hub's clock.</summary>
    /// <param name="item">An event of this node.</param>
    /// <returns>The time, or null when it happened in another boot: the node has no clock, so nobody knows.</returns>
    public DateTimeOffset? TimeOf(EventView item) =>
        Boot is not null && BootId.NumberOf(Boot) == item.Boot ? StartedAt + TimeSpan.FromMilliseconds(item.UptimeMs) : null;
}

/// <summary>What the hub knows of a lane, as the node last reported it.</summary>
/// <param name="Id">Id of the lane.</param>
/// <param name="Position">up, down, raising, lowering, stopped, unknown.</param>
/// <param name="Mode">starting, remote, local, maintenance, test, tripped; or unknown.</param>
/// <param name="Protected">The lane is proven closed. Never true without live data.</param>
/// <param name="BlockedBy">What forbids a raise.</param>
/// <param name="LowerBlockedBy">What forbids a lowering.</param>
/// <param name="Trips">Latched trips that hold the lane.</param>
/// <param name="Signal">red, green, dark; or unknown.</param>
/// <param name="Warning">The lane warns of a move.</param>
/// <param name="Age">
/// Time since the state arrived, or null when it never did, or when it came out of the broker's store and the node has shown no life since.
/// </param>
/// <param name="LastCommand">The last command that this hub sent to the lane, or null.</param>
public sealed record LaneView(
    string Id, string Position, string Mode, bool Protected, IReadOnlyList<string> BlockedBy, IReadOnlyList<string> LowerBlockedBy,
    IReadOnlyList<string> Trips, string Signal, bool Warning, TimeSpan? Age, CommandView? LastCommand)
{
    /// <summary>The rules of operation that hold the lane.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>What holds the lane, since when, and who can clear it; null when the node has not told it in this boot.</summary>
    public WhyView? Why { get; init; }
}

/// <summary>Why a lane does not move.</summary>
/// <param name="Raise">What forbids a raise by command.</param>
/// <param name="Lower">What forbids a lowering by command.</param>
/// <param name="Automatic">What only forbids moves that no person asks for.</param>
/// <param name="Whole">False when the node had more to tell than a message holds.</param>
public sealed record WhyView(
    IReadOnlyList<BlockView> Raise, IReadOnlyList<BlockView> Lower, IReadOnlyList<BlockView> Automatic, bool Whole);

/// <summary>One thing that holds a lane.</summary>
/// <param name="Name">Name of an input, a trip or a hold.</param>
/// <param name="SinceUptimeS">Uptime of the node when it began, in seconds.</param>
/// <param name="Who">Who can clear it: traffic, onSite, controlRoom, wait, maintenance.</param>
public sealed record BlockView(string Name, long SinceUptimeS, string Who);

/// <summary>A command and how far it came.</summary>
/// <param name="Id">128-bit id, 32 hexadecimal digits.</param>
/// <param name="Node">The node.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Operation">raise, lower, stop, or another of docs/protocol.md.</param>
/// <param name="Operator">Who gave it.</param>
/// <param name="SentAt">When.</param>
/// <param name="Stages">Every stage so far, in order; the first is <c>sent</c>.</param>
public sealed record CommandView(
    string Id, NodeAddress Node, string Lane, string Operation, string Operator, DateTimeOffset SentAt,
    IReadOnlyList<CommandStage> Stages)
{
    /// <summary>Its argument, 0 when it has none.</summary>
    public int Argument { get; init; }

    /// <summary>Why it was given, in the operator's words, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>One stage of a command.</summary>
/// <param name="Stage">
/// From the node: accepted, refused, moving, done, aborted. From the hub alone: sent; noAnswer after 5 s without one (an answer may still
/// come); notSent when the link broke in that moment.
/// </param>
/// <param name="At">When it arrived.</param>
/// <param name="Reason">Reason of a refusal or abort, or null.</param>
/// <param name="BlockedBy">The conditions or trips behind it.</param>
public sealed record CommandStage(string Stage, DateTimeOffset At, string? Reason, IReadOnlyList<string> BlockedBy);

/// <summary>A flight record that this hub has stored since its start.</summary>
/// <param name="Arrival">1 for the first of them.</param>
/// <param name="Node">The node.</param>
/// <param name="Boot">Boot id of the node.</param>
/// <param name="Number">Number of the record in that boot, from 1.</param>
/// <param name="Trip">Name of the trip that was the trigger, or <c>asked</c>.</param>
/// <param name="UptimeMs">Uptime of the node at the trigger, in milliseconds: that of the event <c>tripped</c>.</param>
/// <param name="Missed">Triggers since the start of the node that have no record, because another one was not yet stored.</param>
/// <param name="File">Path of the file.</param>
public sealed record RecordView(
    long Arrival, NodeAddress Node, string Boot, long Number, string Trip, long UptimeMs, long Missed, string File);

/// <summary>A stored event of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Number">Its number at the node.</param>
/// <param name="Boot">Number of the boot in which it happened.</param>
/// <param name="UptimeMs">Uptime of the node when it happened, in milliseconds.</param>
/// <param name="ReceivedAt">When the hub stored it.</param>
/// <param name="Code">Its name.</param>
/// <param name="Lane">The lane, or null.</param>
/// <param name="Historical">True when it was sent late.</param>
/// <param name="Json">The message as received.</param>
public sealed record EventView(
    NodeAddress Node, long Number, long Boot, long UptimeMs, DateTimeOffset ReceivedAt, string Code, string? Lane, bool Historical,
    string Json);
