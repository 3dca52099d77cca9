using BarrierNode.Control;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>Every move was asked for, by who may ask, and was warned of; what is stopped turns back.</summary>
internal sealed class MoveLaws : LawBook
{
    private const long HourUs = 3_600_000_000;

    // A scan that was a little late still counts as given.
    private const long WarnSlackUs = 25_000;

    private readonly bool[] _mayRaise;
    private readonly bool[] _mayLower;
    private readonly bool[] _turnsBack;
    private readonly bool[] _mustTurnBack;
    private readonly bool[] _heldMove;
    private readonly long[] _askedUs;
    private readonly long[] _warnedUs;
    private readonly int[] _warningMs;
    private readonly int[] _retries;
    private readonly int[] _waitsFor;
    private readonly Queue<long>[] _raises;

    public MoveLaws(FuzzWatch watch)
        : base(watch)
    {
        int lanes = Lanes.Length;
        _mayRaise = new bool[lanes];
        _mayLower = new bool[lanes];
        _turnsBack = new bool[lanes];
        _mustTurnBack = new bool[lanes];
        _heldMove = new bool[lanes];
        _askedUs = new long[lanes];
        _warnedUs = new long[lanes];
        _warningMs = new int[lanes];
        _retries = new int[lanes];
        _waitsFor = new int[lanes];
        Array.Fill(_waitsFor, Doubts.Nobody);
        _raises = [.. Lanes.Select(_ => new Queue<long>())];
    }

    /// <summary>Strokes that drives began.</summary>
    public int Strokes { get; private set; }

    public override void Restart()
    {
        Array.Clear(_mayRaise);
        Array.Clear(_mayLower);
        Array.Clear(_turnsBack);
        Array.Clear(_mustTurnBack);
        Array.Clear(_heldMove);
        Array.Clear(_warnedUs);
        Array.Clear(_retries);
        Array.Fill(_waitsFor, Doubts.Nobody);
        foreach (Queue<long> raises in _raises)
        {
            raises.Clear();
        }
    }

    public override void Hear(NodeReport told)
    {
        if (told.Lane < 0)
        {
            return;
        }

        if (told.Kind == ReportKind.Ack)
        {
            HearAnswer(told);
        }
        else if (told.Kind == ReportKind.Event)
        {
            HearEvent(told, Lanes[told.Lane]);
        }
    }

    public override void Scan()
    {
        for (int l = 0; l < Lanes.Length; l++)
        {
            Look(l, Lanes[l]);
        }
    }

    // Who commands a lane to where it is gets "done" and no event.
    private void HearAnswer(NodeReport told)
    {
        if ((AckStage)told.Code == AckStage.Done && told.Op is CommandOp.Raise or CommandOp.Lower)
        {
            End(told.Lane, told.Op);
        }
    }

    private void HearEvent(NodeReport told, LaneMasks lane)
    {
        int l = told.Lane;
        switch ((EventCode)told.Code)
        {
            case EventCode.CommandAccepted when told.Op == CommandOp.Raise:
                CountRaise(l, lane);
                Ask(l, CommandOp.Raise, lane.Lane.RaiseWarningMs, held: false);
                _retries[l] = 0;
                break;
            case EventCode.CommandAccepted when told.Op == CommandOp.Lower && lane.Lane.Setting(LaneSetting.DualConsent) == 0:
                Ask(l, CommandOp.Lower, lane.Lane.LowerWarningMs, held: false);
                break;
            case EventCode.CommandRefused when told.Op == CommandOp.Lower:
                // What waits for a second person is still the command before it.
                Watch.Doubts.NotAsked(l);
                break;
            case EventCode.CommandAccepted when told.Op == CommandOp.Consent:
                Ask(l, CommandOp.Lower, lane.Lane.LowerWarningMs, held: false);
                if (told.A == _waitsFor[l])
                {
                    Watch.Break(FuzzLaw.OneAlone, l, $"is opened by person {told.A} alone");
                }

                break;
            case EventCode.CommandAccepted when told.Op == CommandOp.Lower:
                _waitsFor[l] = Watch.Doubts.PersonAt(l);
                break;
            case EventCode.MoveAsked:
                HearWish(told, lane);
                break;
            case EventCode.Reversed:
                _mayLower[l] = _turnsBack[l] = true;
                _mustTurnBack[l] = false;
                _warningMs[l] = 0;
                break;
            case EventCode.MoveStarted when told.Op == CommandOp.Raise:
                _raises[l].Enqueue(told.AtUs);
                break;
            case EventCode.RetryStarted:
                _retries[l]++;
                if (told.A > lane.Lane.Setting(LaneSetting.MaxRetries) || _retries[l] > lane.Lane.Setting(LaneSetting.MaxRetries))
                {
                    Watch.Break(FuzzLaw.TooManyRetries, l, $"tries again for the {_retries[l]}. time, its site allows {lane.Lane.Setting(LaneSetting.MaxRetries)}");
                }

                break;
            case EventCode.MoveDone:
                _retries[l] = told.Op == CommandOp.Raise ? 0 : _retries[l];
                End(l, told.Op);
                break;
            case EventCode.MoveAborted:
                _mustTurnBack[l] = told.Op == CommandOp.Raise && (RefusalReason)told.A == RefusalReason.Interlocked && (Watch.Outputs & lane.Raise) != 0;
                End(l, told.Op);
                break;
        }
    }

