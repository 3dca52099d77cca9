using System.Device.Gpio;
using BarrierNode.NanoHost.TestFirmware;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class GpioPulseCounterTests
{
    private const int Pin = 25;

    private readonly TestFolder _storage = new();
    private readonly DrivenChipClock _clock = new();
    private readonly List<GpioPulseCount> _readings = [];
    private VirtualChip _chip = null!;
    private long _nowUs;

    [TestInitialize]
    public void Start() => _chip = new VirtualChip("counter", _storage.Path, _clock);

    [TestCleanup]
    public void Cleanup()
    {
        _chip.Dispose();
        _storage.Dispose();
    }

    [TestMethod]
    public void Read_EveryScan_CountsBothEdgesAndLosesNone()
    {
        _chip.Pins.SetFrequency(Pin, 60_123.4);
        Run(GpioPulsePolarity.Both, 50);
        GpioPulseCount last = _readings[^1];
        Assert.IsGreaterThan(900_000, last.RelativeTime.Ticks / 10);
        Assert.AreEqual(2 * 60_123.4 * last.RelativeTime.TotalSeconds, last.Count, 1);
    }

    [TestMethod]
    public void Read_OfOneEdge_CountsPeriods()
    {
        _chip.Pins.SetFrequency(Pin, 60_000);
        Run(GpioPulsePolarity.Rising, 10);
        Assert.AreEqual(60_000 * _readings[^1].RelativeTime.TotalSeconds, _readings[^1].Count, 1);
    }

    [TestMethod]
    public void Read_WithoutOscillator_CountsTimeAlone()
    {
        Run(GpioPulsePolarity.Both, 5);
        Assert.AreEqual(0, _readings[^1].Count);
        Assert.IsGreaterThan(TimeSpan.Zero, _readings[^1].RelativeTime);
    }

    [TestMethod]
    [DataRow(ChipFamily.Esp32, 40, false)]
    [DataRow(ChipFamily.Esp32, 39, true)]
    [DataRow(ChipFamily.Esp32S3, 22, false)]
    [DataRow(ChipFamily.Esp32S3, 47, true)]
    [DataRow(ChipFamily.Esp32S3, 49, false)]
    public void Counter_IsForPinsThatTheChipHas(ChipFamily family, int pin, bool possible)
    {
        using TestChip chip = new(family: family);

        chip.Run(() =>
        {
            if (possible)
            {
                using GpioPulseCounter counter = new(pin);
                counter.Start();
                Assert.IsTrue(counter.IsStarted);
            }
            else
            {
                Assert.ThrowsExactly<ArgumentException>(() => new GpioPulseCounter(pin));
            }
        });
    }

    private void Run(GpioPulsePolarity polarity, int rounds)
    {
        using ManualResetEventSlim asleep = new();
        _chip.Start(() =>
        {
            var counter = new GpioPulseCounter(Pin) { Polarity = polarity };
            counter.Start();
            while (true)
            {
                asleep.Set();
                Api.Sleep(20);
                lock (_readings)
                {
                    _readings.Add(counter.Read());
                }
            }
        });
        asleep.Wait();
        Wait.Until(
            () =>
            {
                _nowUs += 1000;
                _clock.AdvanceTo(_nowUs);
                lock (_readings)
                {
                    return _readings.Count >= rounds;
                }
            },
            "enough readings");
        _chip.Stop();
    }
}
