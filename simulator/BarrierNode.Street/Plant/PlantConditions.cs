namespace BarrierNode.Street;

/// <summary>
/// Weather, mains, and how worn each lane is. It can be changed at any time and acts at once; as built, every drive has the times of its site file.
/// </summary>
public sealed class PlantConditions
{
    /// <summary>Mains voltage that drives are built for.</summary>
    public const double NominalV = 230;

    private readonly LaneConditions[] _lanes;
    private readonly Action _changed;
    private double _temperatureC = 20;
    private double _supplyV = NominalV;

    internal PlantConditions(IReadOnlyList<string> lanes, Action changed)
    {
        _changed = changed;
        _lanes = [.. lanes.Select(id => new LaneConditions(id, changed))];
    }

    /// <summary>Temperature of oil and grease in degrees Celsius, -40 to 70; 20 as built. Cold drives are slow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double TemperatureC
    {
        get => _temperatureC;
        set => Set(ref _temperatureC, value, -40, 70, nameof(TemperatureC), _changed);
    }

    /// <summary>Steady mains voltage, 0 to 300 V; 230 as built. Sags and interruptions come on top: <see cref="StreetPower"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double SupplyV
    {
        get => _supplyV;
        set => Set(ref _supplyV, value, 0, 300, nameof(SupplyV), _changed);
    }

    /// <summary>What wears or loads the drives of a lane.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public LaneConditions Lane(string laneId) => Array.Find(_lanes, l => l.Id == laneId)
        ?? throw new ArgumentException($"There is no lane {laneId}; this street has {string.Join(", ", _lanes.Select(l => l.Id))}.");

    internal LaneConditions At(int lane) => _lanes[lane];

    internal static void Set(ref double field, double value, double least, double most, string name, Action changed)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {least} to {most}.");
        }

        field = value;
        changed();
    }
}
