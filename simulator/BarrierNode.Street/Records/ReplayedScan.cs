using BarrierNode.Control;

namespace BarrierNode.Street.Records;

/// <summary>One scan of a flight record beside its replay.</summary>
/// <param name="Commands">The commands that it took.</param>
/// <param name="Recorded">What the node did.</param>
/// <param name="Derived">The derived conditions of the replay, a mask.</param>
/// <param name="Requests">The outputs that the replay asked for, a mask.</param>
/// <param name="Permitted">The outputs that the replay permitted, a mask.</param>
/// <param name="Pulse">The replay would have given the permission pulse.</param>
/// <param name="Refusals">The outputs that the replay asked for and did not permit.</param>
public sealed record ReplayedScan(
    IReadOnlyList<RecordEntry> Commands, RecordEntry Recorded, long Derived, int Requests, int Permitted, bool Pulse, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The inputs after conditioning, a mask; of the replay, as a record has the contacts alone.</summary>
    public long Inputs { get; init; }

    /// <summary>The trip conditions that are latched after the scan, a mask; of the replay.</summary>
    public long Trips { get; init; }

    /// <summary>Where each lane is after the scan; of the replay.</summary>
    public IReadOnlyList<LanePosition> Positions { get; init; } = [];

    /// <summary>Every output that the gate would refuse, asked for or not; of the replay.</summary>
    public IReadOnlyList<Refusal> Blocked { get; init; } = [];

    /// <summary>The replay did what the node did, bit for bit.</summary>
    public bool IsSame =>
        (Derived, Requests, Permitted, Pulse) == (Recorded.Derived, Recorded.Requests, Recorded.Permitted, Recorded.Pulse);
}
