using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Specification;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Gate and specification over every sequence of three scans from the start of small tables: 18.4 million sequences each.</summary>
[TestClass]
[TestCategory("Long")]
public class ExhaustiveComparisonTests
{
    private const int Depth = 3;

    [TestMethod]
    public void Gate_EverySequenceOfThreeScansOfADrive_DoesWhatTheSpecificationSays() => Compare(SmallTables.Drive(), 0);

    [TestMethod]
    public void Gate_EverySequenceOfThreeScansOfLampsWithATripFromBefore_DoesWhatTheSpecificationSays() => Compare(SmallTables.Lamps(), 0b10);

    private static void Compare(long[] words, long latched)
    {
        Assert.IsNull(GateTableCheck.Fault(words));
        var walk = new TreeWalk(words, latched, Depth);
        Assert.IsNull(walk.Walk());
        Console.WriteLine(walk.Tally);
        Assert.AreEqual(264L + (264L * 264) + (264L * 264 * 264), walk.Tally.Scans);
        Assert.AreEqual(Numbers.UpTo(SmallTables.Outputs), walk.Tally.EverPermitted, "every output is permitted in some sequence");

        // Nothing damages the table here, and nothing derives that it is.
        foreach (Refusal refusal in Enum.GetValues<Refusal>().Where(r => r != Refusal.Table))
        {
            Assert.AreNotEqual(0, walk.Tally.Of(refusal), $"{refusal} refuses in some sequence");
        }
    }
}
