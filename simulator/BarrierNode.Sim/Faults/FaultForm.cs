namespace BarrierNode.Sim;

/// <summary>One way in which something fails.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Effect">What happens then, as the end of a sentence that begins with the point.</param>
/// <param name="Amount">How much it can be, or null when there is no more and less.</param>
public sealed record FaultForm(FaultKind Kind, string Effect, FaultAmount? Amount = null);
