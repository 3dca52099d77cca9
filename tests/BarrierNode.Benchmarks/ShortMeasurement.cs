using System.Diagnostics;

namespace BarrierNode.Benchmarks;

/// <summary>
/// The short form: many passes in this process, of which the fastest tenth counts: a pass may be longer than the time that a busy machine gives without a
/// break, and then most have waited. The runs take turns, so what disturbs the machine disturbs them all alike.
/// </summary>
internal static class ShortMeasurement
{
    private const int WarmUpPasses = 400;
    private const int Passes = 1001;

    /// <summary>Measures.</summary>
    /// <param name="runs">The runs.</param>
    public static ScanFigures Measure(ScanRuns runs)
    {
        const int count = ScanRuns.Count;
        var ticks = new long[count][];
        var bytes = new long[count];
        for (int r = 0; r < count; r++)
        {
            ticks[r] = new long[Passes];
        }

        for (int pass = -WarmUpPasses; pass < Passes; pass++)
        {
            for (int r = 0; r < count; r++)
            {
                long bytesBefore = GC.GetAllocatedBytesForCurrentThread();
                long before = Stopwatch.GetTimestamp();
                runs[r].Pass();
                long after = Stopwatch.GetTimestamp();
                bytes[r] += GC.GetAllocatedBytesForCurrentThread() - bytesBefore;
                if (pass >= 0)
                {
                    ticks[r][pass] = after - before;
                }
            }
        }

        var figures = new ScanFigures(runs.Names);
        for (int r = 0; r < count; r++)
        {
            Array.Sort(ticks[r]);
            double nanoseconds = ticks[r][Passes / 10] * 1e9 / Stopwatch.Frequency;
            figures.Set(r, nanoseconds / ScanSequence.Length, (double)bytes[r] / (Passes + WarmUpPasses) / ScanSequence.Length);
        }

        return figures;
    }
}
