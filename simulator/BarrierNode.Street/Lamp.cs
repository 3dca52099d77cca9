namespace BarrierNode.Street;

/// <summary>
/// A signal lamp at an output, with the relay that tells whether it draws current. A broken lamp draws none; a relay that sticks keeps it lit.
/// </summary>
internal sealed class Lamp(int pin, Terminals terminals) : IContact
{
    // A driver takes a flashing lamp for a lit one.
    private const int SeenUs = 700_000;

    private bool _stuck;
    private int _darkUs = SeenUs;

    /// <summary>The lamp is broken.</summary>
    public bool Broken { get; set; }

    /// <summary>The relay that switches it sticks: it stays on from the next time that it is.</summary>
    public bool Sticks { get; set; }

    /// <summary>It shines.</summary>
    public bool Lit => !Broken && (terminals.IsOn(pin) || _stuck);

    /// <summary>It shines, or flashes.</summary>
    public bool Seen => _darkUs < SeenUs;

    /// <summary>GPIO number of its output.</summary>
    public int Pin => pin;

    /// <inheritdoc/>
    public bool Acting => Lit;

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <returns>True when it stays as it is while nothing else changes.</returns>
    public bool Step(int stepUs)
    {
        int darkUs = _darkUs;
        _stuck = Sticks && Lit;
        _darkUs = Lit ? 0 : Math.Min(SeenUs, _darkUs + stepUs);
        return _darkUs == darkUs;
    }
}
