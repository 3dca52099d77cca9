using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The frequency jumps about at random.</summary>
/// <param name="ppm">How far at most, in ppm of itself.</param>
/// <param name="random">Its chance.</param>
internal sealed class NoiseFrequency(double ppm, Random random) : IFrequencyFault
{
    public double Step(double hz, double us) => hz * (1 + (ppm * 1e-6 * ((2 * random.NextDouble()) - 1)));
}
