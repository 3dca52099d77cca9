namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G4.</summary>
[TestClass]
public class LeaseTests
{
    private const int Free = GateRig.Free;
    private const long Go = GateRig.Go;

    [TestMethod]
    public void G4_RequestNotRenewed_IsOffAfterItsLease()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Free, rig.Scan(Go, Free, Free, GateRig.PeriodUs));
        Assert.AreEqual(Free, rig.Scan(Go, Free, 0, GateRig.PeriodUs));
        Assert.AreEqual(Free, rig.Scan(Go, Free, 0, GateRig.LeaseUs - GateRig.PeriodUs - 1));
        Assert.AreEqual(0, rig.Scan(Go, Free, 0, 1));
        Assert.AreEqual(GateRule.Lease, rig.Gate.RefusedBy(3));
        Assert.AreEqual(Free, rig.Scan(Go, Free, Free, GateRig.PeriodUs));
        Assert.AreEqual(GateRule.None, rig.Gate.RefusedBy(3));
    }

    [TestMethod]
    public void G4_RequestNeverRenewed_NeverStarts()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(0, rig.Scan(Go, Free, 0, GateRig.PeriodUs));
        Assert.AreEqual(GateRule.Lease, rig.Gate.RefusedBy(3));
    }

    [TestMethod]
    public void G4_LongestLease_IsNotHadByStartingUp()
    {
        GateRig rig = new GateRig(t => t.Lease(2, GateTable.MaxTimeUs));
        rig.Scan(Go, GateRig.Red, 0, 0);
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red, 0, 0));
        Assert.AreEqual(GateRule.Lease, rig.Gate.RefusedBy(2));
    }

    [TestMethod]
    public void G4_OutputWithoutALease_NeedsNoRenewal()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(GateRig.Red, rig.Scan(Go, GateRig.Red, 0, GateRig.PeriodUs));
        Assert.AreEqual(GateRig.Red, rig.Scan(Go, GateRig.Red, 0, GateTable.MaxTimeUs));
    }

    [TestMethod]
    public void G4_LateGap_RunsTheLeaseOut()
    {
        GateRig rig = new GateRig(t => t.Lease(2, 1_000_000)).Ready();
        rig.Scan(Go, GateRig.Red);
        Assert.AreEqual(GateRig.Red, rig.Scan(Go, GateRig.Red, 0, 999_999));
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red, 0, 1), "nobody watched, and the lease went by all the same");
    }
}
