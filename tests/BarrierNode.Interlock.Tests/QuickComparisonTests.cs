using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Gate and specification over a few random tables, always the same ones: what finds most mistakes within a second.</summary>
[TestClass]
public class QuickComparisonTests
{
    private const int Scans = 3000;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Gate_ThreeThousandScans_DoesWhatTheSpecificationSays(int seed)
    {
        var random = new Random(seed);
        long[] words = RandomTable.Words(random);
        long latched = seed % 2 == 0 ? random.NextInt64() : 0;
        var twin = new Twin(words, latched);
        var scans = new RandomScans(words, random);
        var tally = new Tally();
        for (int i = 0; i < Scans; i++)
        {
            Step step = scans.Next(twin.Gate);
            Assert.IsNull(twin.Do(step), $"seed {seed}, scan {i}");
            tally.Count(step, twin.Verdict);
        }

        Assert.AreNotEqual(0UL, tally.EverPermitted.Mask, $"seed {seed}: nothing was ever permitted");
    }
}
