using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>The cabinet's terminals: what is wired to which pin, and which wires are cut.</summary>
internal sealed class Terminals
{
    private const int PinCount = 64;

    private readonly IContact?[] _contacts = new IContact?[PinCount];
    private readonly bool[] _normallyClosed = new bool[PinCount];
    private readonly bool[] _outputs = new bool[PinCount];
    private readonly bool[] _cut = new bool[PinCount];
    private readonly bool[] _shorted = new bool[PinCount];
    private readonly PinFaults _faults = new(PinCount);

    /// <summary>Wires a contact between 3.3 V and an input with a pull-down.</summary>
    /// <exception cref="ArgumentException">Another contact is wired to that pin.</exception>
    public void Connect(InputModel input, IContact contact)
    {
        if (Find(input) is not null)
        {
            throw new ArgumentException($"Pin {input.Pin} of input {input.Name} is wired twice; give every input its own pin.");
        }

        _contacts[input.Pin] = contact;
        _normallyClosed[input.Pin] = input.NormallyClosed;
    }

    /// <summary>The contact at an input's pin, or null.</summary>
    public IContact? Find(InputModel input) => Find(input.Pin);

    /// <summary>The contact at a pin, or null.</summary>
    public IContact? Find(int pin)
    {
        Check(pin);
        return _contacts[pin];
    }

    /// <summary>The level at a pin as the chip reads it: low when nothing is wired or the wire is cut.</summary>
    public bool InputLevel(int pin)
    {
        Check(pin);
        return _shorted[pin] || (!_cut[pin] && _faults.Level(pin, ContactLevel(pin)));
    }

    /// <summary>Drives a pin; false when it was so already.</summary>
    public bool SetOutput(int pin, bool high)
    {
        Check(pin);
        bool changed = _outputs[pin] != high;
        _outputs[pin] = high;
        return changed;
    }

    /// <summary>The equipment at an output is switched on: the pin is high, its wire is whole, and so is what it switches.</summary>
    public bool IsOn(int pin) => _faults.Level(pin, WireLevel(pin));

    /// <summary>What happens at a pin reaches the other end of its wire.</summary>
    public bool IsWhole(int pin) => !_cut[pin] && !_shorted[pin];

    /// <summary>Cuts or mends the wire at a pin.</summary>
    public void SetCut(int pin, bool cut)
    {
        Check(pin);
        _cut[pin] = cut;
    }

    /// <summary>Shorts the wire at a pin to 3.3 V, or mends it.</summary>
    public void SetShorted(int pin, bool shorted)
    {
        Check(pin);
        _shorted[pin] = shorted;
    }

    /// <summary>Breaks the sensor or the equipment at a pin, or puts a good one there.</summary>
    public void SetFault(int pin, ISignalFault? fault, long nowUs)
    {
        Check(pin);
        _faults.Set(pin, fault);
        StepFaults(nowUs);
    }

    /// <summary>Something at a pin is broken.</summary>
    public bool HasFaults => !_faults.Broken.IsEmpty;

    /// <summary>Lets time pass in what is broken.</summary>
    /// <returns>True when some level is another one now.</returns>
    public bool StepFaults(long nowUs)
    {
        bool changed = false;
        foreach (int pin in _faults.Broken)
        {
            changed |= _faults.Step(pin, _contacts[pin] is null ? WireLevel(pin) : ContactLevel(pin), nowUs);
        }

        return changed;
    }

    private bool ContactLevel(int pin) => _contacts[pin] is { } contact && contact.Acting != _normallyClosed[pin];

    private bool WireLevel(int pin) => _shorted[pin] || (_outputs[pin] && !_cut[pin]);

    private static void Check(int pin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pin, PinCount);
    }
}
