namespace BarrierNode.Interlock.Tests;

[TestClass]
public class InputFilterTests
{
    private const long PeriodUs = 20_000;

    [TestMethod]
    public void Scan_NoDelay_FollowsInTheSameScan()
    {
        var filter = new InputFilter(1, 0, 0, [0], [0]);
        Assert.AreEqual(1, filter.Scan(1, PeriodUs));
        Assert.AreEqual(0, filter.Scan(0, PeriodUs));
    }

    [TestMethod]
    public void Scan_Inverted_IsOneWhileThePinIsLow()
    {
        var filter = new InputFilter(2, 2, 0, [0, 0], [0, 0]);
        Assert.AreEqual(2, filter.Scan(0, PeriodUs), "a cut wire acts");
        Assert.AreEqual(0, filter.Scan(2, PeriodUs));
    }

    [TestMethod]
    public void Scan_Loop_IsOccupiedAtOnceAndClearOnlyAfterItsHold()
    {
        var filter = new InputFilter(1, 0, 0, [0], [1000]);
        Assert.AreEqual(1, filter.Scan(1, PeriodUs));
        int clearUs = 0;
        while (filter.Scan(0, PeriodUs) != 0)
        {
            clearUs += (int)PeriodUs;
        }

        Assert.IsInRange(1_000_000, 1_000_000 + (2 * (int)PeriodUs), clearUs, "never shorter than the hold");
    }

    [TestMethod]
    public void Scan_Chatter_StartsTheDelayAnew()
    {
        var filter = new InputFilter(1, 0, 1, [0], [1000]);
        for (int i = 0; i < 200; i++)
        {
            Assert.AreEqual(1, filter.Scan(i % 40 == 39 ? 1 : 0, PeriodUs), "it was never clear for 1 s");
        }
    }

    [TestMethod]
    public void Scan_AfterReset_LoopCountsAsOccupiedUntilProvenClear()
    {
        var filter = new InputFilter(1, 0, 1, [0], [1000]);
        Assert.AreEqual(1, filter.Scan(0, 0));
        for (int i = 0; i < 49; i++)
        {
            Assert.AreEqual(1, filter.Scan(0, PeriodUs));
        }

        filter.Scan(0, PeriodUs);
        Assert.AreEqual(0, filter.Scan(0, PeriodUs));
    }

    [TestMethod]
    public void Scan_ShortPulse_IsIgnoredByAnOnDelay()
    {
        var filter = new InputFilter(1, 0, 0, [40], [0]);
        Assert.AreEqual(0, filter.Scan(1, PeriodUs));
        Assert.AreEqual(0, filter.Scan(1, PeriodUs));
        Assert.AreEqual(0, filter.Scan(0, PeriodUs));
        Assert.AreEqual(0, filter.Scan(1, PeriodUs));
    }
}
