using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>A gate whose state is saved and loaded into another one.</summary>
[TestClass]
public class SavedStateTests
{
    private const int Tables = 20;
    private const int Scans = 300;

    [TestMethod]
    public void Exchange_LoadedIntoAFreshGate_GoesOnLikeTheOneThatWasSaved()
    {
        for (int seed = 0; seed < Tables; seed++)
        {
            var random = new Random(seed);
            long[] words = RandomTable.Words(random);
            var gate = new Gate(new GateTable(words), 0);
            var scans = new RandomScans(words, random);
            for (int i = 0; i < Scans; i++)
            {
                Do(gate, scans.Next(gate));
                Gate loaded = Loaded(gate, words);
                AssertSame(gate, loaded, seed);
                Do(gate, scans.Next(gate), loaded);
                AssertSame(gate, loaded, seed);
            }
        }
    }

    [TestMethod]
    public void Exchange_TakesTheWordsThatItSays()
    {
        var frame = new StateFrame(new long[Gate.StateWords + 5]);
        frame.BeginSave(5);
        new GateRig().Gate.Exchange(frame);
        Assert.AreEqual(Gate.StateWords + 5, frame.At);
    }

    private static Gate Loaded(Gate gate, long[] words)
    {
        var frame = new StateFrame(new long[Gate.StateWords]);
        frame.BeginSave(0);
        gate.Exchange(frame);
        var loaded = new Gate(new GateTable(words), 0);
        frame.BeginLoad(0);
        loaded.Exchange(frame);
        return loaded;
    }

    private static void Do(Gate gate, Step step, Gate? other = null)
    {
        foreach (Gate each in other is null ? [gate] : new[] { gate, other })
        {
            each.Reset(step.Reset);
            if (step.FirstHalf)
            {
                each.Condition(step.Pins, step.GapUs);
            }

            if (step.SecondHalf)
            {
                each.Scan(step.Derived, step.Requests, step.Renewed);
            }
        }
    }

    private static void AssertSame(Gate gate, Gate other, int seed)
    {
        string at = $"seed {seed}";
        Assert.AreEqual(gate.Permitted, other.Permitted, at);
        Assert.AreEqual(gate.Conditions, other.Conditions, at);
        Assert.AreEqual(gate.Latched, other.Latched, at);
        Assert.AreEqual(gate.MayPulse, other.MayPulse, at);
        Assert.AreEqual(gate.Armed, other.Armed, at);
        Assert.AreEqual(gate.StepUs, other.StepUs, at);
        for (int o = 0; o < RandomTable.Outputs; o++)
        {
            Assert.AreEqual(gate.RefusedBy(o), other.RefusedBy(o), at);
            Assert.AreEqual(gate.Blocking(o), other.Blocking(o), at);
        }
    }
}
