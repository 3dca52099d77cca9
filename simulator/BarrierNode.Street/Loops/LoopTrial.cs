using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>
/// Loops in bad conditions: drift of 1 % a minute, temperature steps, mains pick-up, a neighbour close to their own frequency, scans that jitter.
/// </summary>
public abstract class LoopTrial
{
    /// <summary>The fastest drift that loops are made for, ΔL/L in ppm a minute: 1 %.</summary>
    public const int MostDriftPpmPerMinute = 10_000;

    /// <summary>Drift of a place where a loop can be declared for bicycles, ΔL/L in ppm a minute.</summary>
    public const int CalmDriftPpmPerMinute = 600;

    private const int BicycleHz = 140_000;
    private const double DriftPeriodS = 600;
    private const double DayPpm = 3000;
    private const double DayS = 86_400;

    // A sudden rain changes as much as the fastest drift in so many minutes.
    private const double StepMinutes = 0.03;
    private const double MainsPpm = 300;
    private const double MainsHz = 50.02;
    private const double NeighbourAwayHz = 12;
    private const double NeighbourPpm = 60;
    private const double NoisePpm = 15;
    private const double ScanS = 0.02;
    private const double ScanJitterS = 0.0005;

    private readonly Random _random;
    private readonly int _driftPpmPerMinute;

    /// <summary>Makes a trial.</summary>
    /// <param name="driftPpmPerMinute">The fastest drift, ΔL/L in ppm a minute, up and down.</param>
    /// <param name="random">The source of chance.</param>
    protected LoopTrial(int driftPpmPerMinute, Random random)
    {
        _driftPpmPerMinute = driftPpmPerMinute;
        _random = random;
    }

    /// <summary>Time, in seconds.</summary>
    protected double NowS { get; private set; }

    /// <summary>The source of chance.</summary>
    protected Random Chance => _random;

    /// <summary>
    /// The loop that suits a kind of vehicle: one for bicycles, tuned high and set as fine as the weather of the place lets, and one for everything with an
    /// engine.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="driftPpmPerMinute">The fastest drift of the place, ΔL/L in ppm a minute.</param>
    public static LoopTable TableFor(VehicleKind kind, int driftPpmPerMinute) => kind == VehicleKind.Bicycle
        ? new()
        {
            NominalHz = BicycleHz,
            SensitivityPpm = LoopSettings.FinestPpm(BicycleHz, driftPpmPerMinute),
            MaxDriftPpmPerMinute = driftPpmPerMinute,
        }
        : new() { NominalHz = 110_000, SensitivityPpm = 500, MaxDriftPpmPerMinute = driftPpmPerMinute };

    /// <summary>Lays a loop.</summary>
    /// <param name="table">The loop.</param>
    /// <param name="coil">Where it lies.</param>
    protected MeasuredLoop Lay(LoopTable table, LoopCoil coil)
    {
        ArgumentNullException.ThrowIfNull(table);
        double turn = _random.NextDouble();
        return new(table, coil, new LoopWeather(
            _random,
            [
                LoopDisturbance.Drift(_driftPpmPerMinute, DriftPeriodS, 0.25),
                new(DayPpm, 1 / DayS),
                new(MainsPpm, MainsHz, turn),
                LoopDisturbance.Beat(table.NominalHz, table.NominalHz + NeighbourAwayHz, NeighbourPpm),
            ],
            _driftPpmPerMinute * StepMinutes,
            NoisePpm));
    }

    /// <summary>One scan of some loops.</summary>
    /// <param name="loops">The loops.</param>
    /// <param name="drive">The vehicle that drives over them, or null.</param>
    protected void Scan(IReadOnlyList<MeasuredLoop> loops, Drive? drive)
    {
        ArgumentNullException.ThrowIfNull(loops);
        double toS = NowS + ScanS + (ScanJitterS * ((2 * _random.NextDouble()) - 1));
        for (int i = 0; i < loops.Count; i++)
        {
            loops[i].Scan(NowS, toS, drive);
        }

        drive?.Move(toS);
        NowS = toS;
    }
}
