using BarrierNode.Street.Loops;

namespace BarrierNode.Street.Tests.Loops;

/// <summary>The oscillator of a loop and its counter.</summary>
[TestClass]
public sealed class LoopOscillatorTests
{
    [TestMethod]
    public void Read_OverManyScans_LosesNoEdge()
    {
        var oscillator = new LoopOscillator(60_123.4);
        long sum = 0;
        for (int scan = 0; scan < 50 * 60; scan++)
        {
            oscillator.Advance(20_000, 0);
            int edges = oscillator.Read();
            Assert.IsInRange(2403, 2407, edges, "whole edges alone");
            sum += edges;
        }

        Assert.AreEqual(2 * 60 * 60_123.4, sum, 2);
    }

    [TestMethod]
    public void Inductance_SinksByOnePercent_RaisesTheFrequencyByHalfAPercent()
    {
        var oscillator = new LoopOscillator(100_000);
        oscillator.Advance(1_000_000, 10_000);
        Assert.AreEqual(200_000 * 1.00504, oscillator.Read(), 3);
    }

    [TestMethod]
    public void Faults_OfTheWire_StopOrSpeedIt()
    {
        var oscillator = new LoopOscillator(100_000) { IsOpen = true };
        oscillator.Advance(20_000, 0);
        Assert.AreEqual(0, oscillator.Read());
        oscillator.IsOpen = false;
        oscillator.ShortFactor = 2;
        oscillator.Advance(20_000, 0);
        Assert.AreEqual(8000, oscillator.Read(), 2);
    }
}
