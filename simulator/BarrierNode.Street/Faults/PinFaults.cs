namespace BarrierNode.Street;

/// <summary>The broken parts between street and terminals, by pin. As long as nothing is broken it costs nothing.</summary>
/// <param name="pinCount">Pins from 0.</param>
internal sealed class PinFaults(int pinCount)
{
    private readonly ISignalFault?[] _faults = new ISignalFault?[pinCount];
    private readonly bool[] _levels = new bool[pinCount];
    private int[] _broken = [];

    /// <summary>The pins that have a broken part, in rising order.</summary>
    public ReadOnlySpan<int> Broken => _broken;

    /// <summary>The level at a pin: what its part gives, broken or not.</summary>
    public bool Level(int pin, bool good) => _faults[pin] is null ? good : _levels[pin];

    /// <summary>Breaks the part at a pin, or puts a good one there.</summary>
    public void Set(int pin, ISignalFault? fault)
    {
        _faults[pin] = fault;
        _broken = [.. Enumerable.Range(0, _faults.Length).Where(p => _faults[p] is not null)];
    }

    /// <summary>Lets time pass at a pin with a broken part.</summary>
    /// <returns>True when its level is another one now.</returns>
    public bool Step(int pin, bool good, long nowUs)
    {
        bool before = _levels[pin];
        _levels[pin] = _faults[pin]!.Step(good, nowUs);
        return _levels[pin] != before;
    }
}
