using System.Diagnostics;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary>Measures how much time of a busy city a second of this machine gives.</summary>
internal sealed class CityMeasurement
{
    private const int Seed = 1;
    private const int Rounds = 9;

    // The code that runs in every scan is compiled for good.
    private const int WarmUpRounds = 2;

    // The nodes have started, and as many lanes move as ever will.
    private const int StartSeconds = 60;

    private readonly BusyCity _busy;
    private readonly int _seconds;
    private readonly long _bytesPerNode;
    private readonly double[] _wallSeconds = new double[Rounds];
    private readonly double[] _cpuSeconds = new double[Rounds];

    private CityMeasurement(SiteModel site, int nodes, int nodeSeconds, bool laws)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        _busy = new BusyCity([.. Enumerable.Range(0, nodes).Select(i => site with { Node = $"node-{i}" })], Seed, laws);
        _bytesPerNode = (GC.GetTotalMemory(forceFullCollection: true) - before) / nodes;
        _seconds = Math.Max(1, nodeSeconds / nodes);
        _busy.Advance(StartSeconds);
    }

    private CityFigures Figures
    {
        get
        {
            if (_busy.BrokenLaw is { } broken)
            {
                throw new InvalidOperationException($"A law is broken: {broken}");
            }

            // Another program on the machine disturbs some rounds; the median is a round without it.
            Array.Sort(_wallSeconds);
            Array.Sort(_cpuSeconds);
            int lanes = _busy.City.Stations.Sum(s => s.Site.Lanes.Count);
            double laneSeconds = lanes * _seconds;
            return new CityFigures(
                _busy.City.Stations.Count, lanes, Rounds * _seconds, laneSeconds / _wallSeconds[Rounds / 2], laneSeconds / _cpuSeconds[Rounds / 2], _bytesPerNode);
        }
    }

    /// <summary>Measures cities; they take turns, so what disturbs the machine disturbs them all alike.</summary>
    /// <param name="site">The site of every node.</param>
    /// <param name="nodes">How many nodes each city has.</param>
    /// <param name="nodeSeconds">Node-seconds of a round: a city of N nodes runs an N-th of it, at least a second.</param>
    /// <param name="laws">In every scan the laws of <c>sim fuzz</c> are looked at.</param>
    /// <exception cref="InvalidOperationException">A node has broken one of them.</exception>
    public static CityFigures[] Measure(SiteModel site, IReadOnlyList<int> nodes, int nodeSeconds, bool laws)
    {
        // What a program makes once is no node's memory.
        new BusyCity([site], Seed, laws).Advance(1);
        CityMeasurement[] cities = [.. nodes.Select(n => new CityMeasurement(site, n, nodeSeconds, laws))];
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            foreach (CityMeasurement city in cities)
            {
                TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                city._busy.Advance(city._seconds);
                double wallSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                double cpuSeconds = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
                if (round >= 0)
                {
                    city._cpuSeconds[round] = cpuSeconds;
                    city._wallSeconds[round] = wallSeconds;
                }
            }
        }

        return [.. cities.Select(c => c.Figures)];
    }
}
