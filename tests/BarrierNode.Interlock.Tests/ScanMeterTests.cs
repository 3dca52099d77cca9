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

    [TestMethod]
    public void CloseWindow_LongestGapAndScanFirst_AreTheMaxima()
    {
        var meter = new ScanMeter();
        meter.Add(400, 90_000, false);
        meter.Add(100, 20_000, false);
        meter.CloseWindow();
        Assert.AreEqual(400, meter.ScanMaxUs);
        Assert.AreEqual(90_000, meter.GapMaxUs);
        Assert.AreEqual(20_000, meter.GapMinUs);
    }

    [TestMethod]
    public void CloseWindow_WithoutScans_KeepsTheFiguresOfTheLast()
    {
        var meter = new ScanMeter();
        meter.Add(100, 20_000, false);
        meter.CloseWindow();
        meter.CloseWindow();
        Assert.AreEqual(100, meter.ScanMeanUs);
        Assert.AreEqual(20_000, meter.GapP99Us);
    }

    [TestMethod]
    [DataRow(-5, 2_000, DisplayName = "negative: as the shortest")]
    [DataRow(int.MinValue, 2_000, DisplayName = "negative and long: as the shortest")]
    [DataRow(0, 2_000)]
    [DataRow(1_999, 2_000)]
    [DataRow(2_000, 4_000)]
    [DataRow(127_999, 128_000)]
    [DataRow(128_000, 128_000, DisplayName = "beyond the histogram: as the longest")]
    [DataRow(int.MaxValue, 128_000)]
    public void GapP99_OfAnyGap_IsItsTwoMillisecondsRoundedUp(int gapUs, int roundedUs)
    {
        var meter = new ScanMeter();
        for (int i = 0; i < 199; i++)
        {
            meter.Add(100, gapUs, false);
        }

        meter.Add(100, int.MaxValue, false);
        meter.CloseWindow();
        Assert.AreEqual(roundedUs, meter.GapP99Us);
    }

    [TestMethod]
    public void GapP99_EveryGapShorterThanTwoMilliseconds_IsNotRoundedBeyondTheLongest()
    {
        var meter = new ScanMeter();
        meter.Add(100, 1_000, false);
        meter.CloseWindow();
        Assert.AreEqual(1_000, meter.GapP99Us);
    }

    [TestMethod]
    public void GapP99_OfTheSecondWindow_KnowsNothingOfTheGapsOfTheFirst()
    {
        var meter = new ScanMeter();
        for (int i = 0; i < 200; i++)
        {
            meter.Add(100, 60_000, false);
        }

        meter.CloseWindow();
        for (int i = 0; i < 199; i++)
        {
            meter.Add(100, 20_000, false);
        }

        meter.Add(100, 120_000, false);
        meter.CloseWindow();
        Assert.AreEqual(22_000, meter.GapP99Us);
        Assert.AreEqual(20_000, meter.GapMinUs);
        Assert.AreEqual(100, meter.ScanMeanUs);
    }

    [TestMethod]
    public void CloseWindow_TheLateScans_GoOnCounting()
    {
        var meter = new ScanMeter();
        meter.Add(100, 120_000, true);
        meter.CloseWindow();
        meter.Add(100, 130_000, true);
        Assert.AreEqual(2, meter.LateScans);
    }
}
