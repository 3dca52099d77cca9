namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G3.</summary>
[TestClass]
public class LimitTests
{
    private const int Free = GateRig.Free;
    private const long Go = GateRig.Go;

    [TestMethod]
    public void G3_OnForItsMaximum_GoesOffUntilItHasRested()
    {
        GateRig rig = new GateRig().Ready();
        rig.Idle(200_000);
        Assert.AreEqual(GateRig.MaxOnUs, OnForUs(rig));
        Assert.AreEqual(GateRule.Limit, rig.Gate.RefusedBy(3));
        Assert.AreEqual(GateRig.RestUs, rig.RefusedForUs(Free) + GateRig.PeriodUs, "off since the scan that refused it");
    }

    [TestMethod]
    public void G3_ShortPauses_DoNotStartTheLimitAnew()
    {
        GateRig rig = new GateRig().Ready();
        rig.Idle(200_000);
        int scans = 0;
        while (rig.Scan(Go, scans % 5 == 4 ? 0 : Free) != 0 || rig.Gate.RefusedBy(3) == GateRule.None)
        {
            scans++;
        }

        Assert.AreEqual(GateRig.MaxOnUs / GateRig.PeriodUs, scans);
    }

    [TestMethod]
    public void G3_LateGapWhileOn_CountsAsOn()
    {
        // A lamp: a late scan does not drop it.
        GateRig rig = new GateRig(t => t.MaxOn(2, GateRig.MaxOnUs, GateRig.RestUs)).Ready();
        rig.Idle(200_000);
        rig.Scan(Go, GateRig.Red);
        Assert.AreEqual(GateRig.Red, rig.Scan(Go, GateRig.Red, GateRig.MaxOnUs - 1));
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red, 1));
        Assert.AreEqual(GateRule.Limit, rig.Gate.RefusedBy(2));
    }

    [TestMethod]
    public void G3_LateGapWhileOff_IsNoRest()
    {
        GateRig rig = new GateRig(t => t.MaxOn(2, 40_000, 60_000)).Ready();
        rig.Scan(Go, GateRig.Red);
        rig.Scan(Go, GateRig.Red);
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red));
        rig.Scan(Go, 0, 10_000_000);
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red));
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Red), "40 ms of the rest were watched");
        Assert.AreEqual(GateRig.Red, rig.Scan(Go, GateRig.Red));
    }

    private static long OnForUs(GateRig rig)
    {
        long us = 0;
        while (rig.Scan(Go, Free) != 0)
        {
            us += GateRig.PeriodUs;
        }

        return us;
    }
}
