using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Rule G9: damage in the memory of a running node.</summary>
[TestClass]
public class TableProofTests
{
    private const int ScansOfAProof = 34;
    private const int WordsPerScan = 8;
    private const int WordBits = 64;
    private static readonly int[] s_counts = [GateTable.PairCountAt, GateTable.FeedbackCountAt];

    private const long TableFault = 1L << GateTable.TableFault;

    [TestMethod]
    public void Fault_AnyBitOfATableFlipped_IsFound()
    {
        long[] words = LaneTable.Builder().Words();
        Assert.IsNull(GateTableCheck.Fault(words));
        for (int bit = 0; bit < GateTable.WordCount * WordBits; bit++)
        {
            Flip(words, bit);
            Assert.IsNotNull(GateTableCheck.Fault(words), Name(bit));
            Flip(words, bit);
        }
    }

    [TestMethod]
    public void G9_AnyBitFlippedBeforeAProof_RefusesEverythingForGoodWithinThatProof()
    {
        long[] good = LaneTable.Builder().Words();
        for (int bit = 0; bit < GateTable.WordCount * WordBits; bit++)
        {
            AssertOffForGoodAfter(ScansOfAProof, good, bit, 0);
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(18)]
    [DataRow(33)]
    public void G9_AnyWordChangedDuringAProof_RefusesEverythingForGoodAtTheEndOfThisOneOrTheNext(int scansIntoTheProof)
    {
        long[] good = LaneTable.Builder().Words();
        for (int word = 0; word < GateTable.WordCount; word++)
        {
            int bit = (word * WordBits) + (word * 7 % WordBits);
            bool provedAlready = word < scansIntoTheProof * WordsPerScan;
            AssertOffForGoodAfter(ScansOfAProof - scansIntoTheProof + (provedAlready ? ScansOfAProof : 0), good, bit, scansIntoTheProof);
        }
    }

    [TestMethod]
    public void G9_DamageThatGoesAwayAgain_StaysUntilARestart()
    {
        var gate = new Gate(LaneTable.Builder().Build(), 0);
        gate.Table.Words[GateTable.LeaseUsAt] ^= 1;
        Scans(gate, ScansOfAProof);
        gate.Table.Words[GateTable.LeaseUsAt] ^= 1;
        AssertOffForGood(gate, "repaired");
    }

    [TestMethod]
    public void G9_DamageThatStays_IsClearedByNoResetHoweverManyProofsFollow()
    {
        var gate = new Gate(LaneTable.Builder().Build(), 0);
        gate.Table.Words[GateTable.LeaseUsAt] ^= 1;
        Scans(gate, ScansOfAProof);
        for (int i = 0; i < 3 * ScansOfAProof; i++)
        {
            Assert.AreEqual(TableFault, gate.Reset(-1), $"{i} scans later");
            Assert.AreEqual(0, Scan(gate, LaneTable.Red));
        }
    }

    [TestMethod]
    public void G9_IntactTable_IsProvedAgainAndAgain()
    {
        var gate = new Gate(LaneTable.Builder().Build(), 0);
        Scans(gate, 10 * ScansOfAProof);
        Assert.AreEqual(0, gate.Latched);
        Assert.AreEqual(LaneTable.Red, Scan(gate, LaneTable.Red));
    }

    // Flips a bit in the memory of a gate that has run for a while. Either it is found, or every scan breaks on it, which ends in everything off.
    private static void AssertOffForGoodAfter(int scans, long[] good, int bit, int scansIntoTheProof)
    {
        var gate = new Gate(new GateTable([.. good]), 0);
        Scans(gate, ScansOfAProof + scansIntoTheProof);
        Assert.AreEqual(LaneTable.Red, gate.Permitted, "it works before the damage");
        Flip(gate.Table.Words, bit);
        try
        {
            Scans(gate, scans);
        }
        catch (IndexOutOfRangeException)
        {
            Assert.Contains(bit / WordBits, s_counts, "only a count leads out of an array");
            Assert.IsTrue(BreaksInEveryScan(gate), Name(bit));
            return;
        }

        AssertOffForGood(gate, $"{Name(bit)}, {scansIntoTheProof} scans into a proof");
    }

    private static bool BreaksInEveryScan(Gate gate)
    {
        for (int i = 0; i < ScansOfAProof; i++)
        {
            try
            {
                Scan(gate, LaneTable.Red);
                return false;
            }
            catch (IndexOutOfRangeException)
            {
                // As it must.
            }
        }

        return true;
    }

    private static void AssertOffForGood(Gate gate, string what)
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(0, gate.Permitted, what);
            Assert.IsFalse(gate.MayPulse, what);
            Assert.AreEqual(GateRule.Table, gate.RefusedBy(2), what);
            Assert.AreEqual(TableFault, gate.Conditions & TableFault, what);
            Assert.AreEqual(TableFault, gate.Reset(TableFault), what);
            Scan(gate, LaneTable.Red);
        }
    }

    private static void Scans(Gate gate, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Scan(gate, LaneTable.Red);
        }
    }

    private static int Scan(Gate gate, int requests)
    {
        gate.Condition(LaneTable.RestingPins, 20_000);
        return gate.Scan(LaneTable.MayMove, requests, requests);
    }

    private static void Flip(long[] words, int bit) => words[bit / WordBits] ^= 1L << (bit % WordBits);

    private static string Name(int bit) => $"word {bit / WordBits}, bit {bit % WordBits}";
}
