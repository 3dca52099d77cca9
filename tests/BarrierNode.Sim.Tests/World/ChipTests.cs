using BarrierNode.Control;

namespace BarrierNode.Sim.Tests.World;

/// <summary>Chips that stall, whose clock is wrong, whose threads stand.</summary>
[TestClass]
public sealed class ChipTests
{
    [TestMethod]
    public void Chip_ThatStallsInAMove_DropsItAndTellsOfALateScan()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(Town.Second);
        station.Node.Stall(400 * Town.Ms);
        city.Advance(5 * Town.Second);
        Assert.AreEqual(AckStage.Aborted, lower.Last!.Stage);
        Assert.AreEqual(RefusalReason.LateScan, lower.Last.Reason);
        string gapMs = city.Hub.Events.Single(e => e.Code == EventCode.LateScan).Fields["gapMs"];
        Assert.IsInRange(400, 420, int.Parse(gapMs, System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void Chip_ThatStands_IsLostByTheBrokerAndKeepsItsOutputs()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        int outputs = station.Node.Outputs;
        Assert.AreNotEqual(0, outputs);
        station.Node.Stalled = true;
        city.Advance(20 * Town.Second);
        Assert.AreEqual("lost", city.Hub.Conn(station));
        Assert.AreEqual(outputs, station.Node.Outputs);
        Assert.IsFalse(station.Street.Snapshot().PermissionAlive);
        station.Node.Stalled = false;
        city.Until(() => city.Hub.IsLive(station), 15 * Town.Second);
    }

    [TestMethod]
    public void Chip_ThatStandsForAMinute_IsResetBySecondStageWhereThatIsFitted()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.ResetsWithoutPulse = true;
        station.Node.HoldsScan = _ => true;
        city.Advance(62 * Town.Second);
        Assert.AreEqual(2, station.Node.Journal.Start);
    }

    [TestMethod]
    public void LinkThread_ThatStands_LeavesTheStreetSafeAndTheScanRunning()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.HoldsLink = _ => true;
        int beat = station.Node.Controller.Beat;
        city.Advance(30 * Town.Second);
        Assert.AreEqual(beat + 30, station.Node.Controller.Beat);
        Assert.AreEqual("ready", city.Hub.Conn(station));
        Assert.IsFalse(city.Hub.IsLive(station));
        Assert.IsTrue(station.Street.Snapshot().PermissionAlive);
    }

    [TestMethod]
    public void Clock_TenPercentSlow_CountsFewerBeats()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.Clock.Ppm = -100_000;
        int beat = station.Node.Controller.Beat;
        city.Advance(100 * Town.Second);
        Assert.AreEqual(90, station.Node.Controller.Beat - beat, 1);
    }
}
