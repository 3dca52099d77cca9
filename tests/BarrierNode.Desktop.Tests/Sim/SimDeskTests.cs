using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Desktop.Screens.Sim;
using BarrierNode.Sim;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>What the buttons of the simulator's window do, in virtual time.</summary>
[TestClass]
public class SimDeskTests
{
    private const string Lane = "site=0&lane=promenade";

    [TestMethod]
    public void SentVehicle_WithACarefulDriver_WaitsAtTheClosedLane()
    {
        TestSession t = new();

        t.Do("send", $"{Lane}&kind=van&driver=careful");
        t.Advance(15);

        CarSnapshot van = t.Street.Cars.Single();
        Assert.AreEqual(VehicleKind.Van, van.Kind);
        Assert.IsTrue(van.Waiting);
        Assert.IsLessThan(20.0, van.FrontM);
    }

    [TestMethod]
    public void SentVehicle_ThatHaltsOnALoop_KeepsTheLaneFromRising()
    {
        TestSession t = new(StreetStart.BarriersDown);

        t.Do("send", $"{Lane}&kind=car&driver=halts on entryLoop");
        t.Advance(30);
        t.Do("command", $"{Lane}&op=raise");
        t.Advance(1);

        SimLaneView lane = t.View.Lanes[0];
        Assert.AreEqual(AckStage.Refused, lane.Answers[^1].Stage);
        CollectionAssert.Contains(lane.AgainstRaise.ToArray(), new Block("entryLoop", Clearing.Traffic));
        Assert.AreEqual(0.0, t.Street.Cars.Single().SpeedMs);
    }

    [TestMethod]
    public void SentVehicle_WrongWay_ComesFromTheFarEnd()
    {
        TestSession t = new();

        t.Do("send", $"{Lane}&kind=car&driver=wrong way");
        t.Advance(2);

        Assert.IsTrue(t.Street.Cars.Single().WrongWay);
        Assert.IsGreaterThan(40.0, t.Street.Cars.Single().FrontM);
    }

    [TestMethod]
    public void ParkedVehicle_ToldToBackOut_IsGoneAfterAWhile()
    {
        TestSession t = new();
        t.Do("place", $"{Lane}&kind=car&x=12");
        t.Advance(1);

        t.Do("vehicle", "site=0&number=1&act=back-out");
        t.Advance(20);

        Assert.IsEmpty(t.Street.Cars);
        Assert.AreEqual("There is no vehicle 1 any more.", t.Refused("vehicle", "site=0&number=1&act=halt"));
    }

    [TestMethod]
    public void Traffic_KeptAtThree_RefillsEveryLaneUntilItIsStopped()
    {
        TestSession t = new(StreetStart.BarriersDown);
        t.Do("traffic", "vehicles=3");
        t.Advance(40);

        Assert.AreEqual(3, t.Street.Cars.Count(c => c.Lane == "promenade"));
        Assert.AreEqual(3, t.Street.Cars.Count(c => c.Lane == "depot"));
        Assert.IsGreaterThan(6, t.Street.Cars.Max(c => c.Id));

        t.Do("clear-street");
        t.Advance(5);

        Assert.IsEmpty(t.Street.Cars);
    }

    [TestMethod]
    public void Command_OfTheHub_MovesTheLaneAndIsAnswered()
    {
        TestSession t = new();

        Assert.AreEqual("Lower sent to promenade.", t.Do("command", $"{Lane}&op=lower"));
        t.Advance(6);

        SimLaneView lane = t.View.Lanes[0];
        Assert.AreEqual("down", lane.Position);
        Assert.AreEqual(AckStage.Done, lane.Answers[^1].Stage);
        Assert.AreEqual(Protection.NotProtected, lane.Answer);
    }

    [TestMethod]
    public void Person_OnABollard_IsSeenThereAndTakenAway()
    {
        TestSession t = new(StreetStart.BarriersDown);

        t.Do("obstruct", $"{Lane}&barrier=2&what=Person");
        t.Advance(1);
        Assert.AreEqual(1, t.Street.People.Single().OnBarrier);

        t.Do("obstruct", $"{Lane}&barrier=2&what=None");
        t.Advance(1);
        Assert.IsEmpty(t.Street.People);
    }

