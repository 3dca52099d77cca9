namespace BarrierNode.Street.Records;

/// <summary>One scan of a flight record in the names of its site.</summary>
/// <param name="Us">Time of the scan from the trigger, in microseconds; negative before it.</param>
/// <param name="GapUs">Gap before it in microseconds, -1 for a negative one.</param>
/// <param name="Late">The gap was late.</param>
/// <param name="Inputs">The inputs that changed; each is what its contact is, before any debouncing.</param>
/// <param name="Conditions">The derived conditions that changed.</param>
/// <param name="Commands">The commands that it took: operation and lane.</param>
/// <param name="Requests">The outputs that the sequences asked for.</param>
/// <param name="Permitted">The outputs that the gate permitted.</param>
/// <param name="Refused">The outputs that it refused.</param>
/// <param name="Pulse">The permission pulse was given.</param>
/// <param name="Replayed">What the replay did otherwise, or null when it did the same bit for bit.</param>
/// <param name="Changed">Something is not as in the scan before.</param>
public sealed record RecordedScan(
    long Us, long GapUs, bool Late, Changes Inputs, Changes Conditions, IReadOnlyList<RecordedCommand> Commands, IReadOnlyList<string> Requests,
    IReadOnlyList<string> Permitted, IReadOnlyList<RecordedRefusal> Refused, bool Pulse, OtherReplay? Replayed, bool Changed)
{
    /// <summary>The trip conditions that are latched after it, as the replay has them.</summary>
    public IReadOnlyList<string> Trips { get; init; } = [];

    /// <summary>Every output that the gate would refuse, asked for or not, as the replay has it.</summary>
    public IReadOnlyList<RecordedRefusal> Blocked { get; init; } = [];
}

/// <summary>What changed since the scan before. In the first scan, all that is 1.</summary>
/// <param name="On">Names of what became 1.</param>
/// <param name="Off">Names of what became 0.</param>
public sealed record Changes(IReadOnlyList<string> On, IReadOnlyList<string> Off);

/// <summary>A command that a scan took.</summary>
/// <param name="Op">raise, lower, stop, estop, reset.</param>
/// <param name="Lane">Id of its lane.</param>
public sealed record RecordedCommand(string Op, string Lane);

/// <summary>An output that was asked for and refused.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Rule">The rule of the gate: require, exclude, limit, lease, late, flow, table, start, trip.</param>
/// <param name="Conditions">The conditions behind it.</param>
public sealed record RecordedRefusal(string Output, string Rule, IReadOnlyList<string> Conditions);

/// <summary>A replay that did something else than the node.</summary>
/// <param name="Conditions">The derived conditions that differ.</param>
/// <param name="Requests">The outputs that the replay asked for.</param>
/// <param name="Permitted">The outputs that it permitted.</param>
/// <param name="Pulse">It would have given the permission pulse.</param>
public sealed record OtherReplay(IReadOnlyList<string> Conditions, IReadOnlyList<string> Requests, IReadOnlyList<string> Permitted, bool Pulse);
