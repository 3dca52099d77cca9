using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Equipment;

/// <summary>What must hold after every scan, whatever happens in the street.</summary>
internal sealed class StreetLaws
{
    private const int StillScans = 5;
    private const int LookEveryScans = 5;
    private const long SeenUs = 300_000;

    // The street is looked at some scans after a strike: a vehicle has driven on by then.
    private const double LookM = 1.5;

    // One hold is told a scan, after the inputs were filtered.
    private const long HoldsToldUs = 1_500_000;

    private readonly SiteModel _site;
    private readonly LaneRig _rig;
    private readonly RandomStreet _street;
    private readonly string _name;
    private readonly LaneMasks[] _lanes;
    private readonly InputModel[] _detectors;
    private readonly long[] _actsSinceUs;
    private readonly int[] _inputOf;
    private readonly bool[] _mayRaise;
    private readonly bool[] _mayLower;
    private readonly HashSet<int> _bypassed = [];
    private readonly List<LaneHold>[] _owed;
    private readonly long _emergencyStop;
    private readonly long _lateUs;
    private int _toldEvents;
    private int _toldAnswers;
    private int _strikes;
    private int _scans;
    private int _sinceStart;
    private int _before;
    private long _scannedUs;
    private long _startedUs;

    public StreetLaws(SiteModel site, LaneRig rig, RandomStreet street, string name)
    {
        _site = site;
        _rig = rig;
        _street = street;
        _name = name;
        _lanes = [.. Enumerable.Range(0, site.Lanes.Count).Select(l => new LaneMasks(site, rig.Table, l))];
        _detectors = [.. site.Lanes.SelectMany(l => l.Loops).Where(d => d.Frequency is null).DistinctBy(d => d.Name)];
        _inputOf = [.. _detectors.Select(d => Array.IndexOf(rig.Table.InputNames, d.Name))];
        _actsSinceUs = new long[_detectors.Length];
        _mayRaise = new bool[_lanes.Length];
        _mayLower = new bool[_lanes.Length];
        _owed = [.. _lanes.Select(_ => new List<LaneHold>())];
        _emergencyStop = 1L << Array.IndexOf(rig.Table.InputNames, SiteNames.EmergencyStop);
        _lateUs = 1000L * site.Scan.LateLimitMs;
        rig.Scanned = Look;
    }

    /// <summary>Strokes that drives began.</summary>
    public int Strokes { get; private set; }

    /// <summary>Moves that features asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Refusals that named what refuses.</summary>
    public int Refusals { get; private set; }

    /// <summary>Scans that a replay repeated bit for bit.</summary>
    public int Replayed { get; private set; }

    /// <summary>What was in force at restarts and had to be in force after them.</summary>
    public int Survived { get; private set; }

    /// <summary>The power was off: what was in force must be so again.</summary>
    public void Restarted()
    {
        _sinceStart = 0;
        _before = 0;
        _startedUs = _scannedUs = _rig.Clock.NowUs;
        _bypassed.Clear();
        KeptValues kept = _rig.Cabinet.Controller.Kept;
        for (int l = 0; l < _lanes.Length; l++)
        {
            _mayRaise[l] = _mayLower[l] = false;
            _owed[l].Clear();
            Owe(l, kept.Get(l, KeptSlot.EmergencyOperation), LaneHold.EmergencyOperation);
            Owe(l, kept.Get(l, KeptSlot.KeepOpen), LaneHold.KeepOpen);
            Owe(l, kept.Get(l, KeptSlot.Egress), LaneHold.Egress);
        }
    }

    /// <summary>Replays the frozen flight record.</summary>
    public void Replay()
    {
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(_rig.Table, FlightRecord.Of(_rig.Cabinet.Controller.Recorder));
        int different = replay.ToList().FindIndex(s => !s.IsSame);
        Check(different < 0, $"scan {different} of the flight record replays as {(different < 0 ? null : replay[different])}");
        Replayed += replay.Count;
        _rig.Cabinet.Controller.ReleaseRecord();
    }

    private void Owe(int lane, int inForce, LaneHold hold)
    {
        if (inForce != 0)
        {
            _owed[lane].Add(hold);
            Survived++;
        }
    }

