namespace BarrierNode.Sim;

/// <summary>Everything at a site that can fail, and what is broken now.</summary>
public sealed class FaultBoard
{
    private const long TickUs = 1000;

    private readonly Station _station;
    private readonly int _seed;
    private readonly Lazy<FaultTarget[]> _targets;
    private readonly Lazy<FaultPoint[]> _points;
    private readonly List<Fault> _active = [];
    private readonly List<FaultTarget> _ticking = [];

    internal FaultBoard(City city, Station station)
    {
        _station = station;
        _seed = unchecked((city.Options.Seed * 31) + station.Number);

        // Most streets of a large city never break: nothing is built for them.
        _targets = new Lazy<FaultTarget[]>(() => [.. FaultTargets.Of(city, station)]);
        _points = new Lazy<FaultPoint[]>(() => [.. _targets.Value.Select(t => t.Point)]);
    }

    /// <summary>Everything that can fail, with the kinds that are supported there.</summary>
    public IReadOnlyList<FaultPoint> Points => _points.Value;

    /// <summary>What is broken now, in the order in which it broke.</summary>
    public IReadOnlyList<Fault> Active => _active;

    /// <summary>A fault keeps the power from the cabinet.</summary>
    internal bool WithholdsPower => _active.Exists(f => f.Point == PowerTarget.Name) && Target(PowerTarget.Name) is PowerTarget { Taken: true };

    /// <summary>Breaks something, from now on. Another fault of the same point is replaced.</summary>
    /// <param name="fault">What, and how.</param>
    /// <exception cref="FaultException">There is no such point, or it cannot fail like this; the message names what can.</exception>
    public void Set(Fault fault)
    {
        double amount = FaultCheck.Amount(fault, Points);
        Clear(fault.Point);
        FaultTarget target = Target(fault.Point);
        target.Break(fault.Kind, amount, new Random(SeedOf(fault.Point)));
        _active.Add(fault);
        _station.Hash.Add(SeedOf(fault.Point));
        _station.Hash.Add((long)fault.Kind);
        if (target.Ticks)
        {
            if (_ticking.Count == 0)
            {
                _station.Clock.Every(TickUs, Tick);
            }

            _ticking.Add(target);
            target.Tick(_station.Street.NowUs);
        }
    }

    /// <summary>Mends one point.</summary>
    /// <param name="point">Its name.</param>
    /// <returns>False when it was not broken.</returns>
    public bool Clear(string point)
    {
        if (_active.RemoveAll(f => f.Point == point) == 0)
        {
            return false;
        }

        FaultTarget target = Target(point);
        if (_ticking.Remove(target) && _ticking.Count == 0)
        {
            _station.Clock.Remove(Tick);
        }

        target.Mend();
        _station.Hash.Add(~(long)SeedOf(point));
        return true;
    }

    /// <summary>Mends everything.</summary>
    public void ClearAll()
    {
        while (_active.Count > 0)
        {
            Clear(_active[^1].Point);
        }
    }

    /// <summary>A fault at random that is to be had here.</summary>
    /// <param name="random">Where the chance comes from.</param>
    public Fault Draw(Random random)
    {
        FaultPoint point = Points[random.Next(Points.Count)];
        FaultForm form = point.Group.Forms[random.Next(point.Group.Forms.Count)];
        return new Fault(point.Name, form.Kind, form.Amount is { } amount ? Drawn(amount, random) : null);
    }

    // From a third of the usual amount to three times as much, in whole units.
    private static double Drawn(FaultAmount amount, Random random)
    {
        double part = random.Next(2) == 0 ? 1 + (2 * random.NextDouble()) : 1 / (1 + (2 * random.NextDouble()));
        return Math.Clamp(Math.Round(amount.Usual * part), amount.Least, amount.Most);
    }

    private FaultTarget Target(string point) => Array.Find(_targets.Value, t => t.Point.Name == point)!;

    private void Tick(long nowUs)
    {
        foreach (FaultTarget target in _ticking)
        {
            target.Tick(nowUs);
        }
    }

    // FNV-1a: the same on any machine, unlike the hash code of a string.
    private int SeedOf(string point)
    {
        uint hash = unchecked((2166136261 ^ (uint)_seed) * 16777619);
        foreach (char c in point)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)(hash & int.MaxValue);
    }
}
