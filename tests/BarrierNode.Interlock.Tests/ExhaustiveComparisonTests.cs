using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Specification;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Gate and specification over every sequence of scans from the start of small tables: 18.4 million sequences of three scans each.</summary>
[TestClass]
public class ExhaustiveComparisonTests
{
    private const long TripFromBefore = 0b10;

    [TestMethod]
    public void Gate_EverySequenceOfTwoScans_DoesWhatTheSpecificationSays()
    {
        Walked(SmallTables.Drive(), 0, 2);
        Walked(SmallTables.Lamps(), TripFromBefore, 2);
    }

    [TestMethod]
    [TestCategory("Long")]
    public void Gate_EverySequenceOfThreeScansOfADrive_DoesWhatTheSpecificationSays() => AssertRich(Walked(SmallTables.Drive(), 0, 3));

    [TestMethod]
    [TestCategory("Long")]
    public void Gate_EverySequenceOfThreeScansOfLampsWithATripFromBefore_DoesWhatTheSpecificationSays() =>
        AssertRich(Walked(SmallTables.Lamps(), TripFromBefore, 3));

    private static Tally Walked(long[] words, long latched, int depth)
    {
        Assert.IsNull(GateTableCheck.Fault(words));
        var walk = new TreeWalk(words, latched, depth);
        Assert.IsNull(walk.Walk());
        Console.WriteLine(walk.Tally);
        long sequences = 0;
        for (int i = 0; i < depth; i++)
        {
            sequences = (sequences + 1) * TreeWalk.Branches;
        }

        Assert.AreEqual(sequences, walk.Tally.Scans);
        return walk.Tally;
    }

    private static void AssertRich(Tally tally)
    {
        Assert.AreEqual(Numbers.UpTo(SmallTables.Outputs), tally.EverPermitted, "every output is permitted in some sequence");

        // Nothing damages the table here, and nothing derives that it is.
        foreach (Refusal refusal in Enum.GetValues<Refusal>().Where(r => r != Refusal.Table))
        {
            Assert.AreNotEqual(0, tally.Of(refusal), $"{refusal} refuses in some sequence");
        }
    }
}
