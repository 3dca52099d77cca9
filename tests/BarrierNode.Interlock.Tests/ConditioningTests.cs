using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>How contacts become conditions: polarity, delays, and what counts at the start.</summary>
[TestClass]
public class ConditioningTests
{
    private const long PeriodUs = 20_000;

    [TestMethod]
    public void Condition_NoDelay_FollowsInTheSameScan()
    {
        Gate gate = Make(t => t);
        Assert.AreEqual(1, gate.Condition(1, PeriodUs));
        Assert.AreEqual(0, gate.Condition(0, PeriodUs));
    }

    [TestMethod]
    public void Condition_Inverted_IsOneWhileThePinIsLow()
    {
        Gate gate = Make(t => t.Inverted(1));
        Assert.AreEqual(2, gate.Condition(0, PeriodUs), "a cut wire acts");
        Assert.AreEqual(0, gate.Condition(2, PeriodUs));
    }

    [TestMethod]
    public void Condition_HighestInput_IsConditionedLikeTheOthers()
    {
        Gate gate = Make(t => t.Delays(31, 10_000, 0), 32);
        Assert.AreEqual(0, gate.Condition(int.MinValue, PeriodUs));
        Assert.AreEqual(int.MinValue, gate.Condition(int.MinValue, PeriodUs));
        Assert.AreEqual(-1 ^ int.MinValue, gate.Condition(-1 ^ int.MinValue, PeriodUs));
    }

    [TestMethod]
    public void Condition_Loop_IsOccupiedAtOnceAndClearWhenItsHoldWasWatched()
    {
        Gate gate = Make(t => t.Delays(0, 0, 1_000_000));
        Assert.AreEqual(1, gate.Condition(1, PeriodUs));
        Assert.AreEqual(1, gate.Condition(0, PeriodUs), "the hold begins with the scan that sees the contact open");
        for (int i = 0; i < 10; i++)
        {
            Assert.AreEqual(1, gate.Condition(0, 99_999));
        }

        Assert.AreEqual(1, gate.Condition(0, 9));
        Assert.AreEqual(0, gate.Condition(0, 1));
    }

    [TestMethod]
    public void Condition_Chatter_StartsTheDelayAnew()
    {
        Gate gate = Make(t => t.StartOn(0).Delays(0, 0, 1_000_000));
        for (int i = 0; i < 200; i++)
        {
            Assert.AreEqual(1, gate.Condition(i % 40 == 39 ? 1 : 0, PeriodUs), "it was never clear for 1 s");
        }
    }

    [TestMethod]
    public void Condition_AfterStart_LoopCountsAsOccupiedUntilProvenClear()
    {
        Gate gate = Make(t => t.StartOn(0).Delays(0, 0, 1_000_000));
        Assert.AreEqual(1, gate.Condition(0, 0));
        for (int i = 0; i < 49; i++)
        {
            Assert.AreEqual(1, gate.Condition(0, PeriodUs));
        }

        Assert.AreEqual(0, gate.Condition(0, PeriodUs));
    }

    [TestMethod]
    public void Condition_TestPulse_IsNoEdge()
    {
        Gate gate = Make(t => t.Inverted(0).Delays(0, 5_000, 0));
        gate.Condition(1, PeriodUs);
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(0, gate.Condition(i % 2, 4_999), "the circuit is tested in every second scan, and never open for the length of a pulse");
        }

        Assert.AreEqual(0, gate.Condition(0, PeriodUs));
        Assert.AreEqual(1, gate.Condition(0, 5_000), "open for as long as a pulse lasts");
    }

    [TestMethod]
    public void Condition_LateGap_EarnsNoSteadyContact()
    {
        Gate gate = Make(t => t.StartOn(0).Delays(0, 0, 40_000));
        gate.Condition(0, PeriodUs);
        Assert.AreEqual(1, gate.Condition(0, 10_000_000), "nobody watched");
        Assert.AreEqual(1, gate.Condition(0, PeriodUs));
        Assert.AreEqual(0, gate.Condition(0, PeriodUs));
    }

    [TestMethod]
    public void Condition_DelaysThatDiffer_EachDirectionHasItsOwn()
    {
        Gate gate = Make(t => t.Delays(0, 20_000, 60_000));
        Assert.AreEqual(0, gate.Condition(1, PeriodUs));
        Assert.AreEqual(1, gate.Condition(1, PeriodUs));
        Assert.AreEqual(1, gate.Condition(0, PeriodUs));
        Assert.AreEqual(1, gate.Condition(0, PeriodUs));
        Assert.AreEqual(1, gate.Condition(0, PeriodUs));
        Assert.AreEqual(0, gate.Condition(0, PeriodUs));
    }

    private static Gate Make(Func<TableBuilder, TableBuilder> change, int inputs = 2) => new(change(new TableBuilder(inputs, 1)).Build(), 0);
}
