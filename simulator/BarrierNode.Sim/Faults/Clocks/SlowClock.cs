using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A clock that counts too little, or nothing.</summary>
/// <param name="percent">What it loses, in percent; 100 stands.</param>
internal sealed class SlowClock(double percent) : IClockFault
{
    private double _rest;

    public long Step(long us)
    {
        _rest += us * (100 - percent) / 100;
        long whole = (long)_rest;
        _rest -= whole;
        return whole;
    }
}
