namespace BarrierNode.Street;

/// <summary>One bollard or gate, moved by what its two valves or contactors let through. Up is closed, for a gate too.</summary>
internal sealed class Barrier
{
    // Travel is counted in units of which a full stroke has raise x lower time, so that both speeds are whole numbers.
    private readonly long _fullTravel;
    private readonly int _raiseMs;
    private readonly int _lowerMs;
    private readonly int _fastRaiseMs;
    private long _travel;

    /// <summary>Makes a barrier at rest.</summary>
    /// <param name="raiseMs">Time of a full stroke up, in milliseconds, at least 1.</param>
    /// <param name="lowerMs">Time of a full stroke down, in milliseconds, at least 1.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="fastRaiseMs">Time of a full stroke up with the fast valve open, in milliseconds; 0 when there is none.</param>
    public Barrier(int raiseMs, int lowerMs, StreetStart start, int fastRaiseMs = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raiseMs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lowerMs, 1);
        _raiseMs = raiseMs;
        _lowerMs = lowerMs;
        _fastRaiseMs = fastRaiseMs > 0 ? fastRaiseMs : raiseMs;
        _fullTravel = checked(1000L * raiseMs * lowerMs);
        _travel = start switch
        {
            StreetStart.BarriersUp => _fullTravel,
            StreetStart.BarriersHalfWay => _fullTravel / 2,
            _ => 0,
        };
    }

    /// <summary>0 down to 1 up.</summary>
    public double Position => (double)_travel / _fullTravel;

    /// <summary>At the upper end as its switch sees it: the last hundredth of the stroke.</summary>
    public bool AtUpperEnd => _travel >= _fullTravel - (_fullTravel / 100);

    /// <summary>At the lower end as its switch sees it: the first hundredth of the stroke.</summary>
    public bool AtLowerEnd => _travel <= _fullTravel / 100;

    /// <summary>In the last step it pushed up against a car on top of it.</summary>
    public bool PushesCar { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="raise">The raise valve is open.</param>
    /// <param name="lower">The lower valve is open; with both nothing moves.</param>
    /// <param name="carOnTop">A car stands over it: it cannot rise.</param>
    /// <param name="fast">The valve of the fast stroke is open.</param>
    public void Step(int stepUs, bool raise, bool lower, bool carOnTop, bool fast = false)
    {
        bool raising = raise && !lower;
        bool lowering = lower && !raise;
        PushesCar = raising && carOnTop && _travel < _fullTravel;
        if (raising && !carOnTop)
        {
            _travel = Math.Min(_fullTravel, _travel + ((long)stepUs * _lowerMs * _raiseMs / (fast ? _fastRaiseMs : _raiseMs)));
        }
        else if (lowering)
        {
            _travel = Math.Max(0, _travel - ((long)stepUs * _raiseMs));
        }
    }
}
