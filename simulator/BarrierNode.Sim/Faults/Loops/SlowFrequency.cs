using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The frequency creeps to where it should be.</summary>
/// <param name="timeUs">Its time constant in microseconds.</param>
internal sealed class SlowFrequency(double timeUs) : IFrequencyFault
{
    private double? _hz;

    public double Step(double hz, double us)
    {
        double from = _hz ?? hz;
        double now = from + ((hz - from) * Math.Min(1, us / timeUs));
        _hz = now;
        return now;
    }
}
