using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

[TestClass]
public class LoopTests
{
    [TestMethod]
    public void Loop_CarDrivesOnAndOff_RelayFollowsAfter60And300Ms()
    {
        Rig rig = OpenLane();
        rig.Model.SendCar(Promenade.Lane);
        Assert.IsTrue(rig.High(Promenade.EntryLoop), "normally closed: high while free");
        rig.RunUntil(() => rig.Lane.Loops[0], 10_000, "car over the entry loop");
        Assert.AreEqual(60, rig.RunUntil(() => !rig.High(Promenade.EntryLoop), 1000, "relay detects"), 1e-9);
        rig.RunUntil(() => !rig.Lane.Loops[0], 10_000, "car off the entry loop");
        Assert.IsFalse(rig.High(Promenade.EntryLoop));
        Assert.AreEqual(300, rig.RunUntil(() => rig.High(Promenade.EntryLoop), 1000, "relay releases"), 1e-9);
    }

    [TestMethod]
    public void Loop_CarOverIt_IsTheCarsRectangle()
    {
        Rig rig = OpenLane();
        int car = rig.Model.SendCar(Promenade.Lane);
        while (rig.HasCar(car))
        {
            CarSnapshot now = rig.Car(car);
            bool over = now.FrontM > 24 && now.FrontM - now.LengthM < 28;
            Assert.AreEqual(over, rig.Lane.Loops[0], $"front at {now.FrontM}");
            rig.Step();
        }
    }

    [TestMethod]
    public void Loop_NormallyOpen_ReadsHighWhileOccupied()
    {
        LaneModel lane = Promenade.Bollards() with
        {
            Loops =
            [
                Promenade.LoopInput("entryLoop", Promenade.EntryLoop) with { NormallyClosed = false },
                Promenade.LoopInput("exitLoop", Promenade.ExitLoop),
            ],
        };
        Rig rig = OpenLane(Promenade.Site() with { Lanes = [lane, Promenade.Gate()] });
        rig.Model.SendCar(Promenade.Lane);
        Assert.IsFalse(rig.High(Promenade.EntryLoop));
        rig.RunUntil(() => rig.High(Promenade.EntryLoop), 10_000, "occupied");
        Assert.IsTrue(rig.Lane.Loops[0]);
    }

    [TestMethod]
    public void Loop_WireCut_ReadsOccupiedUntilMended()
    {
        var rig = new Rig();
        rig.Run(100);
        rig.Model.CutWire(Promenade.EntryLoop);
        Assert.IsFalse(rig.High(Promenade.EntryLoop), "low is occupied for a normally closed contact");
        Assert.IsFalse(rig.Lane.Loops[0], "though no car is there");
        rig.Run(5000);
        Assert.IsFalse(rig.High(Promenade.EntryLoop));
        rig.Model.MendWire(Promenade.EntryLoop);
        Assert.IsTrue(rig.High(Promenade.EntryLoop));
    }

    [TestMethod]
    [DataRow(Promenade.Lane)]
    [DataRow(Promenade.Depot)]
    public void Loop_SharedByTwoLanes_SeesCarsOfBoth(string lane)
    {
        Rig rig = OpenLane(WithSharedLoop());
        int car = rig.Model.SendCar(lane);
        rig.RunUntil(() => rig.Gate.Loops[0], 10_000, "car over the shared loop");
        Assert.IsTrue(rig.Lane.Loops[0], "the same detector");
        rig.Run(60);
        Assert.IsFalse(rig.High(Promenade.EntryLoop));
        rig.Model.RemoveCar(car);
        rig.Run(400);
        Assert.IsTrue(rig.High(Promenade.EntryLoop));
    }

    [TestMethod]
    public void Loop_WithoutAPlace_IsRefusedWithASentence()
    {
        SiteModel site = Promenade.Site();
        LaneModel lane = Promenade.Bollards() with { Loops = [Promenade.LoopInput("lostLoop", 2)] };
        var error = Assert.ThrowsExactly<ArgumentException>(() => new StreetModel(site with { Lanes = [lane] }));
        Assert.AreEqual(
            "Loop lostLoop of lane promenade has no place in the street; give it one in the carriageway's loops.", error.Message);
    }

    [TestMethod]
    public void Input_WiredTwice_IsRefusedWithASentence()
    {
        LaneModel lane = Promenade.Bollards() with { DownLimits = [Promenade.Limit("down", Promenade.Reset)] };
        var error = Assert.ThrowsExactly<ArgumentException>(() => new StreetModel(Promenade.Site() with { Lanes = [lane] }));
        Assert.AreEqual("Pin 39 of input down is wired twice; give every input its own pin.", error.Message);
    }

    private static Rig OpenLane(SiteModel? site = null)
    {
        var rig = new Rig(StreetStart.BarriersDown, site: site);
        rig.On(Promenade.Green);
        return rig;
    }

    private static SiteModel WithSharedLoop()
    {
        SiteModel site = Promenade.Site();
        LaneModel gate = Promenade.Gate() with { Loops = [Promenade.LoopInput("entryLoop", Promenade.EntryLoop)] };
        CarriagewayLayout way = site.Street.Carriageways[1] with { Loops = [new LoopLayout("entryLoop", 26, 34)] };
        return site with
        {
            Lanes = [Promenade.Bollards(), gate],
            Street = site.Street with { Carriageways = [site.Street.Carriageways[0], way] },
        };
    }
}
