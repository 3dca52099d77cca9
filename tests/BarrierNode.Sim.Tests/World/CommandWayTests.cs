using BarrierNode.Control;

namespace BarrierNode.Sim.Tests.World;

/// <summary>Commands from the hub over broker, network and link to the scan, and their answers back.</summary>
[TestClass]
public sealed class CommandWayTests
{
    [TestMethod]
    public void Command_ToALiveNode_IsAnsweredStageByStageOverTheLink()
    {
        City city = Town.Live();
        HubCommand lower = city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
        Assert.IsNull(lower.NotSentBecause);
        city.Advance(8 * Town.Second);
        CollectionAssert.AreEqual(
            new[] { AckStage.Accepted, AckStage.Moving, AckStage.Done }, lower.Answers.Select(a => a.Stage).ToArray());
        Assert.IsGreaterThan(lower.SentUs + (8 * Town.Ms), lower.Answers[0].AtUs);
        Assert.AreEqual("down", city.Hub.Lane(city.Stations[0], "promenade").Position);
        Assert.AreEqual(lower.Id, city.Hub.Lane(city.Stations[0], "promenade").State["cmd"]);
    }

    [TestMethod]
    public void Command_ThatTheInterlockForbids_IsRefusedWithTheNamesOfWhatForbidsIt()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(8 * Town.Second);
        station.Street.ParkVehicle("promenade", Street.VehicleKind.Car, station.Site.Street.Carriageways[0].BarrierAtM - 2);
        city.Advance(2 * Town.Second);
        HubCommand raise = city.Hub.Send(station, "promenade", CommandOp.Raise);
        city.Advance(Town.Second);
        Assert.AreEqual(AckStage.Refused, raise.Last!.Stage);
        Assert.AreEqual(RefusalReason.Interlocked, raise.Last.Reason);
        CollectionAssert.Contains(raise.Last.BlockedBy.ToArray(), "entryLoop");
    }

    [TestMethod]
    public void Command_BeforeTheFirstBeat_IsNotSent()
    {
        City city = Town.Of("promenade");
        HubCommand lower = city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
        Assert.AreEqual("no sign of life has reached the hub yet", lower.NotSentBecause);
        city.Advance(3 * Town.Second);
        Assert.IsNull(lower.Last);
    }

    [TestMethod]
    public void Command_ToANodeThatIsNotLive_IsSentOnlyWhenItHalts()
    {
        City city = Town.Live();
        city.Stations[0].Network.Up = false;
        city.Advance(5 * Town.Second);
        Assert.IsNotNull(city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower).NotSentBecause);
        Assert.IsNull(city.Hub.Send(city.Stations[0], "promenade", CommandOp.Stop).NotSentBecause);
    }

    [TestMethod]
    public void Command_Repeated_IsAnsweredAgainAndNotObeyedAgain()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(Town.Second);
        Broadcast(city, lower, false);
        city.Advance(10 * Town.Second);
        Assert.HasCount(1, city.Hub.Events.Where(e => e.Code == EventCode.CommandAccepted).ToArray());
        Assert.HasCount(4, lower.Answers);
    }

    [TestMethod]
    public void Command_Retained_IsRefusedByTheNextConnection()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(10 * Town.Second);
        Broadcast(city, lower, true);
        station.Node.Restart();
        city.Advance(10 * Town.Second);
        HubEvent refused = city.Hub.Events.Last(e => e.Code == EventCode.CommandRefused);
        Assert.AreEqual(Names.Of(RefusalReason.Retained), refused.Fields["reason"]);
        Assert.AreEqual(2, refused.Start);
    }

    [TestMethod]
    public void Command_MadeForTheBootBefore_IsRefused()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(10 * Town.Second);
        station.Node.Restart();
        city.Advance(3 * Town.Second);
        Broadcast(city, lower, false);
        city.Advance(2 * Town.Second);
        Assert.AreEqual(AckStage.Refused, lower.Last!.Stage);
        Assert.AreEqual(RefusalReason.WrongBoot, lower.Last.Reason);
    }

    [TestMethod]
    public void Command_WithOneByteChanged_IsAnsweredWithoutAnId()
    {
        City city = Town.Live();
        Station station = city.Stations[0];
        HubCommand lower = city.Hub.Send(station, "promenade", CommandOp.Lower);
        city.Advance(10 * Town.Second);
        byte[] changed = [.. lower.Message];
        changed[60] ^= 1;
        long before = city.Hub.UnknownAnswers;
        city.Broker.Publish(station.Topics.LaneCommand("promenade"), changed);
        city.Advance(Town.Second);
        Assert.AreEqual(before + 1, city.Hub.UnknownAnswers);
        Assert.HasCount(3, lower.Answers);
    }

    [TestMethod]
    public void Hub_NodesThatLive_AreToldTheTimeAtOnceAndThenEveryTenSeconds()
    {
        City city = Town.Of("promenade");
        List<long> toldUs = [];
        city.Broker.Published += (station, topic, _) =>
        {
            if (topic.EndsWith("/cmd", StringComparison.Ordinal))
            {
                toldUs.Add(station.Street.NowUs);
            }
        };
        city.Advance(45 * Town.Second);
        Assert.IsInRange(4, 5, toldUs.Count);
        Assert.IsTrue(toldUs.Zip(toldUs.Skip(1), (a, b) => b - a).All(us => us is >= 10 * Town.Second and < 11_100 * Town.Ms));
        Assert.AreEqual("480", city.Hub.Events.Single(e => e.Code == EventCode.ClockSet).Fields["clock"]);
    }

    [TestMethod]
    public void Messages_OfEverySite_AreReadByTheRealHubsCode()
    {
        foreach (string file in Directory.GetFiles(BarrierNode.Tests.Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal))
        {
            City city = Town.Live(Path.GetFileNameWithoutExtension(file));
            Station station = city.Stations[0];
            city.Hub.Send(station, station.Site.Lanes[0].Id, CommandOp.Lower);
            station.Street.EmergencyStopPressed = true;
            city.Advance(5 * Town.Second);
            CollectionAssert.AreEqual(Array.Empty<string>(), city.Hub.Problems.ToArray(), file);
            Assert.AreEqual(0, city.Broker.Denied, file);
        }
    }

    private static void Broadcast(City city, HubCommand command, bool retain) =>
        city.Broker.Publish(command.Station.Topics.LaneCommand(command.Lane), [.. command.Message], retain);
}
