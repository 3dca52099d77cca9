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
    public void EmergencyStop_LatchedForTenMinutes_DoesNotMakeTheSecondStageResetTheChip()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.ResetsWithoutPulse = true;
        station.Street.EmergencyStopPressed = true;
        city.Advance(Town.Second);
        station.Street.EmergencyStopPressed = false;
        bool supplied = false;
        station.Node.Scanned += () => supplied |= station.Street.Snapshot().PermissionAlive;
        city.Advance(600 * Town.Second);
        Assert.AreEqual(1, station.Node.Journal.Start);
        Assert.IsFalse(supplied, "a sign of life is no pulse");

        HubCommand reset = city.Hub.Send(station, "promenade", CommandOp.Reset);
        city.Advance(Town.Second);
        Assert.AreEqual(AckStage.Done, reset.Last!.Stage);
        Assert.IsTrue(supplied);
    }

    [TestMethod]
    public void Connect_ThatStallsTheChipInItsQuietWindow_IsNoLateScan()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.HandshakeUs = 3 * Town.Second;
        int gapUs = 0;
        station.Node.Scanned += () => gapUs = Math.Max(gapUs, station.Node.Controller.Meter.GapMaxUs);
        station.Network.Up = false;
        city.Until(() => city.Hub.Conn(station) == "lost", 60 * Town.Second);
        station.Network.Up = true;
        city.Until(() => city.Hub.IsLive(station), 60 * Town.Second);
        city.Advance(5 * Town.Second);
        Assert.IsInRange(3_000_000, 3_100_000, gapUs, "the chip stood");
        Assert.IsFalse(city.Hub.Events.Any(e => e.Code == EventCode.LateScan));
        Assert.AreEqual(0, station.Node.Controller.Meter.LateScans);
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
