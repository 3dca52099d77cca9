using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>An output that was asked for and not permitted.</summary>
/// <param name="Output">Its number.</param>
/// <param name="Rule">The rule of the gate that refused it.</param>
/// <param name="Conditions">The conditions behind it, those of latched trips among them, a mask.</param>
public sealed record Refusal(int Output, GateRule Rule, long Conditions);
