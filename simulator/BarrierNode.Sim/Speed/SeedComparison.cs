namespace BarrierNode.Sim;

/// <summary>Whether runs of the same seeds are the same.</summary>
public sealed class SeedComparison
{
    private readonly ulong[] _first;
    private readonly ulong[] _second;
    private readonly ulong[] _together;

    private SeedComparison(int firstSeed, int seeds)
    {
        FirstSeed = firstSeed;
        _first = new ulong[seeds];
        _second = new ulong[seeds];
        _together = new ulong[seeds];
    }

    /// <summary>The first seed; the others follow it.</summary>
    public int FirstSeed { get; }

    /// <summary>How many seeds there were.</summary>
    public int Seeds => _first.Length;

    /// <summary>The seeds whose runs differ, in their order.</summary>
    public IReadOnlyList<int> Differing =>
        [.. Enumerable.Range(0, Seeds).Where(i => _first[i] != _second[i] || _first[i] != _together[i]).Select(i => FirstSeed + i)];

    /// <summary>A hash over the first runs of all seeds.</summary>
    public EventHash Hash
    {
        get
        {
            EventHash hash = new();
            foreach (ulong one in _first)
            {
                hash.Add((long)one);
            }

            return hash;
        }
    }

    /// <summary>Runs every seed twice, one after the other, and once more with two seeds at a time on two threads.</summary>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="run">A run: from its seed to the hash of all that happened. Called on two threads at once.</param>
    /// <returns>What came out.</returns>
    public static SeedComparison Run(int firstSeed, int seeds, Func<int, ulong> run)
    {
        SeedComparison comparison = new(firstSeed, seeds);
        for (int i = 0; i < seeds; i++)
        {
            comparison._first[i] = run(firstSeed + i);
        }

        for (int i = 0; i < seeds; i++)
        {
            comparison._second[i] = run(firstSeed + i);
        }

        ulong[] together = comparison._together;

        // A thread of its own: a busy pool would run them one after the other.
        Task other = Task.Factory.StartNew(
            () => RunFrom(firstSeed, 1, run, together), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        RunFrom(firstSeed, 0, run, together);
        other.GetAwaiter().GetResult();
        return comparison;
    }

    private static void RunFrom(int firstSeed, int first, Func<int, ulong> run, ulong[] hashes)
    {
        for (int i = first; i < hashes.Length; i += 2)
        {
            hashes[i] = run(firstSeed + i);
        }
    }
}
