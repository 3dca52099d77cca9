using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>What happens in the street itself: no barrier rises against a vehicle that a detector could see, no green against steel.</summary>
internal sealed class StreetLaws : LawBook
{
    private const int LookEveryScans = 5;
    private const long SeenUs = 300_000;

    // The street is looked at some scans after a strike: a vehicle has driven on by then.
    private const double LookM = 1.5;

    private readonly InputModel[] _detectors;
    private readonly int[] _inputs;
    private readonly long[] _actsSinceUs;
    private readonly int[][] _lanesOf;
    private readonly long[] _bypassUs = new long[64];
    private readonly long[] _bypassEndsUs = new long[64];
    private long _bypassed;
    private int _strikes;

    public StreetLaws(FuzzWatch watch)
        : base(watch)
    {
        SiteModel site = watch.Station.Site;
        _detectors = [.. site.Lanes.SelectMany(l => l.Loops).Where(d => d.Frequency is null).DistinctBy(d => d.Name)];
        _inputs = [.. _detectors.Select(d => Array.IndexOf(watch.Station.Table.InputNames, d.Name))];
        _lanesOf = [.. _detectors.Select(d => Enumerable.Range(0, Lanes.Length).Where(l => Lanes[l].Lane.Loops.Any(i => i.Name == d.Name)).ToArray())];
        _actsSinceUs = new long[_detectors.Length];
        Array.Fill(_actsSinceUs, long.MaxValue);
        _strikes = watch.Station.Street.Strikes;
    }

    /// <summary>No gap between the detectors hides one of these.</summary>
    public static bool IsWellSeen(VehicleKind kind) => kind is VehicleKind.Car or VehicleKind.Van or VehicleKind.Truck;

    public override void Restart() => _bypassed = 0;

    public override void Hear(NodeReport told)
    {
        if (told.Kind != ReportKind.Event)
        {
            return;
        }

        if ((EventCode)told.Code == EventCode.BypassSet)
        {
            _bypassed |= 1L << told.A;
            _bypassUs[told.A] = 60_000_000L * told.B;
            _bypassEndsUs[told.A] = told.AtUs + _bypassUs[told.A];
        }
        else if ((EventCode)told.Code == EventCode.BypassEnded)
        {
            _bypassed &= ~(1L << told.A);
        }
    }

    public override void Scan()
    {
        LookAtContacts();
        LookAtBypasses();
        if (Watch.Scans % LookEveryScans == 0 || Watch.Station.Street.Strikes != _strikes)
        {
            LookAtStreet();
        }
    }

    // The contacts themselves, behind every filter: who raises past one that acts holds the button and is at the cabinet.
    private void LookAtContacts()
    {
        StreetModel street = Watch.Station.Street;
        for (int d = 0; d < _detectors.Length; d++)
        {
            InputModel detector = _detectors[d];
            bool acts = street.InputLevel(detector.Pin) != detector.NormallyClosed;
            _actsSinceUs[d] = !acts ? long.MaxValue : Math.Min(_actsSinceUs[d], Watch.NowUs);
            if (!acts || Watch.Scans * 20_000L < SeenUs || Watch.NowUs - _actsSinceUs[d] < SeenUs + (1000L * detector.OnDelayMs))
            {
                continue;
            }

            foreach (int l in _lanesOf[d])
            {
                LaneMasks lane = Lanes[l];
                bool raised = (Watch.Outputs & (lane.Raise | lane.Valve)) != 0;
                long button = lane.RaiseButton | (lane.Lane.Setting(LaneSetting.StepMode) != 0 ? lane.LowerButton : 0);
                bool watched = (_bypassed & (1L << _inputs[d])) != 0 && (Watch.Conditions & button) != 0 && (Watch.Conditions & lane.Keys) != 0;
                if (raised && !watched)
                {
                    Watch.Break(FuzzLaw.RaisePastSensor, l, $"is raised past {detector.Name}");
                }
            }
        }
    }

    private void LookAtBypasses()
    {
        for (long rest = _bypassed; rest != 0; rest &= rest - 1)
        {
            int input = System.Numerics.BitOperations.TrailingZeroCount(rest);
            if (Watch.Doubts.IsUntimed)
            {
                // From here on it may last its whole time again.
                _bypassEndsUs[input] = Watch.NowUs + _bypassUs[input];
            }
            else if (Watch.NowUs > _bypassEndsUs[input] + 2_000_000)
            {
                Watch.Break(FuzzLaw.BypassForEver, $"the bypass of {Watch.Station.Table.InputNames[input]} does not end");
            }
        }
    }

    private void LookAtStreet()
    {
        StreetSnapshot street = Watch.Station.Street.Snapshot();
        if (street.Strikes != _strikes)
        {
            _strikes = street.Strikes;
            LookAtStrike(street);
        }

        if (Watch.Doubts.IsUncertain)
        {
            return;
        }

        for (int l = 0; l < Lanes.Length; l++)
        {
            if (street.Lanes[l].Green && street.Lanes[l].Barriers.Any(b => b >= 0.1))
            {
                Watch.Break(FuzzLaw.GreenAgainstSteel, l, "shines green and is not open");
            }

            if (Lanes[l].Lane.SallyPort is { } other && (Watch.Outputs & Lanes[l].Lower) != 0
                && street.Lanes[Watch.Station.LaneNumber(other)].Barriers.Any(b => b <= 0.9))
            {
                Watch.Break(FuzzLaw.SallyPort, l, $"opens and {other} is open");
            }
        }
    }

    private void LookAtStrike(StreetSnapshot street)
    {
        if (Watch.Doubts.IsBlind || _bypassed != 0)
        {
            return;
        }

        CarSnapshot[] over = [.. street.Cars.Where(IsOverBarrier)];
        if (over.Length > 0 && over.All(c => IsWellSeen(c.Kind)))
        {
            Watch.Break(FuzzLaw.Strike, $"a barrier of {over[0].Lane} pushes against vehicle {over[0].Id}");
        }
    }

    private bool IsOverBarrier(CarSnapshot car)
    {
        double barrierM = Watch.Station.Site.Street.Carriageways.First(w => w.Lane == car.Lane).BarrierAtM;
        return car.FrontM - car.LengthM - LookM <= barrierM && barrierM <= car.FrontM + car.LengthM + LookM;
    }
}
