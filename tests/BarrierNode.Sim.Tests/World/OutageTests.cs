using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Sim.Tests.World;

/// <summary>Links, brokers, hubs and nodes that go and come back.</summary>
[TestClass]
public sealed class OutageTests
{
    [TestMethod]
    public void Events_OfAnOutage_ArriveOnceAndInOrder()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.Up = false;
        for (int i = 0; i < 5; i++)
        {
            station.Street.EmergencyStopPressed = true;
            city.Advance(10 * Town.Second);
            station.Street.EmergencyStopPressed = false;
            city.Advance(10 * Town.Second);
        }

        int before = city.Hub.Events.Count;
        station.Network.Up = true;
        city.Advance(30 * Town.Second);
        Assert.IsGreaterThan(before, city.Hub.Events.Count);
        Assert.IsTrue(city.Hub.Events.Any(e => e.Code == EventCode.LinkDown && e.Historical));
        Town.ExpectEventsOnceAndInOrder(city, station);
        Assert.AreEqual(station.Node.Journal.LastStored, city.Hub.Confirmed(station));
    }

    [TestMethod]
    public void Events_OfAnOutageWithAPowerCut_ArriveOnceAndInOrder()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.Up = false;
        station.Street.EmergencyStopPressed = true;
        city.Advance(10 * Town.Second);
        station.Node.PowerOff();
        city.Advance(5 * Town.Second);
        station.Node.PowerOn();
        city.Advance(5 * Town.Second);
        station.Network.Up = true;
        city.Advance(30 * Town.Second);
        Town.ExpectEventsOnceAndInOrder(city, station);
        HubEvent tripped = city.Hub.Events.First(e => e.Code == EventCode.Tripped);
        Assert.AreEqual(1, tripped.Start);
        Assert.IsTrue(tripped.Historical);
        Assert.IsInRange(3 * Town.Second, 4 * Town.Second, tripped.HappenedUs);
        Assert.AreNotEqual(0, station.Node.Controller.LatchedTrips);
    }

    [TestMethod]
    public void Node_WithoutPower_IsLostAfterOneAndAHalfKeepAlives()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Node.PowerOff();
        long cutUs = city.NowUs;
        Assert.AreEqual("ready", city.Hub.Conn(station));
        long lostUs = city.Until(() => city.Hub.Conn(station) == "lost", 30 * Town.Second);
        Assert.IsInRange(14 * Town.Second, 17 * Town.Second, lostUs - cutUs);
    }

    [TestMethod]
    public void Node_ThatStartsAnewBeforeItIsMissed_TakesOverItsName()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        List<string> told = [];
        city.Broker.Published += (_, topic, message) =>
        {
            if (topic == station.Topics.Conn)
            {
                told.Add(System.Text.Encoding.UTF8.GetString(message));
            }
        };
        string before = station.Node.Boot;
        station.Node.Restart();
        city.Advance(5 * Town.Second);
        CollectionAssert.AreEqual(
            new[] { $$"""{"state":"lost","boot":"{{before}}"}""", $$"""{"state":"ready","boot":"{{station.Node.Boot}}"}""" }, told);
        Assert.AreEqual("ready", city.Hub.Conn(station));
    }

    [TestMethod]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public void Link_HalfOpen_IsNoticedByBothEndsAndComesBack(bool toBroker, bool toNode)
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.UpToBroker = toBroker;
        station.Network.UpToNode = toNode;
        city.Until(() => !station.Node.Connected && city.Hub.Conn(station) == "lost", 40 * Town.Second);
        station.Network.UpToBroker = true;
        station.Network.UpToNode = true;
        city.Until(() => city.Hub.IsLive(station), 20 * Town.Second);
        Town.ExpectEventsOnceAndInOrder(city, station);
    }

    [TestMethod]
    public void Link_InterruptedForLessThanTheKeepAlive_LosesNothing()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.Up = false;
        station.Street.EmergencyStopPressed = true;
        city.Advance(8 * Town.Second);
        station.Network.Up = true;
        city.Advance(5 * Town.Second);
        Assert.IsTrue(city.Hub.Events.Any(e => e.Code == EventCode.Tripped));
        Assert.IsFalse(city.Hub.Events.Any(e => e.Code == EventCode.LinkDown));
        Town.ExpectEventsOnceAndInOrder(city, station);
    }

    [TestMethod]
    public void Link_ThatLosesAndDamagesMessages_StillBringsEveryEvent()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Network.LossPerMillion = 200_000;
        station.Network.GarbagePerMillion = 50_000;
        station.Network.DelayUs = 400_000;
        for (int i = 0; i < 6; i++)
        {
            station.Street.EmergencyStopPressed = !station.Street.EmergencyStopPressed;
            city.Advance(20 * Town.Second);
        }

        Assert.IsTrue(city.Hub.Events.Any(e => e.Code == EventCode.LinkDown));
        station.Network.LossPerMillion = 0;
        station.Network.GarbagePerMillion = 0;
        city.Advance(60 * Town.Second);
        Town.ExpectEventsOnceAndInOrder(city, station);
        Assert.AreEqual(station.Node.Journal.LastStored, city.Hub.Confirmed(station));
    }

    [TestMethod]
    public void Broker_StartedAnew_HasNodesAndHubBackWithinSeconds()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        city.Broker.Up = false;
        city.Advance(3 * Town.Second);
        Assert.IsFalse(station.Node.Connected);
        Assert.IsNull(city.Broker.Retained(station.Topics.Birth));
        city.Broker.Up = true;
        city.Until(() => city.Hub.IsLive(station), 12 * Town.Second);
        Assert.AreEqual("up", city.Hub.Lane(station, "promenade").Position);
    }

    [TestMethod]
    public void Hub_StartedAnew_KnowsTheLanesFromWhatIsRetainedAndMissesNoEvent()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        city.Hub.Up = false;
        station.Street.EmergencyStopPressed = true;
        city.Advance(20 * Town.Second);
        Assert.IsFalse(city.Hub.IsLive(station));
        Assert.IsFalse(city.Hub.Events.Any(e => e.Code == EventCode.Tripped));
        city.Hub.Up = true;
        Assert.AreEqual("up", city.Hub.Lane(station, "promenade").Position);
        city.Advance(12 * Town.Second);
        Assert.IsTrue(city.Hub.IsLive(station));
        Assert.IsTrue(city.Hub.Events.Any(e => e.Code == EventCode.Tripped));
        Town.ExpectEventsOnceAndInOrder(city, station);
    }

    [TestMethod]
    public void Hub_WithoutItsStore_GoesOnWithTheEventsThatItStillGets()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        long before = station.Node.Journal.LastStored;
        city.Hub.LoseStore();
        station.Street.EmergencyStopPressed = true;
        city.Advance(20 * Town.Second);
        Assert.AreEqual(before + 1, city.Hub.Events[0].Number);
        Assert.AreEqual(station.Node.Journal.LastStored, city.Hub.Confirmed(station));
        Assert.IsFalse(city.Hub.HasGap(station));
    }

    [TestMethod]
    public void FlightRecord_OfATrip_ArrivesWholeAndTheNodeGivesItUp()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        station.Street.EmergencyStopPressed = true;
        city.Advance(Town.Second);
        station.Network.Up = false;
        city.Advance(40 * Town.Second);
        station.Network.Up = true;
        city.Until(() => city.Hub.Records.Count == 1 && !station.Node.Controller.Recorder.Frozen, 60 * Town.Second);
        HubRecord record = city.Hub.Records.Single();
        Assert.AreEqual("emergencyStop", record.Trip);
        IReadOnlyList<ReplayedScan> scans = RecordReplay.Run(station.Table, FlightRecord.Read(record.Bytes));
        Assert.IsGreaterThan(100, scans.Count);
        Assert.IsTrue(scans.All(scan => scan.IsSame));
    }
}
