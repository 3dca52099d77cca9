using BarrierNode.Site;

namespace BarrierNode.Sim.Tests.Speed;

/// <summary>A city in which nothing happens makes no object: the collector never stops it.</summary>
[TestClass]
public sealed class CityAllocationTests
{
    [TestMethod]
    [DataRow("promenade")]
    [DataRow("largest")]
    public void City_IdleForAMinute_AllocatesNothing(string site)
    {
        SiteModel model = SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards"));
        City city = new([model], new CityOptions());
        city.Advance(130_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        city.Advance(60_000_000);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
