namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G8, the gate's part of it, and the order of the halves.</summary>
[TestClass]
public class PulseTests
{
    private const int Raise = GateRig.Raise;
    private const int Red = GateRig.Red;
    private const long Go = GateRig.Go;

    [TestMethod]
    public void G8_FirstScan_GivesNoPulseAndTheSecondDoes()
    {
        var rig = new GateRig();
        Assert.IsFalse(rig.Gate.MayPulse);
        rig.Scan(Go, 0, 0);
        Assert.IsFalse(rig.Gate.MayPulse);
        rig.Scan(Go, 0);
        Assert.IsTrue(rig.Gate.MayPulse);
    }

    [TestMethod]
    public void G8_LateScan_GivesNoPulse()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, 0, 100_001);
        Assert.IsFalse(rig.Gate.MayPulse);
        rig.Scan(Go, 0);
        Assert.IsTrue(rig.Gate.MayPulse);
    }

    [TestMethod]
    public void G8_NodeTripLatched_GivesNoPulseUntilTheReset()
    {
        GateRig rig = new GateRig().Ready();
        Assert.IsTrue(rig.Gate.NodeClear);
        rig.Scan(Go | GateRig.NodeTrip, 0);
        Assert.IsFalse(rig.Gate.NodeClear);
        rig.Scan(Go, 0);
        Assert.IsFalse(rig.Gate.MayPulse);
        rig.Gate.Reset(GateRig.NodeTrip);
        rig.Scan(Go, 0);
        Assert.IsTrue(rig.Gate.MayPulse);
        Assert.IsTrue(rig.Gate.NodeClear);
    }

    [TestMethod]
    public void G8_LaneTripLatched_GivesThePulse()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | GateRig.LaneTrip, 0);
        Assert.IsTrue(rig.Gate.NodeClear, "a lane's trip is not the node's");
        Assert.IsTrue(rig.Gate.MayPulse);
    }

    [TestMethod]
    public void Scan_WithoutItsFirstHalf_PermitsNothingAndGivesNoPulse()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise | Red, rig.Scan(Go, Raise | Red));
        Assert.AreEqual(0, rig.Gate.Scan(0, Raise | Red, Raise | Red));
        Assert.AreEqual(GateRule.Flow, rig.Gate.RefusedBy(2));
        Assert.IsFalse(rig.Gate.MayPulse);
        Assert.AreEqual(Raise | Red, rig.Scan(Go, Raise | Red), "the next whole scan goes on");
        Assert.IsTrue(rig.Gate.MayPulse);
    }
}