    private void HearWish(NodeReport told, LaneMasks lane)
    {
        var origin = (MoveOrigin)told.A;
        int warningMs = told.Op == CommandOp.Lower ? lane.Lane.LowerWarningMs
            : origin == MoveOrigin.EmergencyOperation ? lane.Lane.Setting(LaneSetting.EfoWarningMs)
            : origin <= MoveOrigin.Timetable ? Math.Max(lane.Lane.RaiseWarningMs, lane.Lane.Setting(LaneSetting.UnattendedWarningMs))
            : lane.Lane.RaiseWarningMs;
        if (told.Op == CommandOp.Raise && origin <= MoveOrigin.Timetable)
        {
            CountRaise(told.Lane, lane);
        }

        if (origin == MoveOrigin.Panel && told.Op == CommandOp.Raise)
        {
            _retries[told.Lane] = 0;
        }

        Ask(told.Lane, told.Op, warningMs, origin == MoveOrigin.Panel && lane.Lane.Setting(LaneSetting.HoldToRun) != 0);
    }

    private void CountRaise(int l, LaneMasks lane)
    {
        int most = lane.Lane.Setting(LaneSetting.MaxCyclesPerHour);
        Queue<long> raises = _raises[l];
        while (raises.Count > 0 && raises.Peek() < Watch.NowUs - HourUs)
        {
            raises.Dequeue();
        }

        // The stroke that began in this very scan is counted in the next.
        bool counted = raises.Count > 0 && Watch.NowUs - raises.Last() > WarnSlackUs;
        if (most > 0 && counted && raises.Count > most && !Watch.Doubts.IsUntimed)
        {
            Watch.Break(FuzzLaw.TooManyCycles, l, $"is raised for the {raises.Count + 1}. time within an hour, its site allows {most}");
        }
    }

    // Asked for a second time it goes on with the shorter warning of the two.
    private void Ask(int l, CommandOp op, int warningMs, bool held)
    {
        bool[] may = op == CommandOp.Raise ? _mayRaise : _mayLower;
        _warningMs[l] = may[l] ? Math.Min(_warningMs[l], warningMs) : warningMs;
        _askedUs[l] = may[l] ? _askedUs[l] : Watch.Station.Street.NowUs;
        _heldMove[l] = held;
        may[l] = true;
    }

    private void End(int l, CommandOp op)
    {
        (op == CommandOp.Raise ? _mayRaise : _mayLower)[l] = false;
        _turnsBack[l] = _turnsBack[l] && op != CommandOp.Lower;
    }

    private void Look(int l, LaneMasks lane)
    {
        int on = Watch.Outputs;
        bool warns = (on & lane.Warning) == lane.Warning;
        bool warned = (Watch.OutputsBefore & lane.Warning) == lane.Warning;
        _warnedUs[l] = warned ? _warnedUs[l] + Watch.StepUs : 0;
        if (_mustTurnBack[l])
        {
            Watch.Break(FuzzLaw.NotReversed, l, "is stopped by something in its way and does not turn back");
        }

        int drives = on & (lane.Raise | lane.Valve | lane.Lower);
        if (drives == 0)
        {
            return;
        }

        bool raises = (drives & lane.Lower) == 0;
        if (!(raises ? _mayRaise : _mayLower)[l])
        {
            Watch.Break(FuzzLaw.Unexplained, l, $"is {(raises ? "raised" : "lowered")} and nobody asked for it");
        }

        if ((Watch.OutputsBefore & drives) == 0)
        {
            Strokes++;
            LookAtWarning(l, lane, warns);
        }

        LookAtButton(l, lane);
    }

    private void LookAtWarning(int l, LaneMasks lane, bool warns)
    {
        long neededUs = 1000L * _warningMs[l];
        long givenUs = lane.Warning != 0 ? _warnedUs[l] : Watch.NowUs - _askedUs[l];
        if (givenUs + WarnSlackUs < neededUs && !Watch.Doubts.IsUntimed)
        {
            Watch.Break(FuzzLaw.Unwarned, l, $"moves after a warning of {givenUs / 1000} ms, expected {_warningMs[l]} ms{(warns ? "" : ", and warns no more")}");
        }
    }

    private void LookAtButton(int l, LaneMasks lane)
    {
        long both = Watch.Conditions & Watch.ConditionsBefore;
        bool held = _heldMove[l] || (both & lane.MaintenanceKey) != 0;
        if (held && !_turnsBack[l] && (Watch.Conditions & (lane.RaiseButton | lane.LowerButton)) == 0)
        {
            Watch.Break(FuzzLaw.HeldButton, l, "moves although nobody holds its button");
        }
    }
}
