namespace BarrierNode.Sim;

/// <summary>How much something can fail.</summary>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Usual">The amount of a fault that names none.</param>
/// <param name="Least">The least amount.</param>
/// <param name="Most">The greatest amount.</param>
public sealed record FaultAmount(FaultUnit Unit, double Usual, double Least, double Most);
