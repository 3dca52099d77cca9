namespace BarrierNode.Street.Loops;

/// <summary>The oscillator of a loop and the pulse counter behind it: the phase goes on from scan to scan, only whole edges are counted.</summary>
/// <param name="nominalHz">Frequency of the empty loop in ordinary weather, in Hz.</param>
/// <param name="duty">Part of the period in which the level is high.</param>
public sealed class LoopOscillator(double nominalHz, double duty = 0.45)
{
    private double _periods;
    private long _read;

    /// <summary>Edges counted so far, rising and falling.</summary>
    public long Edges
    {
        get
        {
            double whole = Math.Floor(_periods);
            return (2 * (long)whole) + (_periods - whole >= duty ? 1 : 0);
        }
    }

    /// <summary>The wire is cut: the oscillator stands.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Turns are shorted: so many times the frequency. 1 is whole.</summary>
    public double ShortFactor { get; set; } = 1;

    /// <summary>What is wrong with it beside that, or null.</summary>
    public IFrequencyFault? Fault { get; set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="us">How long, in microseconds.</param>
    /// <param name="ppm">ΔL/L of that time, in ppm.</param>
    public void Advance(double us, double ppm)
    {
        double hz = Frequency(ppm);
        _periods += (Fault is null ? hz : Fault.Step(hz, us)) * us * 1e-6;
    }

    /// <summary>The frequency, in Hz; it goes with the inverse root of the inductance.</summary>
    /// <param name="ppm">ΔL/L, in ppm.</param>
    public double Frequency(double ppm) => IsOpen ? 0 : nominalHz * ShortFactor / Math.Sqrt(1 - (ppm * 1e-6));

    /// <summary>Edges since the last reading.</summary>
    public int Read()
    {
        long edges = Edges;
        int since = (int)(edges - _read);
        _read = edges;
        return since;
    }
}
