namespace BarrierNode.NanoHost;

/// <summary>The oscillation that the world puts on a pin: its phase goes on through every change of frequency.</summary>
internal sealed class PulseInput
{
    private readonly Lock _gate = new();
    private double _hz;
    private double _periods;
    private ulong _atUs;

    /// <summary>The frequency from a moment on.</summary>
    public void Set(double hz, ulong nowUs)
    {
        lock (_gate)
        {
            Advance(nowUs);
            _hz = hz;
        }
    }

    /// <summary>Periods so far.</summary>
    public double Periods(ulong nowUs)
    {
        lock (_gate)
        {
            Advance(nowUs);
            return _periods;
        }
    }

    /// <summary>The chip's time begins anew.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _atUs = 0;
        }
    }

    // Threads read the time before they come here: a moment that has passed already adds nothing.
    private void Advance(ulong nowUs)
    {
        if (nowUs > _atUs)
        {
            _periods += _hz * (nowUs - _atUs) * 1e-6;
            _atUs = nowUs;
        }
    }
}
