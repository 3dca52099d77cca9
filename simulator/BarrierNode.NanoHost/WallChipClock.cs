using System.Diagnostics;

namespace BarrierNode.NanoHost;

/// <summary>Wall time: what a chip lives in when nobody drives its clock.</summary>
internal sealed class WallChipClock : ChipClock
{
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    internal override long NowUs => Stopwatch.GetElapsedTime(_startedAt).Ticks / TimeSpan.TicksPerMicrosecond;

    internal override void Sleep(int milliseconds, WaitHandle powerCut) => powerCut.WaitOne(milliseconds);

    internal override void ThreadEnds()
    {
    }
}
