using System.Collections.Concurrent;
using System.Device.Gpio;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class GpioTests
{
    [TestMethod]
    public void Output_BeforeItIsOpened_IsLowAndHasNoMode()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            Assert.IsFalse(chip.Pins.Output(16));
            Assert.IsNull(chip.Pins.Mode(16));
        });
    }

    [TestMethod]
    public void Output_WhenOpened_StartsLow()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            GpioController gpio = new();
            GpioPin pin = gpio.OpenPin(16, PinMode.Output);
            Assert.IsFalse(chip.Pins.Output(16));
            Assert.AreEqual(PinMode.Output, chip.Pins.Mode(16));

            pin.Write(PinValue.High);
            pin.SetPinMode(PinMode.Output);
            Assert.IsFalse(chip.Pins.Output(16), "a new mode starts low, too");
        });
    }

    [TestMethod]
    public void Output_WhenWritten_ShowsOutsideAndTellsOnce()
    {
        using TestChip chip = new();
        ConcurrentQueue<(int Pin, bool High, long TimeUs)> changes = new();
        chip.Pins.OutputChanged += (pin, high, timeUs) => changes.Enqueue((pin, high, timeUs));

        chip.Run(() =>
        {
            GpioController gpio = new();
            gpio.OpenPin(16, PinMode.Output);
            gpio.Write(16, PinValue.High);
            gpio.Write(16, PinValue.High);
            Assert.IsTrue(chip.Pins.Output(16));
            gpio.Write(16, PinValue.Low);
            Assert.IsFalse(chip.Pins.Output(16));
        });

        CollectionAssert.AreEqual(new[] { (16, true), (16, false) }, changes.Select(change => (change.Pin, change.High)).ToArray());
        Assert.IsLessThanOrEqualTo(changes.Last().TimeUs, changes.First().TimeUs);
    }

    [TestMethod]
    public void Output_WhenRead_GivesLowEvenWhenHigh()
    {
        using TestChip chip = new();
        chip.Pins.SetInput(16, true);

        chip.Run(() =>
        {
            GpioController gpio = new();
            GpioPin pin = gpio.OpenPin(16, PinMode.Output);
            pin.Write(PinValue.High);
            Assert.AreEqual(PinValue.Low, pin.Read());
            Assert.AreEqual(PinValue.Low, gpio.Read(16));
        });
    }

    [TestMethod]
    public void Output_Toggled_TurnsOver()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            GpioPin pin = new GpioController().OpenPin(16, PinMode.Output);
            pin.Toggle();
            Assert.IsTrue(chip.Pins.Output(16));
            pin.Toggle();
            Assert.IsFalse(chip.Pins.Output(16));
        });
    }

    [TestMethod]
    public void Output_WhenClosed_IsLow()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            GpioController gpio = new();
            gpio.OpenPin(16, PinMode.Output).Write(PinValue.High);
            gpio.ClosePin(16);
            Assert.IsFalse(chip.Pins.Output(16));
            Assert.IsNull(chip.Pins.Mode(16));
            Assert.IsFalse(gpio.IsPinOpen(16));
            gpio.OpenPin(16, PinMode.Input);
        });
    }

    [TestMethod]
    public void Input_FollowsTheWorld_AlsoWhatWasSetBeforePowerOn()
    {
        using TestChip chip = new();
        chip.Pins.SetInput(34, true);

        chip.Run(() =>
        {
            GpioPin pin = new GpioController().OpenPin(34, PinMode.Input);
            Assert.AreEqual(PinValue.High, pin.Read());
            chip.Pins.SetInput(34, false);
            Assert.AreEqual(PinValue.Low, pin.Read());
        });
    }

    [TestMethod]
    [DataRow(PinMode.Input, false)]
    [DataRow(PinMode.InputPullDown, false)]
    [DataRow(PinMode.InputPullUp, true)]
    public void Input_ThatNothingIsConnectedTo_ShowsItsPull(PinMode mode, bool high)
    {
        using TestChip chip = new();

        chip.Run(() => Assert.AreEqual<PinValue>(high, new GpioController().OpenPin(4, mode).Read()));
    }

    [TestMethod]
    [DataRow(34, PinMode.InputPullUp)]
    [DataRow(35, PinMode.InputPullDown)]
    [DataRow(36, PinMode.Output)]
    [DataRow(39, PinMode.OutputOpenDrain)]
    [DataRow(6, PinMode.Input)]
    [DataRow(11, PinMode.Output)]
    [DataRow(24, PinMode.Input)]
    [DataRow(-1, PinMode.Input)]
    [DataRow(40, PinMode.Input)]
    [DataRow(4, PinMode.OutputOpenSource)]
    public void OpenPin_ThatTheChipCannotDo_IsRefused(int pin, PinMode mode)
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            GpioController gpio = new();
            Assert.IsFalse(gpio.IsPinModeSupported(pin, mode));
            Assert.ThrowsExactly<ArgumentException>(() => gpio.OpenPin(pin, mode));
            Assert.IsFalse(gpio.IsPinOpen(pin));
        });
    }

    [TestMethod]
    [DataRow(22, PinMode.Input)]
    [DataRow(25, PinMode.Output)]
    [DataRow(26, PinMode.Input)]
    [DataRow(32, PinMode.Output)]
    [DataRow(49, PinMode.Input)]
    public void OpenPin_ThatTheS3CannotDo_IsRefused(int pin, PinMode mode)
    {
        using TestChip chip = new(family: ChipFamily.Esp32S3);

        chip.Run(() => Assert.ThrowsExactly<ArgumentException>(() => new GpioController().OpenPin(pin, mode)));
    }

    [TestMethod]
    public void Pins_OfTheS3Above39_WorkBothWays()
    {
        using TestChip chip = new(family: ChipFamily.Esp32S3);
        ConcurrentQueue<(int Pin, bool High)> changes = new();
        chip.Pins.OutputChanged += (pin, high, _) => changes.Enqueue((pin, high));
        chip.Pins.SetInput(47, true);

        chip.Run(() =>
        {
            GpioController gpio = new();
            Assert.AreEqual(49, gpio.PinCount);
            Assert.AreEqual(PinValue.High, gpio.OpenPin(47, PinMode.InputPullDown).Read());
            gpio.OpenPin(48, PinMode.Output).Write(PinValue.High);
            Assert.IsTrue(chip.Pins.Output(48));
            Assert.AreEqual(PinMode.Output, chip.Pins.Mode(48));
        });

        CollectionAssert.AreEqual(new[] { (48, true), (48, false) }, changes.ToArray(), "the power cut ends it");
    }

    [TestMethod]
    public void PinCount_OfAnEsp32_Is40()
    {
        using TestChip chip = new();

        chip.Run(() => Assert.AreEqual(40, new GpioController().PinCount));
    }

    [TestMethod]
    public void OpenPin_Twice_IsRefusedOnAnyController()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            new GpioController().OpenPin(4);
            Assert.ThrowsExactly<InvalidOperationException>(() => new GpioController().OpenPin(4));
        });
    }

    [TestMethod]
    public void Pins_NotOpenOrNoOutput_CannotBeUsed()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            GpioController gpio = new();
            Assert.ThrowsExactly<InvalidOperationException>(() => gpio.Read(4));
            Assert.ThrowsExactly<InvalidOperationException>(() => gpio.Write(4, PinValue.High));
            gpio.OpenPin(4, PinMode.Input);
            Assert.ThrowsExactly<InvalidOperationException>(() => gpio.Write(4, PinValue.High));
            Assert.IsFalse(chip.Pins.Output(4));
        });
    }

    [TestMethod]
    public void ReadAndWrite_AllocateNothing()
    {
        using TestChip chip = new();
        long allocated = -1;

        chip.Run(() =>
        {
            GpioController gpio = new();
            GpioPin input = gpio.OpenPin(4, PinMode.Input);
            GpioPin output = gpio.OpenPin(16, PinMode.Output);
            for (int round = 0; round < 2; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 10_000; i++)
                {
                    output.Write(input.Read() == PinValue.High ? PinValue.Low : PinValue.High);
                    gpio.Write(16, gpio.Read(4));
                }
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        });

        Assert.AreEqual(0, allocated);
    }

    [TestMethod]
    public void ValueChanged_TellsTheEdgesThatWereAskedFor()
    {
        using TestChip chip = new();
        ConcurrentQueue<PinEventTypes> all = new();
        ConcurrentQueue<PinEventTypes> falling = new();

        chip.Run(() =>
        {
            GpioController gpio = new();
            GpioPin pin = gpio.OpenPin(4, PinMode.Input);
            pin.ValueChanged += (_, e) => all.Enqueue(e.ChangeType);
            PinChangeEventHandler handler = (_, e) => falling.Enqueue(e.ChangeType);
            gpio.RegisterCallbackForPinValueChangedEvent(4, PinEventTypes.Falling, handler);

            chip.Pins.SetInput(4, true);
            chip.Pins.SetInput(4, true);
            chip.Pins.SetInput(4, false);
            Wait.Until(() => all.Count == 2 && falling.Count == 1, "edges");

            gpio.UnregisterCallbackForPinValueChangedEvent(4, handler);
            chip.Pins.SetInput(4, true);
            chip.Pins.SetInput(4, false);
            Wait.Until(() => all.Count == 4, "edges");
        });

        CollectionAssert.AreEqual(
            new[] { PinEventTypes.Rising, PinEventTypes.Falling, PinEventTypes.Rising, PinEventTypes.Falling }, all.ToArray());
        CollectionAssert.AreEqual(new[] { PinEventTypes.Falling }, falling.ToArray());
    }

    [TestMethod]
    public void Gpio_OutsideAChip_SaysHowToStartOne()
    {
        InvalidOperationException error = Assert.ThrowsExactly<InvalidOperationException>(() => new GpioController());

        Assert.Contains("VirtualChip.Start", error.Message);
    }

    [TestMethod]
    public void Output_UnderRandomWritesAndPowerCuts_IsNeverHighWithoutPower()
    {
        int seed = RandomSeed.Of();
        Console.WriteLine($"Seed {seed}");
        Random random = new(seed);
        using TestChip chip = new();
        ConcurrentDictionary<int, bool> told = new();
        chip.Pins.OutputChanged += (pin, high, _) => told[pin] = high;
        for (int round = 0; round < 30; round++)
        {
            int writes = 0;
            chip.Chip.Start(() =>
            {
                GpioPin pin = new GpioController().OpenPin(16, PinMode.Output);
                while (true)
                {
                    pin.Toggle();
                    Interlocked.Increment(ref writes);
                }
            });
            int wanted = random.Next(1, 3000);
            Wait.Until(() => Volatile.Read(ref writes) >= wanted, "writes");

            chip.Chip.Stop();

            Assert.IsFalse(chip.Pins.Output(16));
            Assert.IsFalse(told.GetValueOrDefault(16), "what the street was told last");
        }
    }
}
