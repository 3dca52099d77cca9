using BarrierNode.NanoHost;

namespace System.Device.Gpio;

/// <summary>The GPIO pins of the chip that the calling thread belongs to.</summary>
public sealed class GpioController : IDisposable
{
    private readonly ChipRun _run = ChipRun.Require();
    private readonly List<(PinChangeEventHandler Callback, int PinNumber, PinValueChangedEventHandler Handler)> _callbacks = [];
    private readonly bool[] _mine = new bool[VirtualPins.Count];

    /// <summary>The controller, with the chip's GPIO numbers.</summary>
    public GpioController()
    {
    }

    /// <summary>The controller.</summary>
    /// <param name="numberingScheme">Only <see cref="PinNumberingScheme.Logical"/> exists here.</param>
    /// <exception cref="NotSupportedException">Another scheme.</exception>
    public GpioController(PinNumberingScheme numberingScheme)
    {
        if (numberingScheme != PinNumberingScheme.Logical)
        {
            throw new NotSupportedException();
        }
    }

    /// <summary>Always the chip's GPIO numbers.</summary>
    public PinNumberingScheme NumberingScheme => PinNumberingScheme.Logical;

    /// <summary>Number of pins.</summary>
    public int PinCount => PinAbilities.Count(_run.Chip.Family);

    /// <summary>Opens a pin as an input.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <returns>The pin.</returns>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    /// <exception cref="ArgumentException">The chip has no such pin, or its flash uses it.</exception>
    public GpioPin OpenPin(int pinNumber) => OpenPin(pinNumber, PinMode.Input);

    /// <summary>Opens a pin; an output starts low.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="mode">Mode.</param>
    /// <returns>The pin.</returns>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    /// <exception cref="ArgumentException">The pin does not exist or cannot do this.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        _run.ThrowIfHalted();
        if (!PinAbilities.Supports(_run.Chip.Family, pinNumber, mode))
        {
            throw new ArgumentException($"GPIO {pinNumber} cannot be {mode}.");
        }
        GpioPin pin = new(_run, pinNumber);
        if (!_run.Pins.TryOpen(pin))
        {
            throw new InvalidOperationException($"GPIO {pinNumber} is open already.");
        }
        _mine[pinNumber] = true;
        pin.SetPinMode(mode);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void ClosePin(int pinNumber)
    {
        Open(pinNumber).Dispose();
        _mine[pinNumber] = false;
        _callbacks.RemoveAll(entry => entry.PinNumber == pinNumber);
    }

    /// <summary>Closes the pins that this controller opened.</summary>
    public void Dispose()
    {
        for (int pin = 0; pin < _mine.Length; pin++)
        {
            if (_mine[pin] && IsPinOpen(pin))
            {
                ClosePin(pin);
            }
        }
    }

    /// <summary>Mode of an open pin.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <returns>Mode.</returns>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinMode GetPinMode(int pinNumber) => Open(pinNumber).GetPinMode();

    /// <summary>Whether a pin can be used so.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="mode">Mode.</param>
    /// <returns>True when it can.</returns>
    public bool IsPinModeSupported(int pinNumber, PinMode mode) => PinAbilities.Supports(_run.Chip.Family, pinNumber, mode);

    /// <summary>Whether a pin is open.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <returns>True when open.</returns>
    public bool IsPinOpen(int pinNumber) => Find(pinNumber) != null;

    /// <summary>Reads a pin; an output reads low, whatever its level.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <returns>Level.</returns>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public PinValue Read(int pinNumber) => Open(pinNumber).Read();

    /// <summary>Sets an output's level.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="value">Level.</param>
    /// <exception cref="InvalidOperationException">It is not open as an output.</exception>
    public void Write(int pinNumber, PinValue value) => Open(pinNumber).Write(value);

    /// <summary>Changes the mode of an open pin.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="mode">Mode.</param>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    /// <exception cref="ArgumentException">The pin cannot do this.</exception>
    public void SetPinMode(int pinNumber, PinMode mode) => Open(pinNumber).SetPinMode(mode);

    /// <summary>Calls a handler when an open pin changes, on the chip's event thread.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="eventTypes">Which changes.</param>
    /// <param name="callback">Handler.</param>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        PinValueChangedEventHandler handler = (_, change) =>
        {
            if ((change.ChangeType & eventTypes) != 0)
            {
                callback(this, change);
            }
        };
        Open(pinNumber).ValueChanged += handler;
        _callbacks.Add((callback, pinNumber, handler));
    }

    /// <summary>Ends the calls of a handler.</summary>
    /// <param name="pinNumber">GPIO number.</param>
    /// <param name="callback">Handler as registered.</param>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        GpioPin pin = Open(pinNumber);
        foreach ((PinChangeEventHandler Callback, int PinNumber, PinValueChangedEventHandler Handler) entry in _callbacks)
        {
            if (entry.PinNumber == pinNumber && entry.Callback == callback)
            {
                pin.ValueChanged -= entry.Handler;
            }
        }
        _callbacks.RemoveAll(entry => entry.PinNumber == pinNumber && entry.Callback == callback);
    }

    private GpioPin? Find(int pinNumber)
    {
        _run.ThrowIfHalted();
        return pinNumber is >= 0 and < VirtualPins.Count ? _run.Pins.Find(pinNumber) : null;
    }

    private GpioPin Open(int pinNumber) =>
        Find(pinNumber) ?? throw new InvalidOperationException($"GPIO {pinNumber} is not open.");
}
