using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>An answer to a command.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Reason">Why not, or none.</param>
/// <param name="BlockedBy">Names of what refuses it: inputs, trips, holds.</param>
/// <param name="AtUs">When it arrived at the hub, in microseconds of the city.</param>
public sealed record HubAnswer(AckStage Stage, RefusalReason Reason, IReadOnlyList<string> BlockedBy, long AtUs);
