namespace BarrierNode.Street;

/// <summary>A relay, contactor or valve: it follows its coil after a pull-in delay and a drop-out delay, both in microseconds.</summary>
internal sealed class DelayedContact(int pullInUs, int dropOutUs)
{
    private int _pendingUs;

    /// <summary>The contact has pulled in.</summary>
    public bool Closed { get; private set; }

    /// <summary>Lets time pass while the coil is as told; a shorter change than the delay is forgotten.</summary>
    public void Step(int stepUs, bool coil)
    {
        if (coil == Closed)
        {
            _pendingUs = 0;
            return;
        }

        _pendingUs += stepUs;
        if (_pendingUs >= (coil ? pullInUs : dropOutUs))
        {
            Closed = coil;
            _pendingUs = 0;
        }
    }
}
