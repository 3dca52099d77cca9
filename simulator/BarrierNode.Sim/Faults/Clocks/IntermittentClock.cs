using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A clock that works, and stands by turns.</summary>
/// <param name="failures">When it stands.</param>
internal sealed class IntermittentClock(Blink failures) : IClockFault
{
    private long _passedUs;

    public long Step(long us)
    {
        _passedUs += us;
        return failures.Fails(_passedUs) ? 0 : us;
    }
}
