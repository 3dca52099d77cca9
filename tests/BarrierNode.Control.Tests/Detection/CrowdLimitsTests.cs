namespace BarrierNode.Control.Tests;

[TestClass]
public class CrowdLimitsTests
{
    // 100 m2, 4 persons a square metre, 200 a minute, 30 %.
    private static readonly CrowdLimits s_limits = new(100, 40, 200, 30);

    [TestMethod]
    [DataRow(399, 0, 0)]
    [DataRow(400, 0, CrowdState.Density)]
    [DataRow(360, CrowdState.Density, CrowdState.Density)]
    [DataRow(359, CrowdState.Density, 0)]
    public void Over_PeopleOnTheArea_IsDensityWithHysteresis(int people, int before, int expected)
    {
        var count = new CrowdCount();
        count.Set(people);
        Assert.AreEqual(expected, s_limits.Over(count, before));
    }

    [TestMethod]
    [DataRow(200, 1, 0, 0)]
    [DataRow(200, 0, 0, CrowdState.Surge)]
    [DataRow(152, 2, CrowdState.Surge, CrowdState.Surge)]
    [DataRow(151, 2, CrowdState.Surge, 0)]
    public void Over_NetInflow_IsASurgeWithHysteresis(int came, int went, int before, int expected) =>
        Assert.AreEqual(expected, s_limits.Over(Flow(came, went), before));

    [TestMethod]
    [DataRow(70, 30, 0, CrowdState.CounterFlow)]
    [DataRow(30, 70, 0, CrowdState.CounterFlow)]
    [DataRow(71, 29, 0, 0)]
    [DataRow(77, 23, CrowdState.CounterFlow, CrowdState.CounterFlow)]
    [DataRow(78, 22, CrowdState.CounterFlow, 0)]
    [DataRow(50, 49, 0, 0, DisplayName = "too few to matter")]
    [DataRow(25, 25, CrowdState.CounterFlow, CrowdState.CounterFlow)]
    [DataRow(25, 24, CrowdState.CounterFlow, 0)]
    public void Over_TwoStreams_AreACounterFlowWithHysteresis(int came, int went, int before, int expected) =>
        Assert.AreEqual(expected, s_limits.Over(Flow(came, went), before));

    [TestMethod]
    public void Over_Nobody_IsNothing() => Assert.AreEqual(0, new CrowdLimits(1, 1, 1, 1).Over(new CrowdCount(), 0));

    private static CrowdCount Flow(int came, int went)
    {
        var count = new CrowdCount();
        count.Step(came, went, 20_000);
        return count;
    }
}
