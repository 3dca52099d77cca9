namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G6: output 0 (raise) has its feedback contact at input 2, output 1 (lower) at input 3.</summary>
[TestClass]
public class FeedbackTests
{
    private const int Raise = GateRig.Raise;
    private const int Red = GateRig.Red;
    private const long Go = GateRig.Go;
    private const long RaiseFeedback = 4;
    private const long LowerFeedback = 8;
    private const long RaiseFault = 1L << 50;
    private const long LowerFault = 1L << 51;

    [TestMethod]
    public void G6_ContactFollowsWithinTheWindow_IsNoFault()
    {
        GateRig rig = Rig();
        rig.Scan(Go, Raise);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(Raise, rig.Scan(Go, Raise), "open for 40 ms after the output was on, which is the window");
        Assert.AreEqual(Raise, rig.Scan(Go | RaiseFeedback, Raise));
        Assert.AreEqual(0, rig.Gate.Latched);
    }

    [TestMethod]
    public void G6_ContactStaysOpenBeyondTheWindow_TripsAndWithdrawsTheOutput()
    {
        GateRig rig = Rig();
        rig.Scan(Go, Raise);
        rig.Scan(Go, Raise);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(Red, rig.Scan(Go, Raise | Red, 1));
        Assert.AreEqual(RaiseFault, rig.Gate.Latched);
        Assert.AreEqual(Go | RaiseFault, rig.Gate.Conditions);
        Assert.AreEqual(GateRule.Trip, rig.Gate.RefusedBy(0));
    }

    [TestMethod]
    public void G6_WeldedContact_TripsWhileItsOutputIsOff()
    {
        GateRig rig = Rig();
        rig.Scan(Go | LowerFeedback, Red);
        rig.Scan(Go | LowerFeedback, Red);
        Assert.AreEqual(LowerFault, rig.Gate.Latched);
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Lower), "the next move does not start");
    }

    [TestMethod]
    public void G6_ContactDisagreesFromTheStart_HasItsWindowAndNoMore()
    {
        GateRig rig = new(Feedbacks, inputs: 4);
        rig.Scan(Go | RaiseFeedback, 0, 40_000);
        Assert.AreEqual(0, rig.Gate.Latched);
        rig.Scan(Go | RaiseFeedback, 0, 1);
        Assert.AreEqual(RaiseFault, rig.Gate.Latched);
    }

    [TestMethod]
    public void G6_LateGapWhileTheyDiffer_ProvesNothing()
    {
        GateRig rig = Rig();
        rig.Scan(Go | LowerFeedback, 0, 10_000_000);
        Assert.AreEqual(0, rig.Gate.Latched);
        rig.Scan(Go | LowerFeedback, 0, 30_000);
        Assert.AreEqual(0, rig.Gate.Latched, "watched for 30 ms, its window");
        rig.Scan(Go | LowerFeedback, 0, 1);
        Assert.AreEqual(LowerFault, rig.Gate.Latched);
    }

    [TestMethod]
    public void G6_StallInWhichThePermissionChainFell_IsNoFaultOfTheContact()
    {
        GateRig rig = Rig();
        rig.Scan(Go, GateRig.Lower);
        rig.Scan(Go | LowerFeedback, GateRig.Lower);
        Assert.AreEqual(0, rig.Scan(Go, GateRig.Lower, 2_000_000), "late: motion off");
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Gate.Latched);
    }

    [TestMethod]
    public void G6_ContactRightAgain_StaysLatchedUntilTheReset()
    {
        GateRig rig = Rig();
        rig.Scan(Go | LowerFeedback, 0, 41_000);
        Assert.AreEqual(LowerFault, rig.Gate.Reset(-1), "it stands");
        rig.Scan(Go, 0);
        Assert.AreEqual(LowerFault, rig.Gate.Latched);
        Assert.AreEqual(0, rig.Gate.Reset(-1));
    }

    private static GateRig Rig() => new GateRig(Feedbacks, inputs: 4).Ready();

    // Lower has the shorter window.
    private static Tables.TableBuilder Feedbacks(Tables.TableBuilder table) => table.Feedback(2, 40_000, 50).Feedback(2, 30_000, 51);
}
