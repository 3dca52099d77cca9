using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The frequency stays as it is when it breaks.</summary>
internal sealed class FrozenFrequency : IFrequencyFault
{
    private double? _hz;

    public double Step(double hz, double us) => _hz ??= hz;
}
