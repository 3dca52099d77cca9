using BarrierNode.NanoHost.TestFirmware;
using nanoFramework.Hardware.Esp32;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class DrivenChipClockTests
{
    private readonly TestFolder _storage = new();
    private readonly DrivenChipClock _clock = new();
    private VirtualChip _chip = null!;
    private long _nowUs;

    [TestInitialize]
    public void Start() => _chip = new VirtualChip("driven", _storage.Path, _clock);

    [TestCleanup]
    public void Cleanup()
    {
        _chip.Dispose();
        _storage.Dispose();
    }

    [TestMethod]
    public void AdvanceTo_PastASleep_ReturnsWhenTheThreadHasRunAndSleepsAgain()
    {
        int rounds = 0;
        using ManualResetEventSlim asleep = new();
        _chip.Start(() =>
        {
            while (true)
            {
                asleep.Set();
                Api.Sleep(20);

                // A machine that is slow: the owner has to wait for it.
                Thread.Sleep(30);
                Interlocked.Increment(ref rounds);
            }
        });
        asleep.Wait();
        Wait.Until(
            () =>
            {
                Advance(1000);
                return Volatile.Read(ref rounds) == 1;
            },
            "the first round");

        for (int i = 2; i <= 10; i++)
        {
            for (int ms = 0; ms < 21; ms++)
            {
                Advance(1000);
            }

            Assert.AreEqual(i, Volatile.Read(ref rounds), "it had run when the time went on");
        }
    }

    [TestMethod]
    public void Sleep_WithoutAnOwnerWhoAdvances_DoesNotReturn()
    {
        bool woke = false;
        using ManualResetEventSlim started = new();
        _chip.Start(() =>
        {
            started.Set();
            Api.Sleep(5);
            Volatile.Write(ref woke, true);
        });
        started.Wait();
        Thread.Sleep(100);
        Assert.IsFalse(Volatile.Read(ref woke));
    }

    [TestMethod]
    public void Timer_BetweenTwoSteps_NeverRunsIntoTheNext()
    {
        _clock.AdvanceTo(1000);
        long[] readings = new long[2];
        using ManualResetEventSlim read = new();
        _chip.Start(() =>
        {
            readings[0] = (long)HighResTimer.GetCurrent();
            Thread.Sleep(20);
            readings[1] = (long)HighResTimer.GetCurrent();
            read.Set();
        });
        read.Wait();
        Assert.IsGreaterThanOrEqualTo(readings[0], readings[1]);
        Assert.IsLessThan(1000, readings[1]);
    }

    [TestMethod]
    public void AdvanceTo_AThreadThatHangs_DoesNotHangTheStreet()
    {
        using ManualResetEventSlim release = new();
        using ManualResetEventSlim asleep = new();
        _chip.Start(() =>
        {
            asleep.Set();
            Api.Sleep(1);
            release.Wait();
        });
        asleep.Wait();
        for (int i = 1; i <= 50; i++)
        {
            _clock.AdvanceTo(i * 10_000);
        }

        release.Set();
    }

    [TestMethod]
    public void Stop_WhileAThreadSleeps_EndsItAndTheChipStartsAgain()
    {
        for (int i = 0; i < 20; i++)
        {
            using ManualResetEventSlim asleep = new();
            _chip.Start(() =>
            {
                asleep.Set();
                while (true)
                {
                    Api.Sleep(10);
                }
            });
            asleep.Wait();
            Advance(15_000);
            _chip.Stop();
        }
    }

    [TestMethod]
    public void AdvanceTo_Backwards_IsRefused()
    {
        _clock.AdvanceTo(5000);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(4999));
    }

    private void Advance(long us)
    {
        _nowUs += us;
        _clock.AdvanceTo(_nowUs);
    }
}
