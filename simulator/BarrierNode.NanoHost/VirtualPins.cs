using System.Device.Gpio;
using System.Numerics;

namespace BarrierNode.NanoHost;

/// <summary>
/// The pins of a chip from outside: what the world puts on inputs and what the chip drives. Every member may be called from any thread
/// and never waits for the firmware. Inputs keep their level while the chip has no power.
/// </summary>
public sealed class VirtualPins
{
    /// <summary>GPIO numbers run from 0 to 48 on the ESP32-S3, the chip with most; on the ESP32 to 39.</summary>
    public const int Count = 49;

    private readonly PulseInput[] _pulses = [.. Enumerable.Range(0, Count).Select(_ => new PulseInput())];
    private long _inputs;
    private long _driven;
    private volatile PinBank? _bank;

    internal VirtualPins()
    {
    }

    /// <summary>
    /// An output has changed: GPIO number, new level, and microseconds since the chip started. Raised by the thread that caused it,
    /// before the firmware goes on; a handler must be short, must not throw, and must not wait for <see cref="VirtualChip.Stop"/>. A
    /// power cut tells low for every output that was high, in rare cases twice.
    /// </summary>
    public event Action<int, bool, long>? OutputChanged;

    /// <summary>Puts a level on a pin.</summary>
    /// <param name="pin">GPIO number, 0 to 48.</param>
    /// <param name="high">Level.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void SetInput(int pin, bool high)
    {
        Check(pin);
        long bit = 1L << pin;
        bool was = ((high ? Interlocked.Or(ref _inputs, bit) : Interlocked.And(ref _inputs, ~bit)) & bit) != 0;
        Interlocked.Or(ref _driven, bit);
        if (was != high && _bank is { } bank && bank.Find(pin) is { } open)
        {
            bank.Events.Post(open, high ? PinEventTypes.Rising : PinEventTypes.Falling);
        }
    }

    /// <summary>Puts an oscillation on a pin, from now on; pulse counters see it, the level does not.</summary>
    /// <param name="pin">GPIO number, 0 to 48.</param>
    /// <param name="hz">Its frequency; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin, or the frequency is negative.</exception>
    public void SetFrequency(int pin, double hz)
    {
        Check(pin);
        ArgumentOutOfRangeException.ThrowIfNegative(hz);
        _pulses[pin].Set(hz, _bank?.NowUs ?? 0);
    }

    /// <summary>What the chip drives: true only while it has power and the pin is an output written high.</summary>
    /// <param name="pin">GPIO number, 0 to 48.</param>
    /// <returns>Level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public bool Output(int pin)
    {
        Check(pin);
        return _bank is { } bank && bank.Level(pin);
    }

    /// <summary>What the firmware has opened the pin for; null when it is closed or the chip has no power.</summary>
    /// <param name="pin">GPIO number, 0 to 48.</param>
    /// <returns>Mode or null.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public PinMode? Mode(int pin)
    {
        Check(pin);
        return _bank?.Mode(pin);
    }

    // A pin that nothing is connected to shows its pull resistor, and low without one.
    internal bool Input(int pin, bool pulledUp)
    {
        long bit = 1L << pin;
        return (Volatile.Read(ref _driven) & bit) != 0 ? (Volatile.Read(ref _inputs) & bit) != 0 : pulledUp;
    }

    internal double Periods(int pin, ulong nowUs) => _pulses[pin].Periods(nowUs);

    internal void PowerOn(PinBank bank)
    {
        Array.ForEach(_pulses, p => p.Restart());
        _bank = bank;
    }

    internal static void PowerOff(PinBank bank)
    {
        for (long high = bank.PowerOff(); high != 0; high &= high - 1)
        {
            bank.Tell(BitOperations.TrailingZeroCount(high), false);
        }
    }

    internal void RaiseOutputChanged(int pin, bool high, long chipTimeUs) => OutputChanged?.Invoke(pin, high, chipTimeUs);

    private static void Check(int pin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pin, Count);
    }
}
