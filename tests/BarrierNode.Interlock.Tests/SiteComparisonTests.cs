using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Gate and specification over the gate table of every site, scan by scan.</summary>
[TestClass]
public class SiteComparisonTests
{
    private const int Scans = 50_000;

    [TestMethod]
    public void Gate_RandomScansOfEverySite_DoesWhatTheSpecificationSays()
    {
        int seed = RandomSeed.Of();
        Console.WriteLine($"seed {seed}, {Scans} scans each");
        var random = new Random(seed);
        foreach ((string name, long[] words) in SiteTables.All)
        {
            int motion = Compare(name, words, random, seed);
            Console.WriteLine($"{name}: a drive was permitted in {motion} scans");
            Assert.IsTrue(motion > 0 || words[GateTable.MotionOutputsAt] == 0, $"{name}: nothing ever moved, so nothing was compared");
        }
    }

    private static int Compare(string name, long[] words, Random random, int seed)
    {
        var twin = new Twin(words, 0);
        var scans = new RandomScans(words, random);
        List<Step> steps = new(Scans);
        int motion = 0;
        for (int i = 0; i < Scans; i++)
        {
            Step step = scans.Next(twin.Gate);
            steps.Add(step);
            if (twin.Do(step) is not null)
            {
                Assert.Fail($"{name}, seed {seed}, scan {i}: {Shrinking.Report(words, 0, steps)}");
            }

            motion += (twin.Gate.Permitted & (int)words[GateTable.MotionOutputsAt]) != 0 ? 1 : 0;
        }

        return motion;
    }
}
