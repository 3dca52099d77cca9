namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G10 and the trips.</summary>
[TestClass]
public class TripTests
{
    private const int Raise = GateRig.Raise;
    private const int Red = GateRig.Red;
    private const int Free = GateRig.Free;
    private const long Go = GateRig.Go;
    private const long NodeTrip = GateRig.NodeTrip;
    private const long LaneTrip = GateRig.LaneTrip;
    private const long TableFault = 1L << GateTable.TableFault;

    [TestMethod]
    public void G10_FirstScanAfterReset_PermitsNothingAtAll()
    {
        var rig = new GateRig();
        Assert.AreEqual(0, rig.Scan(Go, Raise | Red | Free, 0));
        Assert.AreEqual(GateRule.Start, rig.Gate.RefusedBy(2));
        Assert.AreEqual(Red, rig.Scan(Go, Red));
    }

    [TestMethod]
    public void G10_RequestThatStandsFromTheStart_NeverMoves()
    {
        var rig = new GateRig();
        for (int i = 0; i < 200; i++)
        {
            Assert.AreEqual(0, rig.Scan(Go, Raise, i == 0 ? 0 : GateRig.PeriodUs));
        }
    }

    [TestMethod]
    public void G10_NewNodeTrip_DropsEveryOutputInItsScanAndWhatItHoldsFromThenOn()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise | Red | Free, rig.Scan(Go, Raise | Red | Free));
        Assert.AreEqual(0, rig.Scan(Go | NodeTrip, Raise | Red | Free));
        Assert.AreEqual(GateRule.Trip, rig.Gate.RefusedBy(2));
        Assert.AreEqual(Red, rig.Scan(Go | NodeTrip, Raise | Red | Free), "it stands, but is not new");
        Assert.AreEqual(Red, rig.Scan(Go, Raise | Red | Free));
        Assert.AreEqual(GateRule.Trip, rig.Gate.RefusedBy(0));
        Assert.AreEqual(GateRule.None, rig.Gate.RefusedBy(2));
    }

    [TestMethod]
    public void G10_LaneTrip_HoldsItsOutputsOnly()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Free | Red, rig.Scan(Go | LaneTrip, Raise | Red | Free));
        Assert.AreEqual(Free | Red, rig.Scan(Go, Raise | Red | Free), "latched");
        Assert.AreEqual(LaneTrip, rig.Gate.TripsHolding(0));
        Assert.AreEqual(0, rig.Gate.TripsHolding(3));
        Assert.AreEqual(0, rig.Gate.Blocking(0), "its condition is gone");
    }

    [TestMethod]
    public void G10_ResetWhileTheCauseStands_StaysLatched()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | NodeTrip, 0);
        Assert.AreEqual(NodeTrip, rig.Gate.Reset(-1));
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Gate.Reset(-1));
        Assert.AreEqual(0, rig.Gate.Latched);
    }

    [TestMethod]
    public void G10_ResetOfOneTrip_LeavesTheOthers()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | NodeTrip | LaneTrip, 0);
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Gate.Reset(LaneTrip), "of those that were asked for, none stays");
        Assert.AreEqual(NodeTrip, rig.Gate.Latched);
    }

    [TestMethod]
    public void G10_ResetWithTheRequestStillStanding_NeedsAFreshOne()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | LaneTrip, Raise);
        rig.Scan(Go, Raise);
        rig.Gate.Reset(LaneTrip);
        Assert.AreEqual(0, rig.Scan(Go, Raise));
        Assert.AreEqual(GateRule.Late, rig.Gate.RefusedBy(0));
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G10_Reset_DisturbsNoOutputThatItsTripDidNotHold()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | LaneTrip, Free);
        rig.Scan(Go, Free);
        rig.Gate.Reset(-1);
        Assert.AreEqual(Free, rig.Scan(Go, Free));
    }

    [TestMethod]
    public void G10_ResetOfATripThatHeldALamp_LetsItOnAtOnce()
    {
        GateRig rig = new GateRig(t => t.MustBeZero(2, 41)).Ready();
        rig.Scan(Go | LaneTrip, Red);
        Assert.AreEqual(0, rig.Scan(Go, Red));
        rig.Gate.Reset(LaneTrip);
        Assert.AreEqual(Red, rig.Scan(Go, Red), "only motion needs a fresh request");
    }

    [TestMethod]
    public void G10_TripLatchedBeforeThePowerCut_IsLatchedAfterIt()
    {
        GateRig rig = new GateRig(latched: LaneTrip).Ready();
        Assert.AreEqual(LaneTrip, rig.Gate.Latched);
        Assert.AreEqual(Free, rig.Scan(Go, Raise | Free));
    }

    [TestMethod]
    public void G10_NodeTripLatchedBeforeThePowerCut_GivesNoPulse()
    {
        GateRig rig = new GateRig(latched: NodeTrip).Ready();
        Assert.IsFalse(rig.Gate.MayPulse);
        Assert.AreEqual(Red, rig.Scan(Go, Raise | Red | Free), "it is not new");
    }

    [TestMethod]
    public void G10_StoredTripsOfAnotherTable_LatchWhatExists() =>
        Assert.AreEqual(NodeTrip | LaneTrip | TableFault, new GateRig(latched: -1).Gate.Latched);

    [TestMethod]
    public void G10_TableFaultLatchedBeforeThePowerCut_RefusesEverythingUntilTheReset()
    {
        GateRig rig = new GateRig(latched: TableFault).Ready();
        Assert.AreEqual(0, rig.Scan(Go, Red));
        Assert.AreEqual(GateRule.Table, rig.Gate.RefusedBy(2));
        Assert.AreEqual(TableFault, rig.Gate.TripsHolding(2));
        Assert.IsFalse(rig.Gate.MayPulse);
        Assert.AreEqual(0, rig.Gate.Reset(TableFault), "the table that the node has loaded since is a good one");
        Assert.AreEqual(Red, rig.Scan(Go, Red | Free));
        Assert.AreEqual(GateRule.Late, rig.Gate.RefusedBy(3), "it held every motion output");
    }

    [TestMethod]
    public void G10_ConditionThatIsNoTrip_DoesNotLatch()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go | GateRig.Vehicle | (1L << 63), 0);
        Assert.AreEqual(0, rig.Gate.Latched);
    }
}
