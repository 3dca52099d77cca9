using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>The words that the writer makes are a table that the gate takes.</summary>
[TestClass]
public sealed class GateTableWriterTests
{
    [TestMethod]
    public void Table_WithNothingButNumbersOfInputsAndOutputs_HasNoFault()
    {
        GateTable table = Begin(32, 16).Table();

        Assert.IsNull(GateTableCheck.Fault(table.Words));
        Assert.AreEqual((32, 16), (table.InputCount, table.OutputCount));
        Assert.IsTrue(Enumerable.Range(0, 16).All(o => table.Words[GateTable.MaxOnUsAt + o] == GateTable.Never));
    }

    [TestMethod]
    public void Table_Largest_HasNoFault()
    {
        GateTableWriter writer = Begin(32, 16);
        writer.Trip(40, TripCode.ChannelDiscrepancy, node: true, outputs: 0xFFFF);
        writer.Trip(63, TripCode.FeedbackFault, node: true, outputs: 0xFFFF);
        for (int p = 0; p < 8; p++)
        {
            writer.Pair(offAtOne: p % 2 == 0, windowMs: 10 + p, fault: 40);
        }

        for (int o = 0; o < 16; o++)
        {
            writer.Feedback(16 + o, windowMs: 600_000, fault: 63);
            writer.Motion(o, maxOnMs: 600_000, restMs: 1, leaseMs: 1);
            writer.Input(16 + o, inverted: true, startOn: true, onDelayMs: 600_000, offDelayMs: 1);
        }

        writer.Exclude(0, 15, deadTimeMs: 600_000);
        long[] words = writer.Table().Words;

        Assert.IsNull(GateTableCheck.Fault(words));
        Assert.AreEqual((8L, 16L, 16L), (words[GateTable.PairCountAt], words[GateTable.FeedbackCountAt], words[GateTable.FeedbackInputAt]));
        Assert.AreEqual(0x1111L, words[GateTable.PairsOffAtOneAt]);
        Assert.AreEqual((10_000L, 17_000L), (words[GateTable.PairWindowUsAt], words[GateTable.PairWindowUsAt + 7]));
        Assert.AreEqual(0x0000FFFFL, words[GateTable.InstantOnInputsAt]);
        Assert.AreEqual(0x0000FFFFL, words[GateTable.InstantOffInputsAt]);
        Assert.AreEqual((1L << 15, 1L), (words[GateTable.ExcludesAt], words[GateTable.ExcludesAt + 15]));
    }

    [TestMethod]
    public void Trip_OfEveryCondition_KeepsItsCode()
    {
        GateTableWriter writer = Begin(32, 1);
        for (int c = 0; c < GateTable.MaxConditions; c++)
        {
            writer.Trip(c, (TripCode)(1 + (c % 7)), node: c % 2 == 0, outputs: 1);
        }

        GateTable table = writer.Table();

        Assert.IsNull(GateTableCheck.Fault(table.Words));
        Assert.IsTrue(Enumerable.Range(0, GateTable.MaxConditions).All(c => table.TripCode(c) == (TripCode)(1 + (c % 7))));
        Assert.AreEqual((-1L, 0x5555555555555555L, -1L), (table.TripConditions, table.NodeTrips, table.MustBeZero(0)));
    }

    [TestMethod]
    public void Table_WrittenTwice_IsTwoTables()
    {
        GateTableWriter writer = Begin(1, 1);
        GateTable first = writer.Table();
        writer.Require(0, 1);

        Assert.AreEqual(0, first.MustBeOne(0));
        Assert.AreEqual(1, writer.Table().MustBeOne(0));
        Assert.IsNull(GateTableCheck.Fault(first.Words));
    }

    private static GateTableWriter Begin(int inputs, int outputs)
    {
        var writer = new GateTableWriter(inputs, outputs);
        writer.Timing(lateLimitMs: 100, rearmGapMs: 60);
        return writer;
    }
}
