using System.Collections.Concurrent;
using System.Device.Gpio;
using System.Diagnostics;
using BarrierNode.NanoHost.TestFirmware;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Networking;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class VirtualChipTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Firmware_ReadsAndDrivesItsPins()
    {
        using TestChip chip = new();
        chip.Chip.Start(Blinker.Main);

        Wait.Until(() => chip.Pins.Output(Blinker.Lamp), "lamp lit");
        chip.Pins.SetInput(Blinker.Input, true);
        Wait.Until(() => chip.Pins.Output(Blinker.Output), "copied");

        Assert.IsTrue(chip.Chip.Running);
        Assert.IsEmpty(chip.Faults);
    }

    [TestMethod]
    public void Stop_CutsOutputsAndThreads_AndTheChipCanStartAgain()
    {
        using TestChip chip = new();
        ConcurrentQueue<(int Pin, bool High)> changes = new();
        chip.Pins.OutputChanged += (pin, high, _) => changes.Enqueue((pin, high));
        for (int boot = 1; boot <= 3; boot++)
        {
            chip.Chip.Start(Blinker.Main);
            Wait.Until(() => chip.Pins.Output(Blinker.Lamp), "lamp lit");

            chip.Chip.Stop();

            Assert.IsFalse(chip.Chip.Running);
            Assert.IsFalse(chip.Pins.Output(Blinker.Lamp));
            Assert.IsNull(chip.Pins.Mode(Blinker.Lamp));
            Assert.AreEqual((Blinker.Lamp, false), changes.Last(), "the street is told");
            Assert.HasCount(boot, changes.Where(change => change.High));
        }
        Assert.IsEmpty(chip.Faults, "a power cut is no fault");
    }

    [TestMethod]
    public void Stop_WakesSleepersAtOnce()
    {
        using TestChip chip = new();
        using ManualResetEventSlim asleep = new();
        chip.Chip.Start(() =>
        {
            asleep.Set();
            Api.Sleep(int.MaxValue);
        });
        Assert.IsTrue(asleep.Wait(Wait.Limit));

        Stopwatch stop = Stopwatch.StartNew();
        chip.Chip.Stop();

        Assert.IsLessThan(4.0, stop.Elapsed.TotalSeconds);
    }

    [TestMethod]
    public void Stop_WhenAThreadDoesNotEnd_NamesItAndStillStops()
    {
        using TestChip chip = new("stubborn");
        using ManualResetEventSlim end = new();
        using ManualResetEventSlim inside = new();
        using ManualResetEventSlim ended = new();
        bool highAfterwards = false;
        chip.Chip.Start(() =>
        {
            GpioPin pin = new GpioController().OpenPin(16, PinMode.Output);
            Api.Start(Stubborn);
            void Stubborn()
            {
                inside.Set();
                end.Wait();
                try
                {
                    pin.Write(PinValue.High);
                }
                catch (ChipHaltedException)
                {
                    highAfterwards = chip.Pins.Output(16);
                    ended.Set();
                }
            }
        });
        Assert.IsTrue(inside.Wait(Wait.Limit));

        TimeoutException error = Assert.ThrowsExactly<TimeoutException>(chip.Chip.Stop);

        Assert.StartsWith("Chip stubborn", error.Message);
        Assert.Contains("Stubborn", error.Message);
        Assert.IsFalse(chip.Chip.Running);

        chip.Chip.Start(() => new GpioController().OpenPin(16, PinMode.Output));
        end.Set();
        Assert.IsTrue(ended.Wait(Wait.Limit), "the old thread is refused although the chip runs again");
        Assert.IsFalse(highAfterwards);
    }

    [TestMethod]
    public void Start_WhenRunning_IsRefused()
    {
        using TestChip chip = new();
        chip.Chip.Start(Blinker.Main);

        Assert.ThrowsExactly<InvalidOperationException>(() => chip.Chip.Start(Blinker.Main));
    }

    [TestMethod]
    public void Stop_WithoutPower_DoesNothing()
    {
        using TestChip chip = new();

        chip.Chip.Stop();
        chip.Chip.Stop();

        Assert.IsFalse(chip.Chip.Running);
    }

    [TestMethod]
    public void ApiCalls_AfterThePowerCut_ThrowChipHalted()
    {
        using TestChip chip = new();
        ConcurrentQueue<string> notRefused = new();
        using ManualResetEventSlim ready = new();
        using ManualResetEventSlim tried = new();
        GpioPin? pin = null;
        chip.Chip.Start(() =>
        {
            GpioController gpio = new();
            pin = gpio.OpenPin(16, PinMode.Output);
            Stream file = Api.Open(@"I:\open", FileMode.Create, FileAccess.Write);
            ready.Set();
            SpinWait.SpinUntil(() => !IsPowered());
            Refuses("write pin", () => pin.Write(PinValue.High));
            Refuses("read pin", () => pin.Read());
            Refuses("open pin", () => gpio.OpenPin(17, PinMode.Output));
            Refuses("timer", () => HighResTimer.GetCurrent());
            Refuses("sleep", () => Api.Sleep(1));
            Refuses("thread", () => Api.Start(() => { }));
            Refuses("file", () => Api.Write(@"I:\late", []));
            Refuses("open file", () => file.Write([1], 0, 1));
            Refuses("network", () => NetworkHelper.SetupAndConnectNetwork());
            file.Dispose();
            tried.Set();
        });
        Assert.IsTrue(ready.Wait(Wait.Limit));

        chip.Chip.Stop();

        Assert.IsTrue(tried.Wait(Wait.Limit));
        Assert.IsEmpty(notRefused);
        Assert.IsEmpty(File.ReadAllBytes(Path.Combine(chip.StorageFolder, "open")));

        bool IsPowered()
        {
            try
            {
                HighResTimer.GetCurrent();
                return true;
            }
            catch (ChipHaltedException)
            {
                return false;
            }
        }

        void Refuses(string what, Action call)
        {
            try
            {
                call();
                notRefused.Enqueue(what);
            }
            catch (ChipHaltedException)
            {
                // As it should.
            }
        }
    }

    [TestMethod]
    public void Exception_InAThread_EndsOnlyThatThreadAndIsReported()
    {
        using TestChip chip = new();
        chip.Chip.Start(() =>
        {
            Api.Start(() => throw new InvalidOperationException("broken thread"));
            Blinker.Main();
        });

        Wait.Until(() => !chip.Faults.IsEmpty, "fault reported");
        Wait.Until(() => chip.Pins.Output(Blinker.Lamp), "the others go on");
        Assert.AreEqual("broken thread", chip.Faults.Single().Message);
    }

    [TestMethod]
    public void Main_ThatReturns_LeavesOutputsAndThreadsAsTheyAre()
    {
        using TestChip chip = new();
        chip.Chip.Start(() => new GpioController().OpenPin(16, PinMode.Output).Write(PinValue.High));

        Wait.Until(() => chip.Pins.Output(16), "high");
        Assert.IsTrue(chip.Chip.Running);
    }

    [TestMethod]
    public void TwoChips_DoNotSeeEachOther()
    {
        using TestChip first = new("first");
        using TestChip second = new("second");
        ConcurrentQueue<string?> names = new();
        first.Pins.SetInput(Blinker.Input, true);
        first.Chip.Start(() => Identify(first, Blinker.Main));
        second.Chip.Start(() => Identify(second, Blinker.Main));

        Wait.Until(() => first.Pins.Output(Blinker.Output) && second.Pins.Output(Blinker.Lamp), "both run");
        Assert.IsFalse(second.Pins.Output(Blinker.Output));

        first.Chip.Stop();
        Assert.IsTrue(second.Chip.Running);
        Assert.IsTrue(second.Pins.Output(Blinker.Lamp));
        CollectionAssert.AreEquivalent(new[] { "first", "second" }, names);
        Assert.AreEqual("first", File.ReadAllText(Path.Combine(first.StorageFolder, "me")));
        Assert.AreEqual("second", File.ReadAllText(Path.Combine(second.StorageFolder, "me")));
        Assert.IsNull(VirtualChip.Current);

        void Identify(TestChip chip, Action main)
        {
            Api.Write(@"I:\me", System.Text.Encoding.UTF8.GetBytes(chip.Chip.Name));
            JoinThread join = Api.Start(() => names.Enqueue(VirtualChip.Current?.Name));
            Assert.IsTrue(join(20_000), "a thread belongs to the chip that started it");
            main();
        }
    }

    [TestMethod]
    public void Timer_StartsNearZeroAndNeverRunsBackwards()
    {
        using TestChip chip = new();
        for (int boot = 0; boot < 2; boot++)
        {
            ulong first = ulong.MaxValue;
            chip.Run(() =>
            {
                first = HighResTimer.GetCurrent();
                ulong last = first;
                for (int i = 0; i < 100_000; i++)
                {
                    ulong now = HighResTimer.GetCurrent();
                    Assert.IsGreaterThanOrEqualTo(last, now);
                    last = now;
                }
                Api.Sleep(20);
                Assert.IsGreaterThanOrEqualTo(last + 19_000, HighResTimer.GetCurrent());
            });
            Assert.IsLessThan(10_000_000UL, first);
        }
    }

    [TestMethod]
    public void Sleep_AllocatesNothing()
    {
        using TestChip chip = new();
        long allocated = -1;

        chip.Run(() =>
        {
            Api.Sleep(1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 50; i++)
            {
                Api.Sleep(1);
                HighResTimer.GetCurrent();
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.AreEqual(0, allocated);
    }

    [TestMethod]
    public void Sleep_OfTwentyMilliseconds_IsMeasured()
    {
        using TestChip chip = new();
        double[] milliseconds = new double[100];

        chip.Run(() =>
        {
            for (int i = 0; i < milliseconds.Length; i++)
            {
                ulong before = HighResTimer.GetCurrent();
                Api.Sleep(20);
                milliseconds[i] = (HighResTimer.GetCurrent() - before) / 1000.0;
            }
        });

        Array.Sort(milliseconds);
        TestContext.WriteLine(
            $"Sleep(20) of 100: min {milliseconds[0]:0.00} ms, p50 {milliseconds[50]:0.00} ms, max {milliseconds[99]:0.00} ms");
        Assert.IsGreaterThan(19.0, milliseconds[0]);
    }

    [TestMethod]
    public void Network_IsReadyOnceAskedFor()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            Assert.AreEqual(NetworkHelperStatus.None, NetworkHelper.Status);
            Assert.IsTrue(NetworkHelper.SetupAndConnectNetwork());
            Assert.AreEqual(NetworkHelperStatus.NetworkIsReady, NetworkHelper.Status);
            Assert.IsNull(NetworkHelper.HelperException);
        });
    }
}
