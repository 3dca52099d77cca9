using BarrierNode.Desktop.Screens.Sim;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>The one clock of the window: wall time in, time of the city out.</summary>
[TestClass]
public class CityPaceTests
{
    [TestMethod]
    [DataRow(0.1, 20_000)]
    [DataRow(1.0, 200_000)]
    [DataRow(60.0, 12_000_000)]
    public void Time_AtARate_IsThatManyTimesTheWalls(double rate, long expectedUs)
    {
        CityPace pace = new(rate);

        pace.Pass(TimeSpan.FromMilliseconds(200));

        Assert.AreEqual(expectedUs, All(pace));
    }

    [TestMethod]
    public void Time_InManySmallPieces_IsNotLost()
    {
        CityPace pace = new();
        long us = 0;
        for (int i = 0; i < 1000; i++)
        {
            pace.Pass(TimeSpan.FromMicroseconds(333));
            us += All(pace);
        }

        Assert.AreEqual(333_000, us);
    }

    [TestMethod]
    public void Slice_WhateverIsDue_IsAtMostOneScan()
    {
        CityPace pace = new(1000);
        pace.Pass(TimeSpan.FromMilliseconds(100));

        Assert.AreEqual(CityPace.SliceUs, pace.Take());
    }

    [TestMethod]
    public void Stall_LongerThanAQuarterOfASecond_IsDroppedAndNotChased()
    {
        CityPace pace = new(5);

        pace.Pass(TimeSpan.FromMinutes(3));

        Assert.AreEqual(1_250_000, All(pace));
    }

    [TestMethod]
    public void Max_Always_GivesTheNextSlice()
    {
        CityPace pace = new(double.PositiveInfinity);

        Assert.AreEqual(CityPace.SliceUs, pace.Take());
        Assert.AreEqual(CityPace.SliceUs, pace.Take());
    }

    [TestMethod]
    public void Pause_WhileTheWallGoesOn_GivesNothingThenAndNothingOfItAfterwards()
    {
        CityPace pace = new() { Paused = true };
        pace.Pass(TimeSpan.FromMilliseconds(100));
        Assert.AreEqual(0, All(pace));

        pace.Paused = false;

        Assert.AreEqual(0, All(pace));
    }

    [TestMethod]
    [DataRow(20_000)]
    [DataRow(1_000_000)]
    public void Step_OfARunningCity_PausesItAndGivesExactlyThat(long us)
    {
        CityPace pace = new(60);

        pace.Step(us);
        pace.Pass(TimeSpan.FromMilliseconds(100));

        Assert.AreEqual(us, All(pace));
        Assert.IsTrue(pace.Paused);
    }

    [TestMethod]
    [DataRow("0.1", 0.1)]
    [DataRow("60", 60.0)]
    [DataRow("max", double.PositiveInfinity)]
    public void Rate_AsText_IsReadAndWrittenTheSame(string text, double rate)
    {
        Assert.AreEqual(rate, RateText.Parse(text));
        Assert.AreEqual(text, RateText.Of(rate));
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("10001")]
    [DataRow("fast")]
    [DataRow("NaN")]
    public void Rate_ThatIsNone_IsNotRead(string text) => Assert.IsNull(RateText.Parse(text));

    private static long All(CityPace pace)
    {
        long sum = 0;
        while (pace.Take() is > 0 and long us)
        {
            sum += us;
        }

        return sum;
    }
}
