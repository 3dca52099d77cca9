using System.Diagnostics;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary>Measures how much time of a busy city a second of this machine gives.</summary>
internal static class CityMeasurement
{
    private const int Seed = 1;

    // The nodes have started, and the code that runs in every scan is compiled for good.
    private const int WarmUpNodeSeconds = 1200;
    private const int LeastWarmUpSeconds = 3;

    /// <summary>Measures one city.</summary>
    /// <param name="site">The site of every node.</param>
    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="seconds">Seconds of the city, shared among the nodes: a larger city runs shorter.</param>
    public static CityFigures Measure(SiteModel site, int nodes, int seconds)
    {
        long bytesBefore = GC.GetTotalMemory(forceFullCollection: true);
        BusyCity busy = new([.. Enumerable.Range(0, nodes).Select(i => site with { Node = $"node-{i}" })], Seed);
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - bytesBefore;
        busy.Advance(Math.Max(LeastWarmUpSeconds, WarmUpNodeSeconds / nodes));
        int measured = Math.Max(1, seconds / nodes);
        long start = Stopwatch.GetTimestamp();
        busy.Advance(measured);
        double wallSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int lanes = nodes * site.Lanes.Count;
        return new CityFigures(nodes, lanes, measured, lanes * measured / wallSeconds, bytes / nodes);
    }
}
