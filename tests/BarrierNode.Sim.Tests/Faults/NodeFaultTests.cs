using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Sim.Tests;

/// <summary>What the node makes of faults.</summary>
[TestClass]
public sealed class NodeFaultTests
{
    private const long Ms = 1000;
    private const long Second = 1_000_000;

    [TestMethod]
    public void Power_Off_StopsTheNodeUntilItIsMended()
    {
        (City city, Station station) = Promenade();
        Controller before = station.Node.Controller;
        Break(station, "power off");
        Assert.IsFalse(station.Node.HasPower);
        city.Advance(Second);
        station.Faults.ClearAll();
        Assert.IsTrue(station.Node.HasPower);
        Assert.AreNotSame(before, station.Node.Controller);
    }

    [TestMethod]
    public void Power_OffInACabinetThatIsSwitchedOff_LeavesItOffAfterwards()
    {
        (_, Station station) = Promenade();
        station.Node.PowerOff();
        Break(station, "power off");
        station.Faults.ClearAll();
        Assert.IsFalse(station.Node.HasPower);
    }

    [TestMethod]
    public void Power_OffWhileTheMainsGoAndComeBack_StaysOffUntilItIsMended()
    {
        (City city, Station station) = Promenade();
        Break(station, "power off");
        station.Street.Power.Interrupt(500);
        city.Advance(2 * Second);
        Assert.IsFalse(station.Node.HasPower);
        station.Faults.ClearAll();
        Assert.IsTrue(station.Node.HasPower);
    }

    [TestMethod]
    public void Power_MendedWhileTheMainsAreOut_ComesBackWithTheMains()
    {
        (City city, Station station) = Promenade();
        Break(station, "power off");
        station.Street.Power.Interrupt(2000);
        city.Advance(Second);
        station.Faults.ClearAll();
        Assert.IsFalse(station.Node.HasPower);
        city.Advance(2 * Second);
        Assert.IsTrue(station.Node.HasPower);
    }

    [TestMethod]
    public void Power_Intermittent_GoesAndComesBackByItself()
    {
        (City city, Station station) = Promenade();
        Break(station, "power intermittent 50%");
        int changes = 0;
        bool last = station.Node.HasPower;
        for (int i = 0; i < 600; i++)
        {
            city.Advance(Second);
            changes += station.Node.HasPower == last ? 0 : 1;
            last = station.Node.HasPower;
        }

        Assert.IsInRange(6, 40, changes);
        station.Faults.ClearAll();
        Assert.IsTrue(station.Node.HasPower);
    }

    [TestMethod]
    public void Scan_Off_EndsTheOutputsAndThePermission()
    {
        (City city, Station station) = Promenade();
        Lowering(city, station);
        Break(station, "node.scan off");
        Assert.AreEqual(0, station.Node.Outputs);
        city.Advance(Second);
        Assert.IsFalse(station.Street.Snapshot().PermissionAlive);
        Controller before = station.Node.Controller;
        station.Faults.ClearAll();

        // It opens its link first, and the chip stands for that.
        city.Advance(3 * Second);
        Assert.AreNotSame(before, station.Node.Controller);
        Assert.IsTrue(station.Street.Snapshot().PermissionAlive);
    }

    [TestMethod]
    public void Scan_Stuck_LeavesTheOutputsAndEndsThePermission()
    {
        (City city, Station station) = Promenade();
        Lowering(city, station);
        int outputs = station.Node.Outputs;
        Break(station, "node.scan stuck");
        city.Advance(Second);
        Assert.AreNotEqual(0, outputs);
        Assert.AreEqual(outputs, station.Node.Outputs);
        Assert.IsFalse(station.Street.Snapshot().PermissionAlive);
        double position = station.Street.Snapshot().Lanes[0].Barriers[0];
        city.Advance(Second);
        Assert.AreEqual(position, station.Street.Snapshot().Lanes[0].Barriers[0]);
    }

    [TestMethod]
    [DataRow("node.scan slow 80ms", false)]
    [DataRow("node.scan slow 120ms", true)]
    [DataRow("node.scan intermittent 50%", true)]
    public void Scan_LateOverTheLimit_IsTold(string fault, bool told)
    {
        (City city, Station station) = Promenade();
        Break(station, fault);
        city.Advance(5 * Second);
        station.Faults.ClearAll();
        city.Advance(Second);
        bool late = city.Hub.Events.Any(e => e.Code == EventCode.LateScan);
        Assert.AreEqual(told, late, string.Join(", ", city.Hub.Events.Select(e => e.Code)));
    }

    [TestMethod]
    [DataRow("clock stuck", 0.0, 0.03)]
    [DataRow("clock slow 50%", 4.9, 5.1)]
    [DataRow("clock wrong 3s", 12.9, 13.1)]
    [DataRow("clock garbage 500ms", 25.0, 45.0)]
    [DataRow("clock intermittent 50%", 2.0, 8.0)]
    public void Clock_Broken_CountsAnotherTimeAndGoesOnFromThere(string fault, double leastS, double mostS)
    {
        (City city, Station station) = Promenade();
        long before = station.Node.Controller.UptimeMs;
        Break(station, fault);
        city.Advance(10 * Second);
        long broken = station.Node.Controller.UptimeMs;
        Assert.IsInRange(leastS, mostS, (broken - before) / 1000.0);
        station.Faults.ClearAll();
        city.Advance(10 * Second);
        Assert.IsInRange(9.9, 10.1, (station.Node.Controller.UptimeMs - broken) / 1000.0);
    }

    [TestMethod]
    public void Clock_BrokenBeforeTheNodeStarts_IsStillBroken()
    {
        (City city, Station station) = Promenade();
        Break(station, "clock slow 50%");
        station.Node.PowerOff();
        station.Node.PowerOn();
        city.Advance(10 * Second);
        Assert.IsInRange(4.9, 5.1, station.Node.Controller.UptimeMs / 1000.0);
    }

    [TestMethod]
    public void Supply_Off_StopsADriveThatRuns()
    {
        (City city, Station station) = Promenade();
        Lowering(city, station);
        Break(station, "supply off");
        city.Advance(200 * Ms);
        double position = station.Street.Snapshot().Lanes[0].Barriers[0];
        city.Advance(Second);
        Assert.AreEqual(position, station.Street.Snapshot().Lanes[0].Barriers[0]);
        Assert.IsInRange(0.1, 0.95, position);
    }

    [TestMethod]
    public void Drive_Stuck_GoesOnAfterItsCommand()
    {
        (City city, Station station) = Promenade();
        Lowering(city, station);
        Break(station, "promenade.lower stuck");
        city.Hub.Send(station, "promenade", CommandOp.Stop);
        city.Advance(100 * Ms);
        double position = station.Street.Snapshot().Lanes[0].Barriers[0];
        Assert.AreEqual(0, station.Node.Outputs & Mask(station, "promenade.lower"));
        city.Advance(500 * Ms);
        Assert.IsLessThan(position, station.Street.Snapshot().Lanes[0].Barriers[0]);
    }

    private static (City City, Station Station) Promenade()
    {
        City city = FaultSites.City("promenade");
        city.Advance(2 * Second);
        return (city, city.Stations[0]);
    }

    private static void Lowering(City city, Station station)
    {
        city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(Second);
        Assert.IsInRange(0.1, 0.95, station.Street.Snapshot().Lanes[0].Barriers[0]);
    }

    private static void Break(Station station, string fault) => station.Faults.Set(FaultText.Parse(fault, station.Faults.Points));

    private static int Mask(Station station, string output) => 1 << Array.IndexOf(station.Table.OutputNames, output);
}