    [TestMethod]
    public void Jam_OnABollard_HoldsItAndIsListedUntilAllIsMended()
    {
        TestSession t = new();

        t.Do("obstruct", $"{Lane}&barrier=3&what=Jam");
        t.Do("command", $"{Lane}&op=lower");
        t.Advance(4);

        Assert.AreEqual(1.0, t.Street.Lanes[0].Barriers[2]);
        Assert.AreEqual(0.0, t.Street.Lanes[0].Barriers[0]);
        Assert.AreEqual(new Blockage("promenade", 3, Obstacle.Jam), t.View.Blockages.Single());

        t.Do("mend-all");
        Assert.IsEmpty(t.View.Blockages);
    }

    [TestMethod]
    public void Button_Pressed_ActsForHalfASecondOfTheCity()
    {
        TestSession t = new();
        t.Do("press", "site=0&name=reset");

        t.Advance(0.4);
        Assert.IsTrue(t.Station.Street.ResetPressed);

        t.Advance(0.2);
        Assert.IsFalse(t.Station.Street.ResetPressed);
    }

    [TestMethod]
    public void EmergencyStop_Pressed_StaysUntilItIsReleased()
    {
        TestSession t = new();

        t.Do("contact", "site=0&name=emergencyStop&acts=1");
        t.Advance(2);
        Assert.IsTrue(t.Street.EmergencyStopPressed);
        Assert.IsNotEmpty(t.View.Lanes[0].Trips.Concat(t.View.Lanes[0].AgainstRaise));

        t.Do("contact", "site=0&name=emergencyStop&acts=0");
        Assert.IsFalse(t.Street.EmergencyStopPressed);
    }

    [TestMethod]
    public void Power_Off_LeavesTheLaneUnknownUntilTheHubHearsOfItAgain()
    {
        TestSession t = new();
        Assert.AreEqual(Protection.Protected, t.View.Lanes[0].Answer);

        t.Do("power", "site=0&on=0");
        t.Advance(60);
        Assert.AreEqual(Protection.Unknown, t.View.Lanes[0].Answer);
        StringAssert.StartsWith(t.Refused("power", "site=0&on=0"), "The cabinet has no power already");

        t.Do("power", "site=0&on=1");
        t.Advance(30);
        Assert.AreEqual(Protection.Protected, t.View.Lanes[0].Answer);
    }

    [TestMethod]
    public void Fault_OfALoop_IsActiveSeenInThePictureAndMended()
    {
        TestSession t = new();

        Assert.AreEqual("entryLoop stuck.", t.Do("break", "site=0&point=entryLoop&kind=stuck"));
        Assert.AreEqual(2, Frame(t).GetProperty("lanes")[0][4][0].GetInt32());
        Assert.AreEqual("entryLoop", t.View.Broken.Single().Point);

        t.Do("mend", "site=0&point=entryLoop");
        Assert.AreEqual(0, Frame(t).GetProperty("lanes")[0][4][0].GetInt32());
        Assert.AreEqual("entryLoop is not broken.", t.Refused("mend", "site=0&point=entryLoop"));
    }

    [TestMethod]
    public void Wire_CutAtAnOutput_IsShownThereAndKeepsTheDriveOff()
    {
        TestSession t = new();

        t.Do("break", "site=0&point=promenade.lower.wire&kind=off");
        t.Do("command", $"{Lane}&op=lower");
        t.Advance(3);

        WireView lower = t.View.Outputs.Single(o => o.Name == "promenade.lower");
        Assert.IsTrue(lower.High);
        Assert.AreEqual(FaultKind.Off, lower.Broken.Single().Kind);
        Assert.AreEqual(1.0, t.Street.Lanes[0].Barriers[0]);
    }

