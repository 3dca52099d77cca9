namespace BarrierNode.NanoHost;

/// <summary>The time in which a chip lives: its microsecond timer and the sleep of its threads.</summary>
public abstract class ChipClock
{
    internal abstract long NowUs { get; }

    /// <summary>Sleeps until the time has passed or the power is cut.</summary>
    internal abstract void Sleep(int milliseconds, WaitHandle powerCut);

    /// <summary>The calling thread of the firmware ends.</summary>
    internal abstract void ThreadEnds();
}
