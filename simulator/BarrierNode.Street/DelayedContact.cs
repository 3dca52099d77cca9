namespace BarrierNode.Street;

/// <summary>A relay, contactor or valve: it follows its coil after a pull-in delay and a drop-out delay, both in microseconds.</summary>
internal sealed class DelayedContact(int pullInUs, int dropOutUs)
{
    private int _pendingUs;

    /// <summary>The contact has pulled in.</summary>
    public bool Closed { get; private set; }

    /// <summary>Lets time pass while the coil is as told; a shorter change than the delay is forgotten.</summary>
    /// <returns>True when it stays as it is while the coil does.</returns>
    public bool Step(int stepUs, bool coil) => Step(stepUs, coil, pullInUs, dropOutUs);

    /// <summary>Lets time pass, with the delays of this very part.</summary>
    /// <returns>True when it stays as it is while the coil does.</returns>
    public bool Step(int stepUs, bool coil, int pullsInUs, int dropsOutUs)
    {
        if (coil == Closed)
        {
            _pendingUs = 0;
            return true;
        }

        _pendingUs += stepUs;
        if (_pendingUs >= (coil ? pullsInUs : dropsOutUs))
        {
            Closed = coil;
            _pendingUs = 0;
        }

        return false;
    }
}
