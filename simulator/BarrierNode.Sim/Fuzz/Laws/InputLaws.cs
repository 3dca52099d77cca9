using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>Inputs count exactly after their delays; a vehicle on a good detector is seen; positions are proven.</summary>
internal sealed class InputLaws : LawBook
{
    private const int LookEveryScans = 10;
    private const long SeenUs = 1_500_000;
    private const double CoveredPart = 0.3;

    private readonly Filter[] _filters;
    private readonly long _filtered;
    private readonly Measured[] _measured;
    private readonly bool[] _driven;
    private long _state;
    private long _startState;
    private long _earnedUs;

    public InputLaws(FuzzWatch watch)
        : base(watch)
    {
        SiteModel site = watch.Station.Site;
        SiteTable table = watch.Station.Table;
        InputModel[] inputs = [.. AllInputs(site).DistinctBy(i => i.Name)];

        // What the node measures itself has no contact; a detector that can be bypassed is looked at elsewhere; what follows an output at once has
        // another level after the scan than before it.
        HashSet<string> others =
        [
            .. site.Lanes.Where(l => l.Setting(LaneSetting.BypassMaxMin) > 0).SelectMany(l => l.Loops).Select(i => i.Name),
            .. site.Lanes.SelectMany(l => l.Inputs).Where(i => i.Role is InputRole.RedCurrent or InputRole.GreenCurrent or InputRole.SafetyEdge).Select(i => i.Name),
        ];
        _filters = [.. inputs.Where(i => i.Frequency is null && !others.Contains(i.Name)).Select(i => new Filter(i, Array.IndexOf(table.InputNames, i.Name)))];
        _filtered = _filters.Aggregate(0L, (mask, f) => mask | (1L << f.Number));
        foreach (InputModel loop in site.Lanes.SelectMany(l => l.Loops))
        {
            _startState |= 1L << Array.IndexOf(table.InputNames, loop.Name);
        }

        _startState &= _filtered;
        _measured =
        [
            .. site.Lanes.SelectMany((lane, l) => lane.Loops.Where(i => i.Frequency is not null).Select(i => new Measured(
                l, i.Name, 1L << Array.IndexOf(table.InputNames, i.Name),
                site.Street.Carriageways.First(w => w.Lane == lane.Id).Loops.First(p => p.Name == i.Name)))),
        ];
        _driven = new bool[Lanes.Length];
        Restart();
    }

    public override void Restart()
    {
        _state = _startState;
        _earnedUs = 0;
        Array.Clear(_driven);
        foreach (Filter filter in _filters)
        {
            filter.SinceUs = -1;
            filter.Known = true;
        }

        foreach (Measured loop in _measured)
        {
            loop.CoveredSinceUs = long.MaxValue;
        }
    }

    public override void Scan()
    {
        LookAtContacts();

        LookAtPositions();
        if (_measured.Length > 0 && Watch.Scans % LookEveryScans == 0)
        {
            LookAtLoops();
        }
    }

    private static IEnumerable<InputModel> AllInputs(SiteModel site)
    {
        IEnumerable<InputModel> lanes = site.Lanes.SelectMany(l =>
            l.UpLimits.Concat(l.DownLimits).Concat(l.Loops).Concat(l.Inputs).Concat(l.Feedback?.Raise ?? []).Concat(l.Feedback?.Lower ?? []));
        IEnumerable<InputModel> cabinet = new[] { site.EmergencyStop, site.SecondChannel?.Input, site.ResetButton }.OfType<InputModel>();
        return cabinet.Concat(site.Inputs).Concat(lanes);
    }

