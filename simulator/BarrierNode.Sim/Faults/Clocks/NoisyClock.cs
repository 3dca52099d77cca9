using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A clock that is ahead by another time at every reading; it does not go back.</summary>
/// <param name="mostUs">How far ahead at most, in microseconds.</param>
/// <param name="random">Its chance.</param>
internal sealed class NoisyClock(long mostUs, Random random) : IClockFault
{
    private long _passedUs;
    private long _countedUs;

    public long Step(long us)
    {
        _passedUs += us;
        long counts = Math.Max(0, _passedUs + (long)(mostUs * random.NextDouble()) - _countedUs);
        _countedUs += counts;
        return counts;
    }
}
