namespace BarrierNode.Street;

/// <summary>What wears or loads the drives of one lane.</summary>
public sealed class LaneConditions
{
    private readonly Action _changed;
    private double _wearCycles;
    private double _leakPercentPerHour;
    private double _loadPercent;
    private double _iceShearPercent = 80;

    internal LaneConditions(string id, Action changed)
    {
        Id = id;
        _changed = changed;
    }

    /// <summary>Id of the lane.</summary>
    public string Id { get; }

    /// <summary>Strokes up that its drives had made before the street began, 0 to 5,000,000; those of the street are added. Worn drives are slow and weak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double WearCycles
    {
        get => _wearCycles;
        set => PlantConditions.Set(ref _wearCycles, value, 0, 5_000_000, nameof(WearCycles), _changed);
    }

    /// <summary>
    /// How far its barriers sink without drive, in percent of the stroke an hour, 0 to 36,000; while they are raised, the leak works against the drive.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double LeakPercentPerHour
    {
        get => _leakPercentPerHour;
        set => PlantConditions.Set(ref _leakPercentPerHour, value, 0, 36_000, nameof(LeakPercentPerHour), _changed);
    }

    /// <summary>
    /// Share of the force of a good drive that snow, wind or a dragging seal takes from a raise, 0 to 200 percent. What takes all of it stalls the drive.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double LoadPercent
    {
        get => _loadPercent;
        set => PlantConditions.Set(ref _loadPercent, value, 0, 200, nameof(LoadPercent), _changed);
    }

    /// <summary>Share of the force of a good drive that breaks <see cref="Obstacle.Ice"/>, 0 to 200 percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double IceShearPercent
    {
        get => _iceShearPercent;
        set => PlantConditions.Set(ref _iceShearPercent, value, 0, 200, nameof(IceShearPercent), _changed);
    }
}
