namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G2.</summary>
[TestClass]
public class ExcludeTests
{
    private const int Raise = GateRig.Raise;
    private const int Lower = GateRig.Lower;
    private const long Go = GateRig.Go;

    [TestMethod]
    public void G2_BothRequested_NeitherIsOn()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(0, rig.Scan(Go, Raise | Lower));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(0));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(1));
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(0, rig.Scan(Go, Raise | Lower), "a contradiction drops the one that was on");
    }

    [TestMethod]
    public void G2_OneThatIsRefusedItselfIsRequested_StillKeepsTheOtherOff()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(0, rig.Scan(0, Raise | Lower), "raise lacks its condition, and yet contradicts lower");
    }

    [TestMethod]
    public void G2_ChangeOfDirection_WaitsOutTheDeadTimeWithBothOff()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, Raise);
        Assert.AreEqual(GateRig.DeadTimeUs, rig.RefusedForUs(Lower));
    }

    [TestMethod]
    public void G2_DeadTimesThatDiffer_TheOneThatWentOffCounts()
    {
        GateRig rig = new GateRig(t => t.DeadTime(1, 100_000)).Ready();
        rig.Scan(Go, Lower);
        Assert.AreEqual(100_000, rig.RefusedForUs(Raise));
        Assert.AreEqual(GateRig.DeadTimeUs, rig.RefusedForUs(Lower));
    }

    [TestMethod]
    public void G2_NoDeadTime_TheOtherIsOnInTheSameScan()
    {
        GateRig rig = new GateRig(t => t.DeadTime(0, 0)).Ready();
        rig.Scan(Go, Raise);
        Assert.AreEqual(Lower, rig.Scan(Go, Lower));
    }

    [TestMethod]
    public void G2_SameDirectionAgain_NeedsNoDeadTime()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G2_AfterReset_TheLastDirectionIsUnknownSoTheDeadTimeRuns()
    {
        var rig = new GateRig();
        rig.Scan(Go, 0, 0);
        rig.Scan(Go, 0);
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Scan(Go, Raise));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(0));
    }

    [TestMethod]
    public void G2_LateGapInTheDeadTime_EarnsNothing()
    {
        GateRig rig = new GateRig(t => t.DeadTime(0, 60_000)).Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, 0);
        rig.Scan(Go, 0, 10_000_000);
        rig.Scan(Go, 0);
        rig.Scan(Go, 0);
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(1), "40 ms were watched");
        rig.Scan(Go, 0);
        Assert.AreEqual(GateRule.None, rig.Gate.RefusedBy(1));
    }
}
