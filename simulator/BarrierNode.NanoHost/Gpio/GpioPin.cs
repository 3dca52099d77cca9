using BarrierNode.NanoHost;

namespace System.Device.Gpio;

/// <summary>An open pin. Reading and writing allocate nothing.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly ChipRun _run;
    private PinValueChangedEventHandler? _valueChanged;
    private PinMode _mode;
    private bool _level;
    private bool _closed;

    internal GpioPin(ChipRun run, int pinNumber)
    {
        _run = run;
        PinNumber = pinNumber;
    }

    /// <summary>A pin that nobody holds any more drives nothing, as on the chip: keep references.</summary>
    ~GpioPin() => Close();

    /// <summary>The pin has changed; raised on the chip's event thread.</summary>
    public event PinValueChangedEventHandler ValueChanged
    {
        add
        {
            ThrowIfClosed();
            _valueChanged += value;
            _run.Pins.Events.EnsureStarted();
        }
        remove => _valueChanged -= value;
    }

    /// <summary>
    /// Shortest level that counts for <see cref="ValueChanged"/>. Kept, but without effect here: virtual contacts do not bounce.
    /// </summary>
    public TimeSpan DebounceTimeout { get; set; }

    /// <summary>GPIO number.</summary>
    public int PinNumber { get; }

    /// <summary>Closes the pin.</summary>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Mode of the pin.</summary>
    /// <returns>Mode.</returns>
    public PinMode GetPinMode()
    {
        ThrowIfClosed();
        return _mode;
    }

    /// <summary>Whether the pin can be used so.</summary>
    /// <param name="pinMode">Mode.</param>
    /// <returns>True when it can.</returns>
    public bool IsPinModeSupported(PinMode pinMode) => PinAbilities.Supports(_run.Chip.Family, PinNumber, pinMode);

    /// <summary>Changes the mode; an output starts low.</summary>
    /// <param name="value">Mode.</param>
    /// <exception cref="ArgumentException">The pin cannot do this.</exception>
    public void SetPinMode(PinMode value)
    {
        ThrowIfClosed();
        if (!PinAbilities.Supports(_run.Chip.Family, PinNumber, value))
        {
            throw new ArgumentException($"GPIO {PinNumber} cannot be {value}.");
        }
        _run.Pins.SetMode(PinNumber, value);
        _mode = value;
        _level = false;
    }

    /// <summary>Reads the pin; an output reads low, whatever its level.</summary>
    /// <returns>Level.</returns>
    public PinValue Read()
    {
        ThrowIfClosed();
        return _run.Pins.Read(PinNumber) ? PinValue.High : PinValue.Low;
    }

    /// <summary>Sets the level of an output.</summary>
    /// <param name="value">Level.</param>
    /// <exception cref="InvalidOperationException">The pin is no output.</exception>
    public void Write(PinValue value)
    {
        ThrowIfClosed();
        bool high = (bool)value;
        _run.Pins.Write(PinNumber, high);
        _level = high;
    }

    /// <summary>Turns the level of an output over.</summary>
    /// <exception cref="InvalidOperationException">The pin is no output.</exception>
    public void Toggle() => Write(_level ? PinValue.Low : PinValue.High);

    internal void RaiseValueChanged(PinEventTypes change) => _valueChanged?.Invoke(this, new PinValueChangedEventArgs(change, PinNumber));

    private void ThrowIfClosed()
    {
        _run.ThrowIfHalted();
        ObjectDisposedException.ThrowIf(_closed, this);
    }

    private void Close()
    {
        if (_closed || _run.Halted)
        {
            return;
        }
        _closed = true;
        try
        {
            _run.Pins.Close(PinNumber);
        }
        catch (ChipHaltedException)
        {
            // The power went at this very moment; the pin drives nothing.
        }
    }
}
