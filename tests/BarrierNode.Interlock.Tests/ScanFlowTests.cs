namespace BarrierNode.Interlock.Tests;

[TestClass]
public class ScanFlowTests
{
    [TestMethod]
    [DataRow(new[] { 0, 1, 2 }, true, DisplayName = "in order")]
    [DataRow(new[] { 0, 1 }, false, DisplayName = "one missing")]
    [DataRow(new[] { 0, 2, 1 }, false, DisplayName = "out of order")]
    [DataRow(new[] { 0, 1, 1, 2 }, false, DisplayName = "one twice")]
    [DataRow(new[] { 0, 2, 1, 2 }, false, DisplayName = "out of order, then in order again")]
    [DataRow(new[] { 1, 2 }, false, DisplayName = "first missing")]
    [DataRow(new[] { 0, 1, 2, 0 }, false, DisplayName = "too many")]
    public void End_StepsOfAScan_OnlyTheWholeOrderIsComplete(int[] steps, bool complete)
    {
        var flow = new ScanFlow(3);
        flow.Begin();
        Array.ForEach(steps, flow.Done);
        Assert.AreEqual(complete, flow.End());
    }

    [TestMethod]
    public void End_WithoutBegin_IsNotComplete()
    {
        var flow = new ScanFlow(1);
        flow.Begin();
        flow.Done(0);
        flow.End();
        flow.Done(0);
        Assert.IsFalse(flow.End());
    }

    [TestMethod]
    public void End_WithoutBeginAndWithoutTheFirstStep_IsNotComplete()
    {
        var flow = new ScanFlow(2);
        flow.End();
        flow.Done(1);
        Assert.IsFalse(flow.End());
    }

    [TestMethod]
    public void End_BeforeTheFirstBegin_IsNotComplete()
    {
        Assert.IsFalse(new ScanFlow(1).End());
        var flow = new ScanFlow(2);
        flow.Done(1);
        Assert.IsFalse(flow.End());
    }
}
