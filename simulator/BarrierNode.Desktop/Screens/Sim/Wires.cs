using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The wires of a site that the window has cut or shorted.</summary>
/// <param name="street">Its street.</param>
public sealed class Wires(StreetModel street)
{
    private readonly SortedDictionary<int, WireState> _states = [];

    /// <summary>The state of the wire at a pin.</summary>
    /// <param name="pin">GPIO number.</param>
    public WireState Of(int pin) => _states.GetValueOrDefault(pin);

    /// <summary>Changes the wire at a pin.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="state">How it is from now on.</param>
    public void Set(int pin, WireState state)
    {
        street.MendWire(pin);
        if (state == WireState.Cut)
        {
            street.CutWire(pin);
        }
        else if (state == WireState.Shorted)
        {
            street.ShortWire(pin);
        }

        _states[pin] = state;
    }

    /// <summary>Mends every wire.</summary>
    public void MendAll()
    {
        foreach (int pin in _states.Keys)
        {
            street.MendWire(pin);
        }

        _states.Clear();
    }
}

/// <summary>How a wire is.</summary>
public enum WireState
{
    /// <summary>Whole.</summary>
    Whole,

    /// <summary>Cut: an input reads low, an output does not reach its equipment.</summary>
    Cut,

    /// <summary>An input is shorted to 3.3 V and reads high.</summary>
    Shorted,
}
