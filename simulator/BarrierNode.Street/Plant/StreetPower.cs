namespace BarrierNode.Street;

/// <summary>
/// The mains of a street and what the cabinet makes of it: sags and interruptions, and how long the cabinet lives on without. The drives have
/// nothing but the mains.
/// </summary>
public sealed class StreetPower
{
    /// <summary>So long the cabinet's power supply bridges without mains, in milliseconds: one period, as IEC 61000-4-11 tests.</summary>
    public const int BridgesMs = 20;

    /// <summary>The cabinet's power supply works from this mains voltage on: one for 100 to 240 V.</summary>
    public const double CabinetNeedsV = 85;

    // The mains is failed for the relay that watches it.
    private const double FailedBelowPart = 0.7;

    private const int ChargesSlowerBy = 10;

    private readonly PlantConditions _conditions;
    private readonly Action _changed;
    private long _sagLeftUs;
    private double _sagV;
    private long _cabinetOffLeftUs;
    private long _withoutUs;
    private long _usedUs;
    private double _batteryS;

    internal StreetPower(PlantConditions conditions, Action changed)
    {
        _conditions = conditions;
        _changed = changed;
    }

    /// <summary>Raised when the cabinet loses its power (false) and gets it back (true).</summary>
    public event Action<bool>? CabinetChanged;

    /// <summary>Mains voltage now.</summary>
    public double MainsV => _sagLeftUs > 0 ? Math.Min(_sagV, _conditions.SupplyV) : _conditions.SupplyV;

    /// <summary>The mains is out, or so low that the watching relay says so: below 70 %.</summary>
    public bool MainsFailed => MainsV < FailedBelowPart * PlantConditions.NominalV;

    /// <summary>The cabinet has power: the node can run.</summary>
    public bool CabinetOn { get; private set; } = true;

    /// <summary>How long a full battery feeds the cabinet, in seconds; 0 as built: there is none. It charges ten times as slowly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public double BatteryS
    {
        get => _batteryS;
        set => PlantConditions.Set(ref _batteryS, value, 0, 1e6, nameof(BatteryS), _changed);
    }

    /// <summary>Nothing changes while nothing is done from outside.</summary>
    internal bool AtRest { get; private set; } = true;

    /// <summary>The mains sinks for a while; another sag replaces the one before.</summary>
    /// <param name="toV">To so many volts, 0 to 300.</param>
    /// <param name="forMs">For so long, in milliseconds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Sag(double toV, int forMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forMs, 1);
        PlantConditions.Set(ref _sagV, toV, 0, 300, nameof(toV), _changed);
        _sagLeftUs = 1000L * forMs;
        _changed();
    }

    /// <summary>The mains is out for a while.</summary>
    /// <param name="forMs">For so long, in milliseconds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public void Interrupt(int forMs) => Sag(0, forMs);

    /// <summary>The cabinet's own supply is out for a while, battery or not: a fuse, a plug.</summary>
    /// <param name="forMs">For so long, in milliseconds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public void InterruptCabinet(int forMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forMs, 1);
        _cabinetOffLeftUs = 1000L * forMs;
        _changed();
    }

    internal void Wake() => AtRest = false;

    internal void Step(int stepUs)
    {
        bool timed = _sagLeftUs > 0 || _cabinetOffLeftUs > 0;
        (long withoutUs, long usedUs) = (_withoutUs, _usedUs);
        double before = MainsV;
        bool mainsFeeds = before >= CabinetNeedsV;
        bool cut = _cabinetOffLeftUs > 0;
        _withoutUs = mainsFeeds ? 0 : Math.Min(1000L * BridgesMs, _withoutUs + stepUs);
        long fullUs = (long)(_batteryS * 1e6);
        bool bridged = _withoutUs < 1000L * BridgesMs;
        bool battery = _usedUs < fullUs;
        _usedUs = mainsFeeds ? Math.Max(0, _usedUs - Math.Max(1, stepUs / ChargesSlowerBy)) : bridged ? _usedUs : Math.Min(fullUs, _usedUs + stepUs);
        bool on = !cut && (mainsFeeds || bridged || battery);
        _sagLeftUs = Math.Max(0, _sagLeftUs - stepUs);
        _cabinetOffLeftUs = Math.Max(0, _cabinetOffLeftUs - stepUs);
        AtRest = !timed && _withoutUs == withoutUs && _usedUs == usedUs && on == CabinetOn;
        if (MainsV != before)
        {
            _changed();
        }

        if (on != CabinetOn)
        {
            CabinetOn = on;
            _changed();
            CabinetChanged?.Invoke(on);
        }
    }
}
