using System.Runtime.CompilerServices;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>A gate over a random table, or that of a site, that is given random whole scans, to watch what it permits.</summary>
internal sealed class RandomRun
{
    private readonly Random _random;
    private readonly RandomScans _scans;

    private RandomRun(int seed)
    {
        _random = new Random(seed);
        // Every other table is that of a site.
        Words = seed % 2 == 0 ? RandomTable.Words(_random) : [.. SiteTables.All[seed / 2 % SiteTables.All.Count].Words];
        Gate = new Gate(new GateTable(Words), 0);
        _scans = new RandomScans(Words, _random);
    }

    public long[] Words { get; }

    /// <summary>The gate; a check may put another one in its place.</summary>
    public Gate Gate { get; set; }

    /// <summary>The last scan.</summary>
    public Step Step { get; private set; }

    /// <summary>Which table and which scan it was, for a message.</summary>
    public string At { get; private set; } = "";

    /// <summary>Watches many runs.</summary>
    /// <param name="watch">Begins to watch a run; what it returns is called after every scan.</param>
    /// <param name="change">Changes a scan before the gate sees it.</param>
    /// <param name="test">Name of the test.</param>
    public static void Watch(Func<RandomRun, Action> watch, Func<Step, RandomRun, Step>? change = null, [CallerMemberName] string test = "")
    {
        int first = RandomSeed.Of(test);
        long permitted = 0;
        for (int seed = first; seed < first + 25; seed++)
        {
            var run = new RandomRun(seed);
            Action check = watch(run);
            for (int i = 0; i < 1000; i++)
            {
                Step step = run._scans.Next(run.Gate) with { FirstHalf = true, SecondHalf = true };
                run.Do(change is null ? step : change(step, run), $"seed {seed}, scan {i}");
                permitted += run.Gate.Permitted;
                check();
            }
        }

        Assert.AreNotEqual(0, permitted, "something was permitted");
    }

    /// <summary>True in one of so many cases.</summary>
    public bool OneIn(int cases) => _random.Next(cases) == 0;

    /// <summary>A random number of a range, both ends in it.</summary>
    public long Between(long least, long most) => _random.NextInt64(least, most + 1);

    public bool Permits(int output) => (Gate.Permitted >> output & 1) != 0;

    /// <summary>A word that the table has for an output.</summary>
    public long Word(int first, int output) => Words[first + output];

    private void Do(Step step, string at)
    {
        Step = step;
        At = at;
        if (step.Reset != 0)
        {
            Gate.Reset(step.Reset);
        }

        Gate.Condition(step.Pins, step.GapUs);
        Gate.Scan(step.Derived, step.Requests, step.Renewed);
    }
}
