using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>A vehicle drives onto a loop and stands there for days.</summary>
public sealed class StandingTrial : LoopTrial
{
    private const double SettleS = 30;
    private const double ApproachMs = 2;
    private const double LoopM = 2;

    private StandingTrial(Random random)
        : base(random)
    {
    }

    /// <summary>Lets one vehicle stand.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="hours">For how long.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static StandingResult Run(VehicleClass kind, double hours, int seed) =>
        new StandingTrial(new Random(seed)).Run(kind, hours);

    private StandingResult Run(VehicleClass kind, double hours)
    {
        MeasuredLoop[] loops = [Lay(TableFor(kind), new LoopCoil(0, LoopM))];
        while (NowS < SettleS)
        {
            Scan(loops, null);
        }

        loops[0].Detector.ConfirmClear();
        LoopVehicle vehicle = LoopVehicle.Draw(kind, Chance);
        while (kind == VehicleClass.Bicycle && vehicle.Parts[0].Ppm < loops[0].SensitivityPpm)
        {
            vehicle = LoopVehicle.Draw(kind, Chance);
        }

        var drive = new Drive(vehicle, -1, ApproachMs, NowS);
        while (drive.FrontM < LoopM)
        {
            Scan(loops, drive);
        }

        drive.Stop(true);
        double signalPpm = loops[0].Coil.SignalPpm(vehicle, drive.FrontM, backwards: false);
        double lowestPpm = double.MaxValue;
        double highestPpm = double.MinValue;
        int falseClears = 0;
        bool wasClear = !loops[0].Detector.IsOccupied;
        falseClears += wasClear ? 1 : 0;
        for (double untilS = NowS + (hours * 3600); NowS < untilS;)
        {
            Scan(loops, drive);
            bool clear = !loops[0].Detector.IsOccupied;
            falseClears += clear && !wasClear ? 1 : 0;
            wasClear = clear;
            lowestPpm = Math.Min(lowestPpm, loops[0].Detector.DeltaPpm);
            highestPpm = Math.Max(highestPpm, loops[0].Detector.DeltaPpm);
        }

        return new(kind, hours, signalPpm, lowestPpm, highestPpm, falseClears, loops[0].Detector.State);
    }
}
