using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>It follows only what lasts: a change counts when it is this old, and a shorter one is lost.</summary>
/// <param name="us">How long a change takes, in microseconds.</param>
internal sealed class SlowSignal(long us) : ISignalFault
{
    private bool? _level;
    private long _sinceUs;

    public bool Step(bool level, long nowUs)
    {
        if (_level is null || level == _level)
        {
            _level = level;
            _sinceUs = nowUs;
        }
        else if (nowUs - _sinceUs >= us)
        {
            _level = level;
        }

        return _level.Value;
    }
}
