using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A level at random, drawn anew again and again.</summary>
/// <param name="periodUs">Time from one draw to the next, in microseconds.</param>
/// <param name="random">Its chance.</param>
internal sealed class GarbageSignal(long periodUs, Random random) : ISignalFault
{
    private long _nextUs;
    private bool _level;

    public bool Step(bool level, long nowUs)
    {
        if (nowUs >= _nextUs)
        {
            _nextUs = nowUs + periodUs;
            _level = random.Next(2) == 1;
        }

        return _level;
    }
}