    private void Look()
    {
        Listen();
        int outputs = _rig.Cabinet.Outputs;
        long conditions = _rig.Cabinet.Controller.Conditions;
        int moving = outputs & _rig.Table.Gate.MotionOutputs;
        Check(_sinceStart++ >= StillScans || moving == 0, "something moves right after a restart");
        Check(_rig.Clock.NowUs - _scannedUs <= _lateUs || moving == 0, "something moves after a late scan");
        Check((conditions & _emergencyStop) == 0 || moving == 0, "something moves although the emergency stop is pressed");
        for (int l = 0; l < _lanes.Length; l++)
        {
            LookAtLane(l, outputs, conditions);
        }

        LookAtContacts(outputs, conditions);
        if (++_scans % LookEveryScans == 0 || _rig.Street.Strikes != _strikes)
        {
            LookAtStreet(outputs);
        }

        _before = outputs;
        _scannedUs = _rig.Clock.NowUs;
    }

    private void LookAtLane(int number, int outputs, long conditions)
    {
        LaneMasks lane = _lanes[number];
        string id = lane.Lane.Id;
        bool raises = (outputs & (lane.Raise | lane.Valve)) != 0;
        bool lowers = (outputs & lane.Lower) != 0;
        Check(!raises || (conditions & lane.Detectors) == 0, $"{id} is raised although a detector acts");
        Check(!raises || (conditions & lane.RefusesRaise) == 0, $"{id} is raised although a sensor refuses");
        Check(!lowers || (conditions & lane.RefusesLower) == 0, $"{id} is lowered although a sensor refuses");
        Check(!raises || !lowers, $"{id} is driven both ways");
        Check((outputs & lane.Hold) == 0 || (conditions & lane.RefusesLower) == 0, $"{id} is held up although it is to be moved by hand");
        Check((outputs & lane.Green) == 0 || lane.IsDown(conditions), $"{id} shows green although it is not proven open");
        Check(!raises || _mayRaise[number], $"{id} is raised and nobody asked for it");
        Check(!lowers || _mayLower[number], $"{id} is lowered and nobody asked for it");
        if (lane.Lane.SallyPort is { } other)
        {
            LaneMasks beside = Array.Find(_lanes, l => l.Lane.Id == other)!;
            Check(!lowers || (beside.IsUp(conditions) && (outputs & beside.Lower) == 0), $"{id} is lowered although {other} is not proven closed");
        }

        Strokes += (outputs & ~_before & (lane.Raise | lane.Lower)) != 0 ? 1 : 0;
    }

    // The contacts themselves, behind every filter: who raises past one that acts holds the button and is at the cabinet.
    private void LookAtContacts(int outputs, long conditions)
    {
        for (int d = 0; d < _detectors.Length; d++)
        {
            bool acts = _rig.Street.InputLevel(_detectors[d].Pin) != _detectors[d].NormallyClosed;
            _actsSinceUs[d] = !acts ? long.MaxValue : Math.Min(_actsSinceUs[d], _rig.Clock.NowUs);
            if (!acts || _rig.Clock.NowUs - _actsSinceUs[d] < SeenUs)
            {
                continue;
            }

            foreach (LaneMasks lane in _lanes.Where(l => l.Lane.Loops.Any(i => i.Name == _detectors[d].Name)))
            {
                bool watched = _bypassed.Contains(_inputOf[d]) && (conditions & lane.RaiseButton) != 0 && (conditions & lane.Keys) != 0;
                Check((outputs & (lane.Raise | lane.Valve)) == 0 || watched, $"{lane.Lane.Id} is raised past {_detectors[d].Name}");
            }
        }
    }

    private void LookAtStreet(int outputs)
    {
        StreetSnapshot street = _rig.Street.Snapshot();
        if (street.Strikes != _strikes)
        {
            _strikes = street.Strikes;
            bool seen = street.Cars.Where(IsOverBarrier).All(c => IsWellSeen(_street.Vehicles[c.Id]));
            Check(!seen || _street.Unprotected || _bypassed.Count > 0, $"a barrier pushes against a vehicle: {string.Join(", ", street.Cars)}");
        }

        for (int l = 0; l < _lanes.Length && !_street.Uncertain; l++)
        {
            Check(!street.Lanes[l].Green || street.Lanes[l].Barriers.All(b => b < 0.1), $"{_lanes[l].Lane.Id} shines green and is not open");
            if (_lanes[l].Lane.SallyPort is { } other && (outputs & _lanes[l].Lower) != 0)
            {
                int beside = Array.FindIndex(_lanes, x => x.Lane.Id == other);
                Check(street.Lanes[beside].Barriers.All(b => b > 0.9), $"{_lanes[l].Lane.Id} opens and {other} is open");
            }
        }
    }

