using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>What a table says of itself by name, and its check word.</summary>
[TestClass]
public class GateTableTests
{
    [TestMethod]
    public void GateTable_Words_AreReadByName()
    {
        GateTable table = GateRig.Table().Build();
        Assert.AreEqual(2, table.InputCount);
        Assert.AreEqual(4, table.OutputCount);
        Assert.AreEqual(0b1111, table.AllOutputs);
        Assert.AreEqual(GateRig.Motion, table.MotionOutputs);
        Assert.AreEqual(GateRig.NodeTrip | GateRig.LaneTrip, table.TripConditions);
        Assert.AreEqual(GateRig.NodeTrip, table.NodeTrips);
        Assert.AreEqual(GateRig.Go, table.MustBeOne(0));
        Assert.AreEqual(GateRig.Vehicle | GateRig.NodeTrip | GateRig.LaneTrip, table.MustBeZero(0));
    }

    [TestMethod]
    public void MustBeOneAndZero_OfAnOutput_AreItsWords()
    {
        var table = new GateTable([.. Enumerable.Range(0, GateTable.WordCount).Select(i => (long)i)]);
        Assert.AreEqual(GateTable.MustBeOneAt + 5, table.MustBeOne(5));
        Assert.AreEqual(GateTable.MustBeZeroAt + 5, table.MustBeZero(5));
    }

    [TestMethod]
    [DataRow(40, TripCode.EmergencyStop)]
    [DataRow(41, TripCode.StrokeOverrun)]
    [DataRow(42, TripCode.None)]
    [DataRow(0, TripCode.None)]
    [DataRow(63, TripCode.None)]
    public void TripCode_OfACondition_IsItsByte(int condition, TripCode code) => Assert.AreEqual(code, GateRig.Table().Build().TripCode(condition));

    [TestMethod]
    public void TripCode_HighestConditionAndCode_IsItsByte()
    {
        long[] words = GateRig.Table().Words();
        words[GateTable.TripCodesAt + 7] = 0xFFL << 56;
        Assert.AreEqual((TripCode)0xFF, new GateTable(words).TripCode(63));
        Assert.AreEqual(TripCode.None, new GateTable(words).TripCode(62));
    }

    [TestMethod]
    public void CheckWord_OfATableOfZerosAndOneOne_IsTheSumOfThePage()
    {
        long[] words = new long[GateTable.WordCount];
        words[GateTable.CheckWordAt - 1] = 1;
        long power = 0x424E4754;
        for (int i = 0; i < GateTable.CheckWordAt; i++)
        {
            power = unchecked(power * 6364136223846793005);
        }

        Assert.AreEqual(unchecked(power + 1), CheckWord.Of(words));
        words[GateTable.CheckWordAt] = 99;
        Assert.AreEqual(unchecked(power + 1), CheckWord.Of(words), "the check word is not part of the sum");
    }
}
