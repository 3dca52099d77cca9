using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Tests.Speed;

/// <summary>A city at rest makes objects for its messages alone: a sign of life a second. The collector has next to nothing to do.</summary>
[TestClass]
public sealed class CityAllocationTests
{
    private const int ScansPerSecond = 1_000_000 / VirtualCabinet.ScanPeriodUs;

    // The sign of life is made in one scan period and arrives in another; every tenth second the hub tells the time.
    private const int MostWithMessages = 3;
    private const long MostBytesPerSecond = 8_000;

    [TestMethod]
    [DataRow("promenade")]
    [DataRow("largest")]
    public void City_AtRest_AllocatesNothingInScansWithoutAMessage(string site)
    {
        const int Seconds = 60;
        SiteModel model = SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards"));
        City city = new([model], new CityOptions());
        city.Advance(130_000_000);
        int allocating = 0;
        long bytes = 0;
        for (int i = 0; i < Seconds * ScansPerSecond; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            city.Advance(VirtualCabinet.ScanPeriodUs);
            long made = GC.GetAllocatedBytesForCurrentThread() - before;
            allocating += made > 0 ? 1 : 0;
            bytes += made;
        }

        Assert.IsLessThanOrEqualTo(Seconds * MostWithMessages, allocating, "scan periods in which something was allocated");
        Assert.IsLessThan(Seconds * MostBytesPerSecond, bytes);
    }
}