    [TestMethod]
    public void Crowd_ThatComesIn_IsInThePicture()
    {
        TestSession t = new(sites: "piazza");

        t.Do("crowd", "site=0&in=600&out=0");
        t.Advance(20);

        Assert.IsGreaterThan(50, Frame(t).GetProperty("crowd").GetInt32());
        Assert.AreEqual("This site does not count people.", new TestSession().Refused("crowd", "site=0&in=600&out=0"));
    }

    [TestMethod]
    public void Picture_OfABrakingVehicle_HasItsBrakeLights()
    {
        TestSession t = new();
        t.Do("send", $"{Lane}&kind=car&driver=careful");
        t.Advance(0.2);
        _ = Frame(t);
        t.Advance(0.5);
        Assert.AreEqual(0, Frame(t).GetProperty("cars")[0][5].GetInt32() & 1, "it drives");

        t.Do("vehicle", "site=0&number=1&act=halt");
        t.Advance(0.3);

        Assert.AreEqual(1, Frame(t).GetProperty("cars")[0][5].GetInt32() & 1, "it brakes");
    }

    [TestMethod]
    [DataRow("explode", "", "There is no button \"explode\".")]
    [DataRow("send", "site=0", "kind: found \"nothing\", expected a value.")]
    [DataRow("send", "site=0&lane=promenade&kind=tank&driver=careful",
        "kind: found \"tank\", expected Bicycle, Motorcycle, Car, Van, Truck, TruckTrailer, HighBed.")]
    [DataRow("send", "site=0&lane=nowhere&kind=car&driver=careful", "lane: found \"nowhere\", expected promenade, depot.")]
    [DataRow("send", "site=1&lane=promenade&kind=car&driver=careful", "site: found \"1\", expected a number from 0 to 0.")]
    [DataRow("send", "site=0&lane=depot&kind=car&driver=halts on entryLoop",
        "driver: found \"halts on entryLoop\", expected careful, creeps, tailgates, reverses, stalls, rams, wrong way, halts on gateLoop.")]
    [DataRow("place", "site=0&lane=depot&kind=car&x=900", "x: found \"900\", expected a number from -100 to 60.")]
    [DataRow("obstruct", "site=0&lane=depot&barrier=2&what=Jam", "barrier: found \"2\", expected a number from 1 to 1.")]
    [DataRow("contact", "site=0&name=siren&acts=1", "name: found \"siren\", expected emergencyStop, reset.")]
    [DataRow("command", "site=0&lane=promenade&op=explode", "promenade takes no command \"explode\".")]
    [DataRow("rate", "rate=ludicrous", "rate: found \"ludicrous\", expected a number from 0.01 to 10000, or max.")]
    [DataRow("step", "ms=0", "ms: found \"0\", expected a number from 1 to 3600000.")]
    [DataRow("traffic", "vehicles=21", "vehicles: found \"21\", expected a number from 0 to 20.")]
    public void Button_ThatIsWrong_SaysWhatIsWrong(string verb, string fields, string sentence) =>
        Assert.AreEqual(sentence, new TestSession().Refused(verb, fields));

    [TestMethod]
    public void Fault_ThatIsNotToBeHad_SaysWhatIs() =>
        StringAssert.Contains(new TestSession().Refused("break", "site=0&point=emergencyStop.wire&kind=slow"), "it can be");

    [TestMethod]
    public void Hash_AfterTheSameActs_IsTheSame()
    {
        string[] hashes = [Play(7), Play(7), Play(8)];

        Assert.AreEqual(hashes[0], hashes[1]);
        Assert.AreNotEqual(hashes[0], hashes[2]);
    }

    private static string Play(int seed)
    {
        TestSession t = new(seed: seed);
        t.Do("traffic", "vehicles=2");
        t.Do("command", $"{Lane}&op=lower");
        t.Advance(20);
        t.Do("break", "site=0&point=exitLoop&kind=garbage");
        t.Advance(10);
        return t.Session.City.Hash.ToString();
    }

    private static JsonElement Frame(TestSession t) =>
        JsonDocument.Parse(SimFrame.Of(t.Session, new CityPace())).RootElement.GetProperty("sites")[0];
}
