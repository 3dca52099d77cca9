using System.Device.Gpio;

namespace BarrierNode.NanoHost;

/// <summary>
/// The pin registers of one power-up: modes, output levels, and the open pin objects. No member allocates except open and close.
/// </summary>
internal sealed class PinBank(ChipRun run)
{
    private const int Closed = -1;
    private const long Powered = 1L << 63;

    private readonly int[] _modes = CreateModes();
    private readonly GpioPin?[] _pins = new GpioPin?[VirtualPins.Count];
    private long _levels = Powered;

    internal PinEvents Events { get; } = new(run);

    internal ulong NowUs => run.NowUs;

    private bool HasPower => (Volatile.Read(ref _levels) & Powered) != 0;

    internal bool Level(int pin) => (Volatile.Read(ref _levels) >> pin & 1) != 0;

    internal PinMode? Mode(int pin)
    {
        int mode = Volatile.Read(ref _modes[pin]);
        return mode == Closed || !HasPower ? null : (PinMode)mode;
    }

    internal GpioPin? Find(int pin) => Volatile.Read(ref _pins[pin]);

    /// <summary>Opens a pin that is closed.</summary>
    /// <param name="pin">The pin object.</param>
    /// <returns>False when it is open already.</returns>
    internal bool TryOpen(GpioPin pin) => Interlocked.CompareExchange(ref _pins[pin.PinNumber], pin, null) == null;

    internal void Close(int pin)
    {
        SetMode(pin, Closed);
        Volatile.Write(ref _pins[pin], null);
    }

    // A pin that becomes an output starts low, and one that stops to be an output drives nothing.
    internal void SetMode(int pin, PinMode mode) => SetMode(pin, (int)mode);

    /// <summary>Sets an output's level.</summary>
    /// <param name="pin">Pin.</param>
    /// <param name="high">Level.</param>
    /// <exception cref="InvalidOperationException">The pin is no output.</exception>
    internal void Write(int pin, bool high)
    {
        if (!IsOutput(Volatile.Read(ref _modes[pin])))
        {
            throw new InvalidOperationException($"GPIO {pin} is not open as an output.");
        }
        SetLevel(pin, high);
    }

    internal bool Read(int pin)
    {
        int mode = Volatile.Read(ref _modes[pin]);

        // The chip reads zero from a pin that it drives itself, whatever the level.
        return mode != Closed && !IsOutput(mode) && run.Chip.Pins.Input(pin, pulledUp: mode == (int)PinMode.InputPullUp);
    }

    /// <summary>Takes the power away: no level can be set any more.</summary>
    /// <returns>The outputs that were high, one bit a pin.</returns>
    internal long PowerOff() => Interlocked.Exchange(ref _levels, 0) & ~Powered;

    internal void Tell(int pin, bool high)
    {
        run.Chip.Pins.RaiseOutputChanged(pin, high, (long)run.NowUs);
        if (high && !HasPower)
        {
            // The power cut told "low" before or while this told "high": nobody may be left believing that the output is high.
            run.Chip.Pins.RaiseOutputChanged(pin, false, (long)run.NowUs);
        }
    }

    private static int[] CreateModes()
    {
        int[] modes = new int[VirtualPins.Count];
        Array.Fill(modes, Closed);
        return modes;
    }

    private static bool IsOutput(int mode) => mode >= (int)PinMode.Output;

    private void SetMode(int pin, int mode)
    {
        SetLevel(pin, false);
        Volatile.Write(ref _modes[pin], mode);
    }

    private void SetLevel(int pin, bool high)
    {
        long bit = 1L << pin;
        long before = Volatile.Read(ref _levels);
        while (true)
        {
            if ((before & Powered) == 0)
            {
                throw new ChipHaltedException(run.Chip.Name);
            }
            long after = high ? before | bit : before & ~bit;
            if (after == before)
            {
                return;
            }
            long seen = Interlocked.CompareExchange(ref _levels, after, before);
            if (seen == before)
            {
                Tell(pin, high);
                return;
            }
            before = seen;
        }
    }
}