    // The scan that first sees a change starts its delay. A late scan gives no time.
    private void LookAtContacts()
    {
        _earnedUs += Watch.Late ? 0 : Watch.StepUs;
        StreetModel street = Watch.Station.Street;
        foreach (Filter filter in _filters)
        {
            InputModel input = filter.Input;
            bool acts = street.InputLevel(input.Pin) != input.NormallyClosed;
            long bit = 1L << filter.Number;
            filter.Known &= !Watch.Doubts.IsUntimed;
            if (!filter.Known)
            {
                // With a wrong clock nobody can say when; afterwards it is known again once it has come to rest.
                _state = (_state & ~bit) | (Watch.Conditions & bit);
                filter.SinceUs = -1;
                filter.Known = !Watch.Doubts.IsUntimed && acts == ((_state & bit) != 0);
                continue;
            }

            if (acts == ((_state & bit) != 0))
            {
                filter.SinceUs = -1;
                continue;
            }

            long delayUs = 1000L * (acts ? input.OnDelayMs : input.OffDelayMs);
            bool first = filter.SinceUs < 0;
            filter.SinceUs = first ? _earnedUs : filter.SinceUs;
            if (delayUs == 0 || (!first && _earnedUs - filter.SinceUs >= delayUs))
            {
                _state ^= bit;
                filter.SinceUs = -1;
            }
        }

        long wrong = (_state ^ Watch.Conditions) & _filtered;
        if (wrong != 0)
        {
            string name = Watch.Station.Table.InputNames[System.Numerics.BitOperations.TrailingZeroCount(wrong)];
            Watch.Break(FuzzLaw.Debounce, $"{name} counts as {((Watch.Conditions & wrong) != 0 ? "acting" : "resting")} at the wrong moment");
        }
    }

    private void LookAtPositions()
    {
        for (int l = 0; l < Lanes.Length; l++)
        {
            LaneMasks lane = Lanes[l];
            int on = Watch.Outputs;
            bool drives = (on & (lane.Raise | lane.Lower | lane.Hold)) != 0;
            _driven[l] |= drives;
            bool holds = Watch.Station.Node.Controller.Position(l) switch
            {
                LanePosition.Up => lane.IsUp(Watch.Conditions) && (on & (lane.Raise | lane.Lower)) == 0,
                LanePosition.Down => lane.IsDown(Watch.Conditions) && (on & (lane.Raise | lane.Lower)) == 0,
                LanePosition.Raising => (on & lane.Raise) != 0,
                LanePosition.Stopped => _driven[l] && !lane.IsUp(Watch.Conditions) && !lane.IsDown(Watch.Conditions),
                _ => true,
            };
            if (!holds)
            {
                Watch.Break(FuzzLaw.Position, l, $"is told as {Watch.Station.Node.Controller.Position(l)}, and nothing proves it");
            }
        }
    }

    private void LookAtLoops()
    {
        IReadOnlyList<CarSnapshot>? cars = null;
        foreach (Measured loop in _measured)
        {
            cars ??= Watch.Station.Street.Snapshot().Cars;
            bool covered = !Watch.Doubts.IsBlind && IsCovered(loop, cars);
            loop.CoveredSinceUs = covered ? Math.Min(loop.CoveredSinceUs, Watch.NowUs) : long.MaxValue;
            if (covered && Watch.NowUs - loop.CoveredSinceUs > SeenUs && (Watch.Conditions & loop.Bit) == 0)
            {
                Watch.Break(FuzzLaw.Unseen, loop.Lane, $"does not see what stands on {loop.Name}");
            }
        }
    }

    private bool IsCovered(Measured loop, IReadOnlyList<CarSnapshot> cars)
    {
        foreach (CarSnapshot car in cars)
        {
            double overM = Math.Min(car.FrontM, loop.Place.ToM) - Math.Max(car.FrontM - car.LengthM, loop.Place.FromM);
            if (car.Lane == Lanes[loop.Lane].Lane.Id && overM > CoveredPart * (loop.Place.ToM - loop.Place.FromM) && StreetLaws.IsWellSeen(car.Kind))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Filter(InputModel input, int number)
    {
        public InputModel Input => input;

        public int Number => number;

        public bool Known { get; set; } = true;

        public long SinceUs { get; set; } = -1;
    }

    private sealed class Measured(int lane, string name, long bit, LoopLayout place)
    {
        public int Lane => lane;

        public string Name => name;

        public long Bit => bit;

        public LoopLayout Place => place;

        public long CoveredSinceUs { get; set; } = long.MaxValue;
    }
}
