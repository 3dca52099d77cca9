namespace BarrierNode.Street;

/// <summary>One bollard or gate, moved by what its two valves or contactors let through. Up is closed, for a gate too.</summary>
internal sealed class Barrier
{
    // Oil pressure or motor current against something that does not give way is full after so long.
    private const int FullForceUs = 500_000;

    private const int DebrisSlowsBy = 2;
    private const double HourUs = 3.6e9;

    // Travel is counted in units of which a full stroke has a million x raise x lower time, so that every speed is a whole number.
    private const long UnitsPerMs2 = 1_000_000;

    private readonly long _fullTravel;
    private readonly int _raiseMs;
    private readonly int _lowerMs;
    private readonly int _fastRaiseMs;
    private long _travel;
    private int _pushedUs;
    private bool _leftEnd;

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
        _fullTravel = checked(UnitsPerMs2 * raiseMs * lowerMs);
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

    /// <summary>What is in its way.</summary>
    public Obstacle Obstacle { get; set; }

    /// <summary>In the last step its raise drive pushed against something: car, person, ice.</summary>
    public bool Strains { get; private set; }

    /// <summary>In the last step its raise drive pushed against the upper end.</summary>
    public bool PressesEnd { get; private set; }

    /// <summary>In the last step it pushed up against a car on top of it.</summary>
    public bool PushesCar { get; private set; }

    /// <summary>In the last step it pushed up against a person on top of it.</summary>
    public bool PushesPerson { get; private set; }

    /// <summary>Its speed in the last step, in strokes a second, up positive.</summary>
    public double SpeedPerS { get; private set; }

    /// <summary>Full strokes up that it has made.</summary>
    public long Strokes { get; private set; }

    /// <summary>Another step with the same drives and surroundings would change nothing.</summary>
    public bool AtRest { get; private set; }

    /// <summary>How far it is from an end, in parts of the stroke.</summary>
    public double FromEnd(bool upper) => (double)(upper ? _fullTravel - _travel : _travel) / _fullTravel;

    /// <summary>Lets time pass.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="raise">The raise valve is open.</param>
    /// <param name="lower">The lower valve is open; with both nothing moves.</param>
    /// <param name="carOnTop">A car stands over it: it cannot rise.</param>
    /// <param name="personOnTop">A person stands on it: it does not rise further.</param>
    /// <param name="fast">The valve of the fast stroke is open.</param>
    /// <param name="strength">How fast and how hard the drive pushes.</param>
    public void Step(int stepUs, bool raise, bool lower, bool carOnTop, bool personOnTop, bool fast, in DriveStrength strength)
    {
        bool raising = raise && !lower;
        bool lowering = lower && !raise;
        long before = _travel;
        bool frozen = IsFrozen(stepUs, raising || lowering, strength);
        bool person = personOnTop || Obstacle == Obstacle.Person;
        bool blocked = carOnTop || person || frozen || Obstacle == Obstacle.Jam;
        bool stalls = !fast && strength.RaisePermille == 0;
        PushesCar = raising && carOnTop && _travel < _fullTravel;
        PushesPerson = raising && person && _travel < _fullTravel;
        Strains = raising && (blocked || stalls) && _travel < _fullTravel;
        PressesEnd = raising && _travel == _fullTravel;
        if (raising && !blocked)
        {
            int permille = fast ? strength.FastPermille : strength.RaisePermille;
            _travel = Math.Min(_fullTravel, _travel + Slowed((long)stepUs * permille * _lowerMs * _raiseMs / (fast ? _fastRaiseMs : _raiseMs)));
        }
        else if (lowering && !frozen && Obstacle != Obstacle.Jam)
        {
            _travel = Math.Max(0, _travel - Slowed((long)stepUs * strength.LowerPermille * _raiseMs));
        }

        if (strength.LeakPartPerHour > 0 && !lowering && !frozen && Obstacle != Obstacle.Jam && !(raising && _travel == _fullTravel))
        {
            Sink(stepUs, strength.LeakPartPerHour);
        }

        CountStroke();
        SpeedPerS = (_travel - before) / (double)_fullTravel / stepUs * 1e6;
        AtRest = _travel == before && (_pushedUs is 0 or FullForceUs);
    }

    private long Slowed(long way) => Obstacle == Obstacle.Debris ? way / DebrisSlowsBy : way;

    private void Sink(int stepUs, double partPerHour) => _travel = Math.Max(0, _travel - (long)(_fullTravel * partPerHour * stepUs / HourUs));

    private bool IsFrozen(int stepUs, bool driven, in DriveStrength strength)
    {
        if (Obstacle != Obstacle.Ice || !driven)
        {
            _pushedUs = 0;
            return Obstacle == Obstacle.Ice;
        }

        _pushedUs = Math.Min(FullForceUs, _pushedUs + stepUs);
        if (strength.ForcePercent * _pushedUs >= strength.IceShearPercent * FullForceUs)
        {
            Obstacle = Obstacle.None;
            _pushedUs = 0;
        }

        return Obstacle == Obstacle.Ice;
    }

    private void CountStroke()
    {
        _leftEnd |= _travel == 0;
        if (_leftEnd && _travel == _fullTravel)
        {
            _leftEnd = false;
            Strokes++;
        }
    }
}
