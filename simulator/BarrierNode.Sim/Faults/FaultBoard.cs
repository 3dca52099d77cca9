namespace BarrierNode.Sim;

/// <summary>Everything at a site that can fail, and what is broken now.</summary>
public sealed class FaultBoard
{
    private readonly Station _station;
    private readonly List<Fault> _active = [];

    internal FaultBoard(Station station)
    {
        _station = station;
    }

    /// <summary>Everything that can fail, with the kinds that are supported there.</summary>
    public IReadOnlyList<FaultPoint> Points { get; } = [];

    /// <summary>What is broken now, in the order in which it broke.</summary>
    public IReadOnlyList<Fault> Active => _active;

    /// <summary>Breaks something, from now on. Another fault of the same point is replaced.</summary>
    /// <param name="fault">What, and how.</param>
    /// <exception cref="FaultException">There is no such point, or it cannot fail like this; the message names what can.</exception>
    public void Set(Fault fault) => throw new FaultException($"{_station.Site.Node}: {fault.Point} cannot fail.");

    /// <summary>Mends one point.</summary>
    /// <param name="point">Its name.</param>
    /// <returns>False when it was not broken.</returns>
    public bool Clear(string point) => _active.RemoveAll(f => f.Point == point) > 0;

    /// <summary>Mends everything.</summary>
    public void ClearAll() => _active.Clear();
}
