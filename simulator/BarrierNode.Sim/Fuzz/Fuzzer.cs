using System.Diagnostics;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Lives random lives until their hours are full. The result depends on seed, hours and sites alone, not on the number of jobs.</summary>
public static class Fuzzer
{
    private const double HourUs = 3.6e9;

    /// <summary>Runs.</summary>
    /// <param name="options">What about.</param>
    public static FuzzReport Run(FuzzOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        FuzzReport report = new(options.Seed);
        int next = 0;
        while (report.Hours < options.Hours && report.Findings.Count < options.MostFindings)
        {
            // As many at a time as the shortest lives could still fill: none is lived in vain.
            EpisodeResult[] lives = new EpisodeResult[Math.Max(1, options.Jobs)];
            int first = next;
            if (lives.Length == 1)
            {
                lives[0] = Episode.Live(first, SeedOf(options.Seed, first), options.Sites);
            }
            else
            {
                Parallel.For(0, lives.Length, new ParallelOptions { MaxDegreeOfParallelism = lives.Length }, i =>
                    lives[i] = Episode.Live(first + i, SeedOf(options.Seed, first + i), options.Sites));
            }

            next += lives.Length;
            foreach (EpisodeResult life in lives)
            {
                // What is over the hours does not count, so that more jobs give the same result.
                if (report.Hours < options.Hours && report.Findings.Count < options.MostFindings)
                {
                    report.Add(life, life.EndUs / HourUs);
                    options.Lived?.Invoke(life);
                }
            }
        }

        report.Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return report;
    }

    /// <summary>Seed of an episode.</summary>
    internal static int SeedOf(int seed, int number) => unchecked((int)((((uint)seed * 0x9E3779B9u) ^ ((uint)number * 0x85EBCA6Bu)) & 0x7FFFFFFF));
}
