namespace BarrierNode.Street.Tests;

[TestClass]
public class ClockTests
{
    private const int GenerousMs = 30_000;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Advance_AnyTime_EndsExactlyThere()
    {
        var clock = NewClock();
        clock.Advance(0);
        clock.Advance(1);
        clock.Advance(123_456);
        Assert.AreEqual(123_457, clock.NowUs);
        Assert.AreEqual(123_457, clock.Model.NowUs);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => clock.Advance(-1));
    }

    [TestMethod]
    public void Every_Period_CallsAtExactlyThatTime()
    {
        var clock = NewClock();
        var times = new List<long>();
        clock.Every(2500, times.Add);
        clock.Advance(1234);
        clock.Advance(8766);
        Assert.AreSequenceEqual([2500L, 5000L, 7500L, 10_000L], times);
    }

    [TestMethod]
    public void Every_TwoListenersAtTheSameMoment_KeepTheirOrder()
    {
        var clock = NewClock();
        var calls = new List<string>();
        clock.Every(20_000, us => calls.Add($"a{us}"));
        clock.Every(10_000, us => calls.Add($"b{us}"));
        clock.Advance(20_000);
        Assert.AreSequenceEqual(["b10000", "a20000", "b20000"], calls);
    }

    [TestMethod]
    public void Remove_Listener_IsCalledNoMore()
    {
        var clock = NewClock();
        int calls = 0;
        void Listener(long us)
        {
            calls++;
            clock.Remove(Listener);
        }

        clock.Every(1000, Listener);
        clock.Advance(10_000);
        Assert.AreEqual(1, calls);
    }

    [TestMethod]
    public void Advance_FromAListener_IsRefused()
    {
        var clock = NewClock();
        clock.Every(1000, _ => clock.Advance(1000));
        Assert.ThrowsExactly<InvalidOperationException>(() => clock.Advance(1000));
    }

    [TestMethod]
    public void Every_BadPeriod_IsRefused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NewClock().Every(0, _ => { }));

    [TestMethod]
    public void Advance_WithListener_AllocatesNothing()
    {
        var clock = NewClock();
        clock.Every(20_000, us => clock.Model.SetOutput(Promenade.Permit, us / 20_000 % 2 == 0));
        clock.Advance(1_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        clock.Advance(100_000_000);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(20.0)]
    [DataRow(0.5)]
    public void Paced_WallTimePasses_StreetFollowsAtItsRate(double rate)
    {
        var wall = new FakeWall();
        using var paced = new PacedClock(NewClock(out StreetClock clock), rate, wall);
        paced.Start();
        for (int i = 1; i <= 5; i++)
        {
            wall.Advance(200);
            Await(paced, clock, (long)(i * 200_000 * rate));
        }

        Assert.AreEqual(0, paced.DroppedMs);
    }

    [TestMethod]
    public void Paced_WallTimeStands_StreetStands()
    {
        var wall = new FakeWall();
        using var paced = new PacedClock(NewClock(out StreetClock clock), 1, wall);
        paced.Start();
        wall.Advance(10);
        Await(paced, clock, 10_000);
        paced.Stop();
        Assert.AreEqual(10_000, clock.NowUs);
    }

    [TestMethod]
    public void Paced_StallOf250Ms_IsCaughtUp()
    {
        var wall = new FakeWall();
        using var paced = new PacedClock(NewClock(out StreetClock clock), 1, wall);
        paced.Start();
        wall.Advance(250);
        Await(paced, clock, 250_000);
        Assert.AreEqual(0, paced.DroppedMs);
    }

    [TestMethod]
    public void Paced_CatchingUp_LetsOthersInEvery20Ms()
    {
        var wall = new FakeWall();
        StreetClock clock = NewClock();
        long lastUs = 0, longestUs = 0;
        wall.Asked = () =>
        {
            longestUs = Math.Max(longestUs, clock.NowUs - lastUs);
            lastUs = clock.NowUs;
        };
        using var paced = new PacedClock(clock, 10, wall);
        paced.Start();
        wall.Advance(200);
        Await(paced, clock, 2_000_000);
        paced.Stop();
        Assert.AreEqual(20_000, longestUs);
    }

    [TestMethod]
    [DataRow(1.0, 252)]
    [DataRow(1.0, 3600_000)]
    [DataRow(10.0, 3600_000)]
    public void Paced_LongerStall_IsDroppedAndCounted(double rate, int stallMs)
    {
        var wall = new FakeWall();
        using var paced = new PacedClock(NewClock(out StreetClock clock), rate, wall);
        paced.Start();
        wall.Advance(100);
        Await(paced, clock, (long)(100_000 * rate));
        wall.Advance(stallMs);
        AwaitTrue(() => paced.DroppedMs > 0, "debt dropped");
        Assert.AreEqual(stallMs, paced.DroppedMs);
        wall.Advance(100);
        Await(paced, clock, (long)(200_000 * rate));
        paced.Stop();
        Assert.AreEqual((long)(200_000 * rate), clock.NowUs, "the stall is gone for good");
    }

    [TestMethod]
    public void Paced_StreetSlowerThanWallTime_DropsInsteadOfSpiralling()
    {
        var wall = new FakeWall();
        StreetClock clock = NewClock();
        using var paced = new PacedClock(clock, 1, wall);

        // Every millisecond of the street costs two of wall time: it can never keep up.
        clock.Every(1000, _ => wall.Advance(2));
        paced.Start();
        AwaitTrue(
            () =>
            {
                wall.Advance(1);
                return paced.DroppedMs > 2000;
            },
            "debt dropped again and again");
        paced.Stop();
        Assert.IsGreaterThan(0, clock.NowUs, "it goes on as fast as it can");
    }

    [TestMethod]
    public void Paced_Stopped_StandsStillAndGoesOnWithoutDebt()
    {
        var wall = new FakeWall();
        using var paced = new PacedClock(NewClock(out StreetClock clock), 1, wall);
        paced.Start();
        Assert.ThrowsExactly<InvalidOperationException>(paced.Start);
        wall.Advance(50);
        Await(paced, clock, 50_000);
        paced.Stop();
        paced.Stop();
        wall.Advance(200);
        Assert.AreEqual(50_000, clock.NowUs);
        paced.Start();
        wall.Advance(50);
        Await(paced, clock, 100_000);
        paced.Stop();
        Assert.AreEqual(100_000, clock.NowUs, "the pause does not count");
        Assert.AreEqual(0, paced.DroppedMs);
    }

    [TestMethod]
    public void Paced_StopUnderItsOwnLock_IsRefused()
    {
        using var paced = new PacedClock(NewClock(), 1, new FakeWall());
        lock (paced.Sync)
        {
            Assert.ThrowsExactly<InvalidOperationException>(paced.Stop);
        }
    }

    [TestMethod]
    public void Paced_ListenerFails_IsTold()
    {
        var wall = new FakeWall();
        StreetClock clock = NewClock();
        clock.Every(1000, _ => throw new InvalidDataException("broken"));
        using var paced = new PacedClock(clock, 1, wall);
        using var told = new ManualResetEventSlim();
        Exception? fault = null;
        paced.Faulted += e =>
        {
            fault = e;
            told.Set();
        };
        paced.Start();
        wall.Advance(5);
        Assert.IsTrue(told.Wait(GenerousMs, TestContext.CancellationToken));
        Assert.AreEqual("broken", fault?.Message);
        paced.Stop();
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-1.0)]
    [DataRow(10_001.0)]
    [DataRow(double.NaN)]
    public void Paced_RateOutOfRange_IsRefused(double rate) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PacedClock(NewClock(), rate));

    [TestMethod]
    public void Paced_SystemTime_Runs()
    {
        using var paced = new PacedClock(NewClock(out StreetClock clock));
        paced.Start();
        AwaitTrue(() => Now(paced, clock) > 20_000, "the street runs with the system's time");
    }

    private static StreetClock NewClock() => new(new StreetModel(Promenade.Site()));

    private static StreetClock NewClock(out StreetClock clock) => clock = NewClock();

    private static long Now(PacedClock paced, StreetClock clock)
    {
        lock (paced.Sync)
        {
            return clock.NowUs;
        }
    }

    private static void Await(PacedClock paced, StreetClock clock, long us)
    {
        AwaitTrue(() => Now(paced, clock) >= us, $"street at {us} us");
        Assert.AreEqual(us, Now(paced, clock));
    }

    private static void AwaitTrue(Func<bool> condition, string what) =>
        Assert.IsTrue(SpinWait.SpinUntil(condition, GenerousMs), $"Not within {GenerousMs} ms: {what}.");
}
