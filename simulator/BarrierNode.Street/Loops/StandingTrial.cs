using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>A vehicle drives onto a loop and stands there for days.</summary>
public sealed class StandingTrial : LoopTrial
{
    private const int MostDraws = 1000;
    private const double SettleS = 30;
    private const double ApproachMs = 2;
    private const double LoopM = 2;

    private readonly VehicleKind _kind;
    private readonly MeasuredLoop[] _loops;

    private StandingTrial(VehicleKind kind, int driftPpmPerMinute, Random random)
        : base(driftPpmPerMinute, random)
    {
        _kind = kind;
        _loops = [Lay(TableFor(kind, driftPpmPerMinute), new LoopCoil(0, LoopM))];
    }

    /// <summary>Lets one vehicle stand.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="hours">For how long.</param>
    /// <param name="driftPpmPerMinute">The fastest drift, ΔL/L in ppm a minute; for a bicycle only where its loop can be declared for bicycles.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static StandingResult Run(VehicleKind kind, double hours, int driftPpmPerMinute, int seed) =>
        new StandingTrial(kind, driftPpmPerMinute, new Random(seed)).Run(hours);

    private StandingResult Run(double hours)
    {
        FrequencyLoop detector = _loops[0].Detector;
        while (NowS < SettleS)
        {
            Scan(_loops, null);
        }

        detector.ConfirmClear();
        Drive drive = DriveOn();
        int lowestPpm = detector.DeltaPpm;
        int highestPpm = detector.DeltaPpm;
        bool occupied = detector.IsOccupied;
        int falseClears = occupied ? 0 : 1;
        for (double untilS = NowS + (hours * 3600); NowS < untilS;)
        {
            Scan(_loops, drive);
            falseClears += occupied && !detector.IsOccupied ? 1 : 0;
            occupied = detector.IsOccupied;
            lowestPpm = Math.Min(lowestPpm, detector.DeltaPpm);
            highestPpm = Math.Max(highestPpm, detector.DeltaPpm);
        }

        double signalPpm = _loops[0].Coil.SignalPpm(drive.Vehicle, drive.FrontM, backwards: false);
        return new(_kind, hours, signalPpm, lowestPpm, highestPpm, falseClears, detector.State);
    }

    private Drive DriveOn()
    {
        LoopVehicle vehicle = LoopVehicle.Draw(_kind, Chance);
        for (int i = 0; vehicle.Parts.Max(p => p.Ppm) < _loops[0].SensitivityPpm; i++)
        {
            vehicle = i < MostDraws
                ? LoopVehicle.Draw(_kind, Chance)
                : throw new ArgumentException($"No {_kind} makes {_loops[0].SensitivityPpm} ppm, the sensitivity of the loop; expected a lower drift.");
        }

        var drive = new Drive(vehicle, -1, ApproachMs, NowS);
        while (drive.FrontM < LoopM)
        {
            Scan(_loops, drive);
        }

        drive.Stop(true);
        return drive;
    }
}
