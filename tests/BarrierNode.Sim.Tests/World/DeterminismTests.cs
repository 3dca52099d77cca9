namespace BarrierNode.Sim.Tests.World;

/// <summary>The same seed gives the same city, whatever else runs.</summary>
[TestClass]
public sealed class DeterminismTests
{
    private const int Seeds = 50;

    [TestMethod]
    public void Lives_OfFiftySeedsTwiceAndTwoAtATime_GiveTheSameHashes()
    {
        string[] first = [.. Enumerable.Range(0, Seeds).Select(Town.Life)];
        string[] second = new string[Seeds];
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => second[seed] = Town.Life(seed));
        CollectionAssert.AreEqual(first, second);
        Assert.HasCount(Seeds, first.Distinct().ToArray());
    }

    [TestMethod]
    public void City_AdvancedInOtherSteps_IsTheSameCity()
    {
        City whole = Town.Of("promenade", 5);
        City pieces = Town.Of("promenade", 5);
        whole.Advance(20 * Town.Second);
        for (int i = 0; i < 20_000; i += 7)
        {
            pieces.Advance(Math.Min(7, 20_000 - i) * Town.Ms);
        }

        Assert.AreEqual(whole.Hash.ToString(), pieces.Hash.ToString());
    }

    [TestMethod]
    public void Station_BesideAnother_LivesAsItWouldAlone()
    {
        City alone = Town.Of("promenade", 5);
        City two = new([Town.Load("promenade"), Town.Load("minimal")], new CityOptions(5));
        alone.Advance(20 * Town.Second);
        two.Advance(20 * Town.Second);
        Assert.AreEqual(alone.Stations[0].Hash.ToString(), two.Stations[0].Hash.ToString());
    }
}
