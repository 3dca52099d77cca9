using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

[TestClass]
public class BarrierTests
{
    [TestMethod]
    [DataRow(1000)]
    [DataRow(5000)]
    public void Raise_FromDown_TakesValveDelayAndStroke(int stepUs)
    {
        var rig = new Rig(StreetStart.BarriersDown) { StepUs = stepUs };
        rig.On(Promenade.Raise);
        double ms = rig.RunUntil(() => rig.Position >= 1, 6000, "bollards fully up");
        Assert.AreEqual(80 + Promenade.RaiseMs, ms, 1e-9);
    }

    [TestMethod]
    public void Lower_FromUp_TakesValveDelayAndStroke()
    {
        var rig = new Rig();
        rig.On(Promenade.Lower);
        double ms = rig.RunUntil(() => rig.Position <= 0, 4000, "bollards fully down");
        Assert.AreEqual(80 + Promenade.LowerMs, ms, 1e-9);
    }

    [TestMethod]
    public void Gate_BothWays_TakesItsOwnStroke()
    {
        var rig = new Rig();
        rig.On(Promenade.GateLower);
        Assert.AreEqual(80 + Promenade.GateMs, rig.RunUntil(() => rig.Gate.Barriers[0] <= 0, 14000, "gate open"), 1e-9);
        Assert.AreEqual(1, rig.Position, "the other lane does not move");
        rig.Off(Promenade.GateLower);
        rig.Run(500);
        rig.On(Promenade.GateRaise);
        Assert.AreEqual(80 + Promenade.GateMs, rig.RunUntil(() => rig.Gate.Barriers[0] >= 1, 14000, "gate closed"), 1e-9);
    }

    [TestMethod]
    public void Drive_SwitchedOff_StopsAfterDropOut()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Raise);
        rig.Run(80 + 1000);
        double atSwitchOff = rig.Position;
        rig.Off(Promenade.Raise);
        rig.Run(1000);
        Assert.AreEqual(0.2, atSwitchOff, 1e-9);
        Assert.AreEqual(0.2 + (60.0 / Promenade.RaiseMs), rig.Position, 1e-9);
    }

    [TestMethod]
    public void Drive_ShorterThanPullIn_DoesNotMove()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Raise);
        rig.Run(79);
        rig.Off(Promenade.Raise);
        rig.Run(1000);
        Assert.AreEqual(0, rig.Position);
    }

    [TestMethod]
    public void Drive_BothDirections_DoesNotMove()
    {
        var rig = new Rig(StreetStart.BarriersHalfWay);
        rig.On(Promenade.Raise);
        rig.On(Promenade.Lower);
        rig.Run(3000);
        Assert.AreEqual(0.5, rig.Position);
    }

    [TestMethod]
    public void Drive_KeptOnAtTheEnd_StaysAtTheEnd()
    {
        var rig = new Rig();
        rig.On(Promenade.Raise);
        rig.Run(10_000);
        Assert.AreEqual(1, rig.Position);
    }

    [TestMethod]
    public void Start_EachKind_StandsThere()
    {
        Assert.AreEqual(1, new Rig().Position);
        Assert.AreEqual(0, new Rig(StreetStart.BarriersDown).Position);
        Assert.AreEqual(0.5, new Rig(StreetStart.BarriersHalfWay).Position);
    }

    [TestMethod]
    public void Limits_OverAStroke_CloseOnlyAtTheEnds()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Raise);
        for (int ms = 0; ms < 80 + Promenade.RaiseMs + 100; ms++)
        {
            Assert.AreEqual(rig.Position <= 0.01, rig.High(Promenade.Down), $"down at {rig.Position}");
            foreach (int up in Promenade.Up)
            {
                Assert.AreEqual(rig.Position >= 0.99, rig.High(up), $"up at {rig.Position}");
            }

            rig.Step();
        }

        Assert.IsTrue(rig.High(Promenade.Up[0]));
        Assert.IsFalse(rig.High(Promenade.Down));
    }

    [TestMethod]
    public void Limits_InSeries_CloseWithTheLastMember()
    {
        const int raiseFirst = 5, raiseSecond = 2, series = 15;
        var rig = new Rig(StreetStart.BarriersDown, site: WithTwoDrives([raiseFirst, raiseSecond], series));
        rig.On(raiseFirst);
        rig.Run(6000);
        Assert.AreEqual(1, rig.Lane.Barriers[0]);
        Assert.AreEqual(0, rig.Lane.Barriers[1]);
        Assert.IsFalse(rig.High(series), "only one of two is up");
        rig.On(raiseSecond);
        rig.Run(6000);
        Assert.IsTrue(rig.High(series));
    }

    [TestMethod]
    public void Limits_OneEach_CloseOnTheirOwn()
    {
        const int raiseFirst = 5, raiseSecond = 2;
        var rig = new Rig(StreetStart.BarriersDown, site: WithTwoDrives([raiseFirst, raiseSecond], 15));
        rig.On(raiseFirst);
        rig.Run(6000);
        Assert.IsFalse(rig.High(30), "the first bollard left its lower end");
        Assert.IsTrue(rig.High(31), "the second one did not");
    }

    [TestMethod]
    public void Drives_CountFitsNot_IsRefusedWithASentence()
    {
        SiteModel site = Promenade.Site() with { Lanes = [Promenade.Bollards() with { RaisePins = [1, 2] }, Promenade.Gate()] };
        var error = Assert.ThrowsExactly<ArgumentException>(() => new StreetModel(site));
        Assert.AreEqual("Lane promenade has 3 barriers and 2 drive outputs of one direction; expected 1 or one for each.", error.Message);
    }

    private static SiteModel WithTwoDrives(int[] raisePins, int seriesUpPin)
    {
        LaneModel lane = Promenade.Bollards() with
        {
            Barriers = 2,
            RaisePins = raisePins,
            UpLimits = [Promenade.Limit("up", seriesUpPin)],
            DownLimits = [Promenade.Limit("down1", 30), Promenade.Limit("down2", 31)],
        };
        return Promenade.Site() with { Lanes = [lane, Promenade.Gate()] };
    }
}
