using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.World;

/// <summary>What a node keeps in its flash, and what happens when that fails.</summary>
[TestClass]
public sealed class FlashTests
{
    [TestMethod]
    public void Flash_PowerCutAtEveryByteOfAWrite_LeavesAJournalThatGoesOn()
    {
        const int LongestWrite = 400;
        for (int bytes = 0; bytes < LongestWrite; bytes += 13)
        {
            City city = Town.Live("minimal");
            Station station = city.Stations[0];
            station.Node.Flash.CutAfterBytes = bytes;
            for (int i = 0; i < 30 && station.Node.HasPower; i++)
            {
                station.Street.EmergencyStopPressed = !station.Street.EmergencyStopPressed;
                city.Hub.Send(station, station.Site.Lanes[0].Id, CommandOp.Raise);
                city.Advance(Town.Second);
            }

            Assert.IsFalse(station.Node.HasPower, $"{bytes} bytes");
            city.Advance(Town.Second);
            station.Node.PowerOn();
            city.Advance(10 * Town.Second);
            Assert.IsNull(station.Node.StartProblem, $"{bytes} bytes");
            long[] numbers = [.. city.Hub.Events.Select(e => e.Number)];
            CollectionAssert.AreEqual(numbers.Distinct().Order().ToArray(), numbers, $"{bytes} bytes");
            Assert.AreEqual(station.Node.Journal.LastStored, city.Hub.Confirmed(station), $"{bytes} bytes");
            Assert.AreEqual(0, city.Hub.Epoch(station), $"{bytes} bytes");
        }
    }

    [TestMethod]
    public void Events_WhileAnyLaneOfTheNodeMoves_WaitForItsStandstillAndAnswersDoNot()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        city.Advance(2 * Town.Second);
        HubCommand lower = city.Hub.Send(station, "depot", CommandOp.Lower);
        city.Until(() => station.Node.Outputs != 0 && lower.Last?.Stage == AckStage.Moving, 5 * Town.Second);
        long stored = station.Node.Journal.LastStored;
        int heard = city.Hub.Events.Count;
        HubCommand reset = city.Hub.Send(station, "promenade", CommandOp.Reset);
        city.Advance(Town.Second);
        Assert.AreEqual(AckStage.Refused, reset.Last!.Stage, "the answer comes at once");
        Assert.AreEqual(stored, station.Node.Journal.LastStored, "the flash is not written while the gate moves");
        Assert.HasCount(heard, city.Hub.Events);

        city.Until(() => lower.Last?.Stage == AckStage.Done, 30 * Town.Second);
        city.Advance(Town.Second);
        Assert.IsTrue(city.Hub.Events.Skip(heard).Any(e => e.Code == EventCode.CommandRefused && e.Lane == "promenade"));
        Town.ExpectEventsOnceAndInOrder(city, station);
    }

    [TestMethod]
    public void Flash_ThatCannotBeWritten_CostsNeitherLinkNorEvents()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        List<string> said = [];
        station.Node.Said += said.Add;
        station.Node.Flash.Broken = true;
        station.Street.EmergencyStopPressed = true;
        city.Advance(15 * Town.Second);
        Assert.IsTrue(city.Hub.IsLive(station));
        Assert.IsFalse(city.Hub.Events.Any(e => e.Code == EventCode.Tripped));
        CollectionAssert.Contains(said, "Flash: events0.bin cannot be written");
        station.Node.Flash.Broken = false;
        city.Advance(15 * Town.Second);
        Assert.IsTrue(city.Hub.Events.Any(e => e.Code == EventCode.Tripped));
        Town.ExpectEventsOnceAndInOrder(city, station);
    }

    [TestMethod]
    public void Flash_WithARottenSiteTable_DoesNotStartTheNode()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        Assert.IsTrue(station.Node.Flash.Rot("site.bin", 1234));
        station.Node.Restart();
        city.Advance(5 * Town.Second);
        Assert.IsNotNull(station.Node.StartProblem);
        Assert.AreEqual(0, station.Node.Outputs);
        Assert.IsFalse(station.Node.Connected);
    }

    [TestMethod]
    public void Flash_Erased_BeginsANewSeriesOfEventsAtTheHub()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.PowerOff();
        station.Node.Flash.Erase();
        city.Advance(Town.Second);
        station.Node.PowerOn();
        city.Advance(10 * Town.Second);
        Assert.AreEqual(1, city.Hub.Epoch(station));
        Assert.HasCount(2, city.Hub.Events.Where(e => e.Number == 1).ToArray());
        Assert.AreEqual(station.Node.Journal.LastStored, city.Hub.Confirmed(station));
    }

    [TestMethod]
    public void Node_AfterAPowerCut_StillHasItsTripAndItsCounters()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        city.Hub.Send(station, "promenade", CommandOp.EmergencyStop);
        city.Advance(5 * Town.Second);
        long trips = station.Node.Controller.LatchedTrips;
        Assert.AreNotEqual(0, trips);
        station.Node.PowerOff();
        city.Advance(30 * Town.Second);
        station.Node.PowerOn();
        Assert.AreEqual(trips, station.Node.Controller.LatchedTrips);
        Assert.AreEqual(2, station.Node.Journal.Start);
    }

    [TestMethod]
    public void MeasuredLoop_AfterAPowerCut_StartsWithItsBaseline()
    {
        City city = new([WithAMeasuredLoop()], new CityOptions());
        Station station = city.Stations[0];
        city.Advance(10 * Town.Second);
        HubCommand clear = city.Hub.Send(station, "promenade", CommandOp.ConfirmClear, station.Table.Loops[0].Input);
        city.Advance(20 * Town.Second);
        Assert.AreEqual(AckStage.Done, clear.Last!.Stage);
        int baseline = station.Node.Controller.Loops[0].KeptMilliHz;
        Assert.IsGreaterThan(0, baseline);
        station.Node.PowerOff();
        city.Advance(10 * Town.Second);
        station.Node.PowerOn();
        Assert.AreEqual(baseline, station.Node.Controller.Loops[0].KeptMilliHz, baseline / 10_000);
        city.Advance(5 * Town.Second);
        Assert.AreEqual(LoopState.Clear, station.Node.Controller.Loops[0].State);
    }

    private static SiteModel WithAMeasuredLoop()
    {
        using TestFolder folder = new();
        string text = File.ReadAllText(Repository.File("simulator/sites/promenade.yaml"));
        const string Relay = "name: entryLoop, pin: 25, holdMs: 1000";
        Assert.Contains(Relay, text);
        string file = Path.Combine(folder.Path, "measured.yaml");
        File.WriteAllText(file, text.Replace(Relay, Relay + ", kind: frequency, nominalHz: 60000, sensitivityPpm: 900", StringComparison.Ordinal));
        return SiteFile.Load(file, Repository.File("hardware/boards"));
    }
}
