using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

[TestClass]
public class CrowdCountTests
{
    private const long ScanUs = 20_000;

    [TestMethod]
    public void Step_PeopleComeAndGo_CountsWhoIsInside()
    {
        var count = new CrowdCount();
        count.Step(3, 0, ScanUs);
        count.Step(1, 2, ScanUs);
        Assert.AreEqual((2, 4, 2), (count.People, count.InPerMin, count.OutPerMin));
    }

    [TestMethod]
    public void Step_MoreGoThanCame_IsNeverNegative()
    {
        var count = new CrowdCount();
        count.Step(1, 0, ScanUs);
        count.Step(0, 3, ScanUs);
        Assert.AreEqual(0, count.People);
        count.Step(1, 0, ScanUs);
        Assert.AreEqual(1, count.People, "who was not counted coming in is owed to nobody");
    }

    [TestMethod]
    [DataRow(50.0, 1)]
    [DataRow(60.0, 0)]
    public void InPerMin_OneCameBefore_IsForgottenAfter50To60Seconds(double seconds, int expected)
    {
        var count = new CrowdCount();
        count.Step(1, 1, ScanUs);
        for (int i = 0; i < (int)(seconds * 50) - 1; i++)
        {
            count.Step(0, 0, ScanUs);
        }

        Assert.AreEqual((expected, expected), (count.InPerMin, count.OutPerMin));
    }

    [TestMethod]
    public void InPerMin_SteadyStream_IsItsRate()
    {
        var count = new CrowdCount();
        for (int i = 0; i < 5 * 60 * 50; i++)
        {
            count.Step(i % 10 == 0 ? 1 : 0, i % 50 == 0 ? 1 : 0, ScanUs);
        }

        Assert.IsInRange(250, 300, count.InPerMin);
        Assert.IsInRange(50, 60, count.OutPerMin);
        Assert.AreEqual(5 * 60 * 4, count.People);
    }

    [TestMethod]
    public void Set_SomebodyHasCounted_ReplacesTheNumberAlone()
    {
        var count = new CrowdCount();
        count.Step(7, 0, ScanUs);
        count.Set(0);
        Assert.AreEqual((0, 7), (count.People, count.InPerMin));
    }

    [TestMethod]
    public void Exchange_IntoAnother_GoesOnTheSame()
    {
        var frame = new StateFrame(new long[CrowdCount.StateWords]);
        var one = new CrowdCount();
        one.Step(5, 2, 15_000_000);
        frame.BeginSave(0);
        one.Exchange(frame);
        Assert.AreEqual(CrowdCount.StateWords, frame.At);
        var other = new CrowdCount();
        frame.BeginLoad(0);
        other.Exchange(frame);
        for (int i = 0; i < 5; i++)
        {
            Assert.AreEqual((3, 5, 2), (other.People, other.InPerMin, other.OutPerMin));
            other.Step(0, 0, 10_000_000);
        }

        other.Step(0, 0, 10_000_000);
        Assert.AreEqual((3, 0, 0), (other.People, other.InPerMin, other.OutPerMin));
    }
}
