namespace BarrierNode.Sim;

/// <summary>Points that fail in the same ways.</summary>
/// <param name="Name">What they are, in the singular.</param>
/// <param name="Forms">How they fail, in the order of <see cref="FaultKind"/>.</param>
public sealed record FaultGroup(string Name, IReadOnlyList<FaultForm> Forms);