    private bool IsOverBarrier(CarSnapshot car)
    {
        LaneModel lane = _lanes.First(l => l.Lane.Id == car.Lane).Lane;
        double barrierM = _site.Street.Carriageways.First(w => w.Lane == lane.Id).BarrierAtM;
        return car.FrontM - car.LengthM - LookM <= barrierM && barrierM <= car.FrontM + car.LengthM + LookM;
    }

    // No gap between the detectors hides one of these.
    private static bool IsWellSeen(VehicleKind kind) => kind is VehicleKind.Car or VehicleKind.Van or VehicleKind.Truck;

    private void Listen()
    {
        for (; _toldEvents < _rig.Events.Count; _toldEvents++)
        {
            Listen(_rig.Events[_toldEvents]);
        }

        for (; _toldAnswers < _rig.Answers.Count; _toldAnswers++)
        {
            Listen(_rig.Answers[_toldAnswers]);
        }

        if (_rig.Clock.NowUs - _startedUs > HoldsToldUs)
        {
            for (int l = 0; l < _lanes.Length; l++)
            {
                Check(_owed[l].Count == 0, $"{_lanes[l].Lane.Id} has forgotten {string.Join(", ", _owed[l])} over a restart");
            }
        }
    }

    private void Listen(Happening told)
    {
        switch (told.Code)
        {
            case EventCode.MoveAsked:
                Asked++;
                Allow(told);
                break;
            case EventCode.CommandAccepted when told.Op is CommandOp.Raise or CommandOp.Lower:
            case EventCode.Reversed:
                Allow(told);
                break;
            case EventCode.CommandAccepted when told.Op == CommandOp.Consent:
                _mayLower[told.Lane] = true;
                break;
            case EventCode.MoveDone or EventCode.MoveAborted:
                Forbid(told);
                break;
            case EventCode.HoldSet:
                _owed[told.Lane].Remove((LaneHold)told.A);
                break;
            case EventCode.BypassSet:
                _bypassed.Add(told.A);
                break;
            case EventCode.BypassEnded:
                _bypassed.Remove(told.A);
                break;
            case EventCode.WishRefused when (RefusalReason)told.A == RefusalReason.Held:
                Check(told.Why.Length > 0, $"{told.Code} {told.Op}: held by nothing");
                break;
        }
    }

    private void Listen(Answer answer)
    {
        bool refused = answer.Stage == AckStage.Refused;
        Check(!refused || answer.Reason != RefusalReason.None, $"a command is refused without a reason: {answer}");
        Check(!refused || answer.Reason is not (RefusalReason.Held or RefusalReason.Interlocked) || answer.BlockedBy.Length > 0, $"held by nothing: {answer}");
        Check(!refused || answer.Reason != RefusalReason.Tripped || answer.Trips.Length > 0, $"tripped by nothing: {answer}");
        Refusals += refused && answer.BlockedBy.Length > 0 ? 1 : 0;
    }

    private void Allow(Happening told) => (told.Op == CommandOp.Raise ? _mayRaise : _mayLower)[told.Lane] = true;

    private void Forbid(Happening told)
    {
        // The command that takes the place of a move is told before the end of that move, and asks for the other direction.
        (told.Op == CommandOp.Raise ? _mayRaise : _mayLower)[told.Lane] = false;
    }

    private void Check(bool holds, string what)
    {
        if (!holds)
        {
            string events = string.Join("\n  ", _rig.Events.TakeLast(25).Select(e => $"{e.AtUs / 1e6:F2} s {e.Code} {e.Lane} {e.Op} {e.A} {e.B}"));
            Assert.Fail(
                $"{_name}, {_rig.Clock.NowUs / 1e6:F2} s: {what}.\n Events:\n  {events}\n Story:\n  {string.Join("\n  ", _street.Story)}");
        }
    }
}
