namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G5.</summary>
[TestClass]
public class LateTests
{
    private const int Raise = GateRig.Raise;
    private const int Red = GateRig.Red;
    private const long Go = GateRig.Go;

    [TestMethod]
    [DataRow(100_000L, false)]
    [DataRow(100_001L, true)]
    [DataRow(long.MaxValue, true)]
    [DataRow(-1L, true)]
    [DataRow(long.MinValue, true)]
    public void G5_GapOverTheLateLimit_DropsMotionButNotLamps(long elapsedUs, bool late)
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise | Red);
        Assert.AreEqual(late ? Red : Raise | Red, rig.Scan(Go, Raise | Red, elapsedUs));
        Assert.AreEqual(late, rig.Gate.Late);
        Assert.AreEqual(!late, rig.Gate.Armed);
        Assert.AreEqual(late ? GateRule.Late : GateRule.None, rig.Gate.RefusedBy(0));
    }

    [TestMethod]
    [DataRow(-5L, 0L)]
    [DataRow(1L, 1L)]
    [DataRow(GateTable.MaxTimeUs, GateTable.MaxTimeUs)]
    [DataRow(GateTable.MaxTimeUs + 1, GateTable.MaxTimeUs)]
    public void StepUs_OfAGap_IsBetweenZeroAndTenMinutes(long elapsedUs, long stepUs)
    {
        var rig = new GateRig();
        rig.Scan(Go, 0, elapsedUs);
        Assert.AreEqual(stepUs, rig.Gate.StepUs);
    }

    [TestMethod]
    public void G5_AfterALateScan_TwoGoodScansAndAFreshRequestRearm()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, Raise, 150_000);
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(0, rig.Scan(Go, Raise), "the old request never comes back");
        }

        Assert.AreEqual(GateRule.Late, rig.Gate.RefusedBy(0));
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G5_RequestDroppedBeforeTheGateIsArmed_IsNotFreshYet()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise, 150_000);
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Scan(Go, Raise), "armed in this scan, but not seen off while armed");
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G5_RequestDroppedInTheScanThatArms_IsFreshInTheNext()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, Raise, 150_000);
        rig.Scan(Go, Raise);
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    [DataRow(60_000L, true)]
    [DataRow(60_001L, false)]
    public void G5_GapOverTheRearmGap_DoesNotCountAsGood(long gapUs, bool good)
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, 0, 150_000);
        rig.Scan(Go, 0, GateRig.PeriodUs);
        rig.Scan(Go, 0, gapUs);
        Assert.AreEqual(good, rig.Gate.Armed);
        rig.Scan(Go, 0);
        Assert.AreEqual(good, rig.Gate.Armed, "the count starts anew");
        rig.Scan(Go, 0);
        Assert.IsTrue(rig.Gate.Armed);
    }

    [TestMethod]
    public void G5_ArmedGate_BearsASlowScanThatIsNotLate()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise, 80_000));
        Assert.AreEqual(Raise, rig.Scan(Go, Raise, 80_000));
        Assert.IsTrue(rig.Gate.Armed);
    }

    [TestMethod]
    public void G5_LateScanBetweenGoodOnes_StartsTheCountAnew()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Go, 0, 150_000);
        rig.Scan(Go, 0);
        rig.Scan(Go, 0, 150_000);
        rig.Scan(Go, 0);
        Assert.IsFalse(rig.Gate.Armed);
    }

    [TestMethod]
    public void G5_LateScanWithoutItsSecondHalf_NeedsAFreshRequestAllTheSame()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        rig.Gate.Condition((int)Go, 150_000);
        rig.Gate.Condition((int)Go, GateRig.PeriodUs);
        Assert.AreEqual(0, rig.Scan(Go, Raise), "armed by two first halves");
        Assert.IsTrue(rig.Gate.Armed);
        Assert.AreEqual(GateRule.Late, rig.Gate.RefusedBy(0));
    }
}
