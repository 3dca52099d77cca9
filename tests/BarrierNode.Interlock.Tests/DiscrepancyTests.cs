using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G7: inputs 0 and 1 are one pair, off at 0; 2 and 3 another, off at 1.</summary>
[TestClass]
public class DiscrepancyTests
{
    private const int Off = 0b1100;
    private const long FirstFault = 1L << 40;
    private const long SecondFault = 1L << 41;

    [TestMethod]
    [DataRow(0b1101, FirstFault)]
    [DataRow(0b1110, FirstFault)]
    [DataRow(0b1000, SecondFault)]
    [DataRow(0b0100, SecondFault)]
    public void G7_ChannelsDifferBeyondTheWindow_Trips(int pins, long fault)
    {
        Gate gate = Make();
        Assert.AreEqual(0, Conditions(gate, pins, 50_000), "as long as the window");
        Assert.AreEqual(fault, Conditions(gate, pins, 1));
        Assert.AreEqual(fault, gate.Latched);
    }

    [TestMethod]
    public void G7_ChannelsAgreeNowAndThen_NeverTrips()
    {
        Gate gate = Make();
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(0, Conditions(gate, Off | 0b01, 50_000));
            Assert.AreEqual(0, Conditions(gate, Off | (i & 1) * 0b11, 1));
        }
    }

    [TestMethod]
    public void G7_AfterADiscrepancy_BothOnIsNotEnough()
    {
        Gate gate = Make();
        Conditions(gate, Off | 0b01, 50_001);
        Assert.AreEqual(FirstFault, Conditions(gate, Off | 0b11, 20_000), "they agree, but have not gone off");
        Assert.AreEqual(FirstFault, Conditions(gate, Off | 0b10, 20_000));
        Assert.AreEqual(FirstFault, gate.Reset(-1));
        Assert.AreEqual(0, Conditions(gate, Off, 20_000));
        Assert.AreEqual(FirstFault, gate.Latched);
        Assert.AreEqual(0, gate.Reset(-1));
    }

    [TestMethod]
    public void G7_OffAtOne_BothZeroIsNotEnough()
    {
        Gate gate = Make();
        Conditions(gate, 0b1000, 50_001);
        Assert.AreEqual(SecondFault, Conditions(gate, 0b0000, 20_000));
        Assert.AreEqual(0, Conditions(gate, 0b1100, 20_000));
    }

    [TestMethod]
    public void G7_DiscrepancyAfterTheReset_HasItsWindowAgain()
    {
        Gate gate = Make();
        Conditions(gate, Off | 0b01, 50_001);
        Conditions(gate, Off, 20_000);
        gate.Reset(-1);
        Assert.AreEqual(0, Conditions(gate, Off | 0b10, 50_000));
        Assert.AreEqual(FirstFault, Conditions(gate, Off | 0b10, 1));
    }

    [TestMethod]
    public void G7_BothPairsAtFault_BothTrip()
    {
        Gate gate = Make();
        Assert.AreEqual(FirstFault | SecondFault, Conditions(gate, 0b0110, 60_000));
    }

    private static Gate Make() => new(
        new TableBuilder(4, 1).Pair(50_000, 40).Pair(50_000, 41, offAtOne: true).MustBeZero(0, 40, 41).Build(), 0);

    private static long Conditions(Gate gate, int pins, long elapsedUs)
    {
        gate.Condition(pins, elapsedUs);
        gate.Scan(0, 0, 0);
        return gate.Conditions & GateTable.DerivedConditions;
    }
}
