using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Signals;

/// <summary>What holds a lane, since when, and who can clear it.</summary>
[TestClass]
public class WhyNotTests
{
    [TestMethod]
    public void Loop_Occupied_IsToldWithTheTimeAtWhichItBegan()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Run(10);
        rig.Street.CutWire(SignalSite.EntryLoop);
        rig.Run(30);
        rig.Street.SetContact("lane.safetyEdge", true);
        rig.Run(20);

        LaneWhy why = rig.Whys[0];
        CollectionAssert.AreEquivalent(new[] { "entryLoop", "lane.safetyEdge" }, rig.Names(why.RaiseConditions.Mask));
        Assert.AreEqual(0L, why.LowerConditions.Mask);
        Assert.AreEqual(13, why.RaiseConditions.SinceS(Input(rig, "entryLoop")));
        Assert.AreEqual(43, why.RaiseConditions.SinceS(Input(rig, "lane.safetyEdge")));
        Assert.AreEqual("traffic", Clearing.Of(rig.Table, Input(rig, "entryLoop")));
        Assert.AreEqual("onSite", Clearing.Of(rig.Table, Input(rig, "lane.safetyEdge")));
    }

    [TestMethod]
    public void Hold_AgainstAutomaticAlone_IsToldAsThat()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Run(7);
        rig.Street.BreakLamp(SignalSite.Red);
        rig.Run(5);

        LaneWhy why = rig.Whys[0];
        Assert.AreEqual(1L << (int)LaneHold.RedLampFailed, why.UnattendedHolds.Mask);
        Assert.AreEqual(0L, why.RaiseHolds.Mask | why.LowerHolds.Mask);
        Assert.AreEqual(10, why.UnattendedHolds.SinceS((int)LaneHold.RedLampFailed));
    }

    [TestMethod]
    public void Trip_Latched_IsToldForBothDirectionsAndForgottenAfterTheReset()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(1);
        Assert.AreNotEqual(0L, rig.Whys[0].Trips.Mask);
        rig.Command(CommandOp.Reset);
        rig.Run(1);
        Assert.AreEqual(0L, rig.Whys[0].Trips.Mask);
    }

    [TestMethod]
    public void Hold_Every_HasSomebodyWhoClearsIt()
    {
        string[] who = [Clearing.Traffic, Clearing.OnSite, Clearing.ControlRoom, Clearing.Wait, Clearing.Maintenance];
        foreach (LaneHold hold in Enum.GetValues<LaneHold>())
        {
            Assert.Contains(Clearing.Of(hold), who, $"{hold}");
        }
    }

    private static int Input(LaneRig rig, string name) => Array.IndexOf(rig.Table.InputNames, name);
}
