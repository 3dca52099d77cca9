using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A clock that jumps ahead once.</summary>
/// <param name="jumpUs">How far, in microseconds.</param>
internal sealed class JumpingClock(long jumpUs) : IClockFault
{
    private bool _jumped;

    public long Step(long us)
    {
        long more = _jumped ? 0 : jumpUs;
        _jumped = true;
        return us + more;
    }
}
