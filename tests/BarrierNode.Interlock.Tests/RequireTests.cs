namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G1, and what is permitted at all.</summary>
[TestClass]
public class RequireTests
{
    private const int Raise = GateRig.Raise;
    private const int Red = GateRig.Red;
    private const long Go = GateRig.Go;
    private const long Vehicle = GateRig.Vehicle;

    [TestMethod]
    public void G1_EveryConditionRight_Permits()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(GateRule.None, rig.Gate.RefusedBy(0));
        Assert.AreEqual(0, rig.Gate.Blocking(0));
        Assert.AreEqual(Raise, rig.Gate.Permitted);
        Assert.AreEqual(Go, rig.Gate.Conditions);
    }

    [TestMethod]
    [DataRow(0L, Go, DisplayName = "must be 1, is 0")]
    [DataRow(Go | Vehicle, Vehicle, DisplayName = "must be 0, is 1")]
    [DataRow(Vehicle, Go | Vehicle, DisplayName = "both")]
    public void G1_AConditionWrong_RefusesInThatScanAndNamesIt(long conditions, long blocking)
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(0, rig.Scan(conditions, Raise));
        Assert.AreEqual(GateRule.Require, rig.Gate.RefusedBy(0));
        Assert.AreEqual(blocking, rig.Gate.Blocking(0));
    }

    [TestMethod]
    public void G1_NotRequested_StillTellsWhatWouldRefuse()
    {
        GateRig rig = new GateRig().Ready();
        rig.Scan(Vehicle, 0);
        Assert.AreEqual(GateRule.Require, rig.Gate.RefusedBy(0));
        Assert.AreEqual(Go | Vehicle, rig.Gate.Blocking(0));
    }

    [TestMethod]
    public void Scan_OutputNotRequested_IsNeverOn()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Red, rig.Scan(Go, Red));
        Assert.AreEqual(0, rig.Scan(Go, 0));
    }

    [TestMethod]
    public void Scan_RequestForAnOutputThatDoesNotExist_IsIgnored()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual(Red, rig.Scan(Go, Red | 1 << 4 | 1 << 15 | int.MinValue));
    }

    [TestMethod]
    public void Scan_DerivedConditionsInTheBitsOfInputs_AreIgnored()
    {
        GateRig rig = new GateRig().Ready();
        rig.Gate.Condition(0, GateRig.PeriodUs);
        Assert.AreEqual(0, rig.Gate.Scan(Go, Raise, Raise), "only the pin makes an input");
        Assert.AreEqual(0, rig.Gate.Conditions);
    }

    [TestMethod]
    public void Condition_PinsOfInputsThatDoNotExist_AreIgnored()
    {
        GateRig rig = new GateRig().Ready();
        Assert.AreEqual((int)Go, rig.Gate.Condition(~(int)Vehicle, GateRig.PeriodUs));
    }

    [TestMethod]
    public void Inputs_HighestInput_IsConditionThirtyOneAlone() => Assert.AreEqual(1L << 31, Gate.Inputs(int.MinValue));

    [TestMethod]
    public void Table_OfAGate_IsTheOneItWasMadeWith()
    {
        var rig = new GateRig();
        Assert.AreSame(rig.Words, rig.Gate.Table.Words);
    }
}
