using System.Diagnostics;
using System.Globalization;
using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Specification;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Gate and specification over random tables of the largest size, scan by scan.</summary>
[TestClass]
public class RandomComparisonTests
{
    private const int ScansPerTable = 4000;

    /// <summary>The same scans in every run, few enough to come along with the unit tests.</summary>
    [TestMethod]
    public void Gate_SomeScansOfTheLargestTables_DoesWhatTheSpecificationSays() => Compare(100_000, 1);

    /// <summary>
    /// A million scans. <c>BARRIERNODE_RANDOM_SCANS=10000000 dotnet test tests/BarrierNode.Interlock.Tests -c Release --filter Name~RandomScans</c>
    /// compares ten million from a fresh seed; <c>BARRIERNODE_RANDOM_SEED</c> repeats a run.
    /// </summary>
    [TestMethod]
    [TestCategory("Long")]
    public void Gate_RandomScansOfTheLargestTables_DoesWhatTheSpecificationSays()
    {
        long? scans = Number("BARRIERNODE_RANDOM_SCANS");
        Compare(scans ?? 1_000_000, scans is null ? RandomSeed.Of() : RandomSeed.Fresh());
    }

    private static void Compare(long scans, int seed)
    {
        var random = new Random(seed);
        var tally = new Tally();
        Stopwatch time = Stopwatch.StartNew();
        while (tally.Scans < scans)
        {
            CompareOneTable(random, tally, seed);
        }

        Console.WriteLine($"seed {seed}, {time.Elapsed.TotalSeconds:f1} s, {tally}");
        tally.AssertThatRulesWereUsed();
    }

    private static void CompareOneTable(Random random, Tally tally, int seed)
    {
        long[] words = RandomTable.Words(random);
        Assert.IsNull(GateTableCheck.Fault(words), $"seed {seed}");
        long latched = random.Next(4) == 0 ? random.NextInt64() : 0;
        var twin = new Twin(words, latched);
        var scans = new RandomScans(words, random);
        List<Step> steps = new(ScansPerTable);
        for (int i = 0; i < ScansPerTable; i++)
        {
            Step step = scans.Next(twin.Gate);
            steps.Add(step);
            if (twin.Do(step) is not null)
            {
                Assert.Fail($"seed {seed}, scan {tally.Scans}: {Shrinking.Report(words, latched, steps)}");
            }

            tally.Count(step, twin.Verdict);
        }
    }

    private static long? Number(string variable) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : null;
}
