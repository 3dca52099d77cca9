using BarrierNode.Site;

namespace BarrierNode.Sim.Tests.Speed;

/// <summary>The same seed gives the same life, alone and beside another; and the comparison that says so is not blind.</summary>
[TestClass]
public sealed class SeedComparisonTests
{
    [TestMethod]
    [DataRow("promenade", 20, 20)]
    [DataRow("sally-port", 4, 20)]
    [DataRow("boulevard", 4, 20)]
    public void Lives_OfTheSameSeedTwiceAndTwoAtATime_AreTheSame(string site, int seeds, int seconds)
    {
        SiteModel model = Load(site);
        SeedComparison result = SeedComparison.Run(1, seeds, seed => ShortLife.Run(model, seed, seconds));
        Assert.IsEmpty(result.Differing, $"seeds {string.Join(", ", result.Differing)}");
    }

    [TestMethod]
    public void Lives_OfDifferentSeeds_AreDifferent()
    {
        SiteModel model = Load("promenade");
        Assert.HasCount(10, Enumerable.Range(1, 10).Select(seed => ShortLife.Run(model, seed, 20)).Distinct());
    }

    [TestMethod]
    public void Comparison_ARunThatDiffersTheSecondTime_IsNamed()
    {
        int[] calls = new int[4];
        SeedComparison result = SeedComparison.Run(7, 4, seed => (ulong)(seed == 9 ? Interlocked.Increment(ref calls[seed - 7]) : seed));
        Assert.AreSequenceEqual([9], result.Differing);
    }

    [TestMethod]
    public void Comparison_ARunThatDiffersOnlyBesideAnother_IsNamed()
    {
        int calls = 0;
        SeedComparison result = SeedComparison.Run(1, 5, seed => (ulong)(Interlocked.Increment(ref calls) > 10 && seed == 2 ? 0 : seed));
        Assert.AreSequenceEqual([2], result.Differing);
    }

    [TestMethod]
    public void Hash_OneBitInOneNumber_ChangesIt()
    {
        HashSet<ulong> seen = [Hash(0)];
        for (int bit = 0; bit < 64; bit++)
        {
            Assert.IsTrue(seen.Add(Hash(1L << bit)), $"bit {bit}");
        }

        static ulong Hash(long middle)
        {
            EventHash hash = new();
            hash.Add(1);
            hash.Add(middle);
            hash.Add(2);
            return hash.Value;
        }
    }

    [TestMethod]
    public void Hash_TheSameNumbersInAnotherOrder_IsAnother()
    {
        EventHash one = new();
        one.Add(3);
        one.Add(4);
        EventHash other = new();
        other.Add(4);
        other.Add(3);
        Assert.AreNotEqual(one.Value, other.Value);
    }

    private static SiteModel Load(string site) =>
        SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards"));
}
