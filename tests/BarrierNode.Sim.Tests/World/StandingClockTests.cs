using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests;

/// <summary>The clock of the chip stands: nothing that is measured in time would ever run out.</summary>
[TestClass]
public sealed class StandingClockTests
{
    // H31
    [TestMethod]
    public void Clock_ThatStandsDuringAStroke_DropsMotionAndThePermission()
    {
        City city = new([SiteFile.Load(Repository.File("simulator/sites/promenade.yaml"), Repository.File("hardware/boards"))], new CityOptions());
        Station station = city.Stations[0];
        SimNode node = station.Node;
        int late = 0;
        node.Reported += told => late += told.Kind == ReportKind.Event && (EventCode)told.Code == EventCode.LateScan ? 1 : 0;
        city.Advance(5_000_000);
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        for (int i = 0; i < 200 && lower.Last?.Stage != AckStage.Moving; i++)
        {
            city.Advance(20_000);
        }

        Assert.AreEqual(AckStage.Moving, lower.Last?.Stage);
        late = 0;
        node.Clock.Stopped = true;
        city.Advance(40_000);
        Assert.AreEqual(0, node.Outputs & station.Table.Gate.MotionOutputs);
        city.Advance(1_000_000);
        Assert.IsFalse(station.Street.Snapshot().PermissionAlive);
        Assert.AreEqual(1, late, "told once, not in every scan");

        node.Clock.Stopped = false;
        city.Advance(3_000_000);
        Assert.IsTrue(station.Street.Snapshot().PermissionAlive);
        Assert.AreEqual(0, node.Outputs & station.Table.Gate.MotionOutputs, "nothing goes on by itself");
        HubCommand again = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(10_000_000);
        Assert.AreEqual(AckStage.Done, again.Last?.Stage);
    }
}
