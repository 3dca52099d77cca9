namespace BarrierNode.Interlock.Tests;

[TestClass]
public class StateFrameTests
{
    private const long Untouched = 77;

    [TestMethod]
    public void Pass_Saving_KeepsEveryValueInOrderAndGoesOnWithIt()
    {
        long[] words = Words();
        var frame = new StateFrame(words);
        frame.BeginSave(1);
        Assert.AreEqual(long.MinValue, frame.Pass(long.MinValue));
        Assert.AreEqual(-5, frame.Pass(-5));
        Assert.IsTrue(frame.Pass(true));
        Assert.IsFalse(frame.Pass(false));
        long[] array = [8, -9];
        frame.Pass(array);
        Assert.AreSequenceEqual<long>([8, -9], array);
        Assert.AreSequenceEqual<long>([Untouched, long.MinValue, -5, 1, 0, 8, -9, Untouched], words);
    }

    [TestMethod]
    public void Pass_Loading_ReplacesEveryValueByTheKeptOneAndKeepsIt()
    {
        long[] words = [Untouched, long.MinValue, -5, 1, 0, 8, -9, Untouched];
        var frame = new StateFrame(words);
        frame.BeginLoad(1);
        Assert.AreEqual(long.MinValue, frame.Pass(3L));
        Assert.AreEqual(-5, frame.Pass(3));
        Assert.IsTrue(frame.Pass(false));
        Assert.IsFalse(frame.Pass(true));
        long[] array = [3, 3];
        frame.Pass(array);
        Assert.AreSequenceEqual<long>([8, -9], array);
        Assert.AreSequenceEqual<long>([Untouched, long.MinValue, -5, 1, 0, 8, -9, Untouched], words);
    }

    [TestMethod]
    public void Pass_FlagKeptAsAnyOtherNumber_IsTrue()
    {
        var frame = new StateFrame([-1]);
        frame.BeginLoad(0);
        Assert.IsTrue(frame.Pass(false));
    }

    [TestMethod]
    [DataRow(false, DisplayName = "saving")]
    [DataRow(true, DisplayName = "loading")]
    public void At_AfterEachValue_IsThePositionOfTheNext(bool loads)
    {
        var frame = new StateFrame(Words());
        Begin(frame, loads, 2);
        Assert.AreEqual(2, frame.At);
        frame.Pass(1L);
        Assert.AreEqual(3, frame.At);
        frame.Pass(new long[4]);
        Assert.AreEqual(7, frame.At);
        Begin(frame, !loads, 0);
        Assert.AreEqual(0, frame.At);
    }

    [TestMethod]
    public void New_BeforeAnyBegin_SavesFromTheFirstWord()
    {
        long[] words = Words();
        Assert.AreEqual(4L, new StateFrame(words).Pass(4L));
        Assert.AreEqual(4L, words[0]);
    }

    [TestMethod]
    public void Begin_SaveLoadSave_TheLastOneDecides()
    {
        long[] words = Words();
        var frame = new StateFrame(words);
        frame.BeginSave(0);
        frame.Pass(1L);
        frame.BeginLoad(0);
        Assert.AreEqual(1L, frame.Pass(2L));
        frame.BeginSave(0);
        Assert.AreEqual(3L, frame.Pass(3L));
        Assert.AreEqual(3L, words[0]);
    }

    private static long[] Words() => [Untouched, Untouched, Untouched, Untouched, Untouched, Untouched, Untouched, Untouched];

    private static void Begin(StateFrame frame, bool loads, int at)
    {
        if (loads)
        {
            frame.BeginLoad(at);
        }
        else
        {
            frame.BeginSave(at);
        }
    }
}
