namespace BarrierNode.Sim;

/// <summary>Something that is broken. Its text form, <c>entryLoop stuck</c> or <c>link delayed 800ms</c>, is that of scenarios, command line and screens.</summary>
/// <param name="Point">What is broken: a name of <see cref="FaultBoard.Points"/>.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much, in the unit of the kind at that point; null for its usual amount.</param>
public sealed record Fault(string Point, FaultKind Kind, double? Amount = null);
