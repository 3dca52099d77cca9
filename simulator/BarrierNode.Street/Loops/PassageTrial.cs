using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>Vehicles of one kind drive over two loops in a row, in both directions, at any speed; some stop on them.</summary>
public sealed class PassageTrial : LoopTrial
{
    private const double FirstAtM = 0;
    private const double SecondAtM = 3;
    private const double LoopM = 2;
    private const double SlowestMs = 1;
    private const double StopShare = 0.05;
    private const double ClearLimitS = 1.5;
    private const double SettleS = 30;

    private readonly VehicleKind _kind;
    private readonly LoopTable _table;
    private readonly MeasuredLoop[] _loops;

    private PassageTrial(VehicleKind kind, int driftPpmPerMinute, Random random)
        : base(driftPpmPerMinute, random)
    {
        _kind = kind;
        _table = TableFor(kind, driftPpmPerMinute);
        _loops = [Lay(_table, new LoopCoil(FirstAtM, FirstAtM + LoopM)), Lay(_table, new LoopCoil(SecondAtM, SecondAtM + LoopM))];
    }

    /// <summary>Runs passages.</summary>
    /// <param name="kind">Kind of the vehicles.</param>
    /// <param name="passages">How many.</param>
    /// <param name="driftPpmPerMinute">The fastest drift, ΔL/L in ppm a minute.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static PassageResult Run(VehicleKind kind, int passages, int driftPpmPerMinute, int seed) =>
        new PassageTrial(kind, driftPpmPerMinute, new Random(seed)).Run(passages);

    private PassageResult Run(int passages)
    {
        var result = new PassageResult(_kind, _table, _loops[0].Detector.Settings);
        Wait(SettleS);
        ConfirmOccupied();
        for (int i = 0; i < passages; i++)
        {
            Wait(2 + (4 * Chance.NextDouble()));
            bool falsePresence = ConfirmOccupied();
            bool backwards = Pass();
            double leftS = NowS;
            while (_loops.Any(l => l.Detector.IsOccupied) && NowS < leftS + ClearLimitS)
            {
                Scan(_loops, null);
            }

            LoopPassage first = _loops[backwards ? 1 : 0].Passage;
            LoopPassage second = _loops[backwards ? 0 : 1].Passage;
            result.Add(first, second, falsePresence, held: ConfirmOccupied());
        }

        return result;
    }

    private void Wait(double seconds)
    {
        for (double untilS = NowS + seconds; NowS < untilS;)
        {
            Scan(_loops, null);
        }
    }

    // What a person does who looks at the street.
    private bool ConfirmOccupied()
    {
        bool any = false;
        foreach (MeasuredLoop loop in _loops.Where(l => l.Detector.IsOccupied))
        {
            any |= loop.Detector.ConfirmClear();
        }

        return any;
    }

    private bool Pass()
    {
        LoopVehicle vehicle = LoopVehicle.Draw(_kind, Chance);
        bool backwards = Chance.Next(2) == 0;
        double speedMs = SlowestMs + ((vehicle.TopSpeedMs - SlowestMs) * Chance.NextDouble());
        double wayM = SecondAtM + LoopM + vehicle.LengthM + 2;
        double startM = backwards ? SecondAtM + LoopM + 1 : FirstAtM - 1;
        double stopM = Chance.NextDouble() < StopShare ? 1.5 + (Chance.NextDouble() * 4) : double.PositiveInfinity;
        double standsS = 2 + (18 * Chance.NextDouble());
        var drive = new Drive(vehicle, startM, backwards ? -speedMs : speedMs, NowS);
        foreach (MeasuredLoop loop in _loops)
        {
            loop.BeginPassage();
        }

        while (Math.Abs(drive.FrontM - startM) < wayM)
        {
            if (Math.Abs(drive.FrontM - startM) >= stopM)
            {
                drive.Stop(true);
                for (double untilS = NowS + standsS; NowS < untilS;)
                {
                    Scan(_loops, drive);
                }

                drive.Stop(false);
                stopM = double.PositiveInfinity;
            }

            Scan(_loops, drive);
        }

        return backwards;
    }
}
