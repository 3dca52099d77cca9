using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The frequency lies beside the right one: a neighbour couples in, a joint is wet, turns are shorted.</summary>
/// <param name="ppm">How far, in ppm of itself; positive like a vehicle.</param>
internal sealed class ShiftedFrequency(double ppm) : IFrequencyFault
{
    public double Step(double hz, double us) => hz * (1 + (ppm * 1e-6));
}
