namespace BarrierNode.Interlock.Tests;

[TestClass]
public class ScanMeterTests
{
    [TestMethod]
    public void CloseWindow_AfterScans_TellsMeanMinMaxAndPercentile()
    {
        var meter = new ScanMeter();
        for (int i = 0; i < 197; i++)
        {
            meter.Add(100, 20_000, false);
        }

        meter.Add(400, 15_000, false);
        meter.Add(100, 47_000, false);
        meter.Add(100, 120_000, true);
        meter.CloseWindow();
        Assert.AreEqual(101, meter.ScanMeanUs);
        Assert.AreEqual(400, meter.ScanMaxUs);
        Assert.AreEqual(15_000, meter.GapMinUs);
        Assert.AreEqual(120_000, meter.GapMaxUs);
        Assert.AreEqual(22_000, meter.GapP99Us);
        Assert.AreEqual(1, meter.LateScans);
    }

    [TestMethod]
    public void CloseWindow_TwoWindows_TheSecondKnowsNothingOfTheFirst()
    {
        var meter = new ScanMeter();
        meter.Add(500, 90_000, false);
        meter.CloseWindow();
        meter.Add(100, 20_000, false);
        meter.CloseWindow();
        Assert.AreEqual(100, meter.ScanMaxUs);
        Assert.AreEqual(20_000, meter.GapMaxUs);
        Assert.AreEqual(20_000, meter.GapP99Us);
    }
}
