using BarrierNode.Interlock;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class ScanMeterTests
    {
        [TestMethod]
        public void CloseWindow_AfterScans_TellsMeanExtremesAndPercentile()
        {
            ScanMeter meter = new ScanMeter();
            for (int i = 0; i < 197; i++)
            {
                meter.Add(100, 20000, false);
            }

            meter.Add(400, 15000, false);
            meter.Add(100, 47000, false);
            meter.Add(100, 120000, true);
            meter.CloseWindow();
            Assert.AreEqual(101, meter.ScanMeanUs);
            Assert.AreEqual(400, meter.ScanMaxUs);
            Assert.AreEqual(15000, meter.GapMinUs);
            Assert.AreEqual(120000, meter.GapMaxUs);
            Assert.AreEqual(22000, meter.GapP99Us);
            Assert.AreEqual(1, meter.LateScans);
        }

        [TestMethod]
        public void CloseWindow_WithoutScans_KeepsTheLastFigures()
        {
            ScanMeter meter = new ScanMeter();
            meter.Add(300, 20000, false);
            meter.CloseWindow();
            meter.CloseWindow();
            Assert.AreEqual(300, meter.ScanMeanUs);
        }

        [TestMethod]
        public void Add_ExtremeGaps_StayWithinTheHistogram()
        {
            ScanMeter meter = new ScanMeter();
            meter.Add(1, -5, false);
            meter.Add(1, int.MaxValue, true);
            meter.CloseWindow();
            Assert.AreEqual(-5, meter.GapMinUs);
            Assert.AreEqual(int.MaxValue, meter.GapMaxUs);
        }
    }
}
