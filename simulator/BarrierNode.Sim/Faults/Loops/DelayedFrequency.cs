using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The frequency of a while ago.</summary>
/// <param name="ageUs">How long ago, in microseconds.</param>
internal sealed class DelayedFrequency(double ageUs) : IFrequencyFault
{
    private readonly Queue<(double DueUs, double Hz)> _coming = [];
    private double _nowUs;
    private double? _hz;

    public double Step(double hz, double us)
    {
        _nowUs += us;
        _coming.Enqueue((_nowUs + ageUs, hz));
        _hz ??= hz;
        while (_coming.TryPeek(out (double DueUs, double Hz) first) && first.DueUs <= _nowUs)
        {
            _hz = _coming.Dequeue().Hz;
        }

        return _hz.Value;
    }
}
