using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>What has to trip trips and stays so until a reset; while it does nothing moves.</summary>
internal sealed class TripLaws : LawBook
{
    private const int SlackMs = 100;

    private readonly long _stops;
    private readonly long _nodeTrips;
    private readonly long[] _laneTrips;
    private readonly long[] _conflicts;
    private readonly Pair[] _pairs;
    private readonly Pair? _channels;
    private readonly long _channel2;
    private readonly int _allHeld;
    private long _owed;
    private long _owedNext;
    private long _owedBefore;
    private long _owedSinceUs;

    public TripLaws(FuzzWatch watch)
        : base(watch)
    {
        SiteModel site = watch.Station.Site;
        _stops = Bit(Input(SiteNames.EmergencyStop)) | Bit(Input(SiteNames.EmergencyStop2));
        _conflicts = [.. Lanes.Select((_, l) => 1L << ConditionBit.OfLane(l, ConditionBit.LaneConflict))];
        _allHeld = Lanes.Aggregate(0, (mask, l) => mask | l.Held);
        long channels = site.SecondChannel is null ? 0 : 1L << ConditionBit.Channels;
        _nodeTrips = _stops | channels | (1L << GateTable.TableFault);
        _laneTrips = new long[Lanes.Length];
        List<Pair> pairs = [];
        for (int l = 0; l < Lanes.Length; l++)
        {
            LaneModel lane = Lanes[l].Lane;
            _laneTrips[l] = _conflicts[l] | Trip(l, ConditionBit.LaneOverrun) | Trip(l, ConditionBit.LaneRemoteStop);
            if (lane.Feedback is not { } feedback)
            {
                continue;
            }

            long fault = Trip(l, ConditionBit.LaneFeedback);
            bool ownSupply = lane.Outputs.Any(o => o.Role == OutputRole.Supply);
            _laneTrips[l] |= ownSupply ? fault : 0;
            _nodeTrips |= ownSupply ? 0 : fault;
            IEnumerable<(InputModel, int)> contacts = feedback.Raise.Zip(lane.RaisePins)
                .Concat(feedback.Lower.Zip(lane.HoldPins.Count > 0 ? lane.HoldPins : lane.LowerPins));
            pairs.AddRange(contacts.Select(c => new Pair(
                Bit(Input(c.Item1.Name)), 1 << Array.IndexOf(watch.Station.Table.OutputPins, c.Item2), fault, feedback.WindowMs)));
        }

        _pairs = [.. pairs];
        _channels = site.SecondChannel is { } second ? new Pair(Bit(Input(SiteNames.EmergencyStop)), 0, channels, second.DiscrepancyMs) : null;
        _channel2 = Bit(Input(SiteNames.EmergencyStop2));

        int Input(string name) => Array.IndexOf(watch.Station.Table.InputNames, name);
        static long Bit(int bit) => bit < 0 ? 0 : 1L << bit;
        static long Trip(int lane, int condition) => 1L << ConditionBit.OfLane(lane, condition);
    }

    public override void Restart()
    {
        _owedNext = 0;
        foreach (Pair pair in _channels is null ? _pairs : [.. _pairs, _channels])
        {
            pair.DisagreeUs = 0;
        }

        // What latched after the flash was written last did not get into it.
        _owed = Watch.Doubts.WasForgetful || _owedSinceUs > Watch.WrittenUntilUs ? 0 : _owed;
    }

    public override void Hear(NodeReport told)
    {
        if (told.Kind != ReportKind.Event)
        {
            return;
        }

        switch ((EventCode)told.Code)
        {
            case EventCode.TripReset:
                _owed &= ~told.B;
                if ((told.B & Watch.Conditions & (_stops | Conflicts)) != 0)
                {
                    Watch.Break(FuzzLaw.ResetOfStandingCause, told.Lane, $"resets {ConditionBit.Name(Watch.Station.Table, Lowest(told.B & Watch.Conditions))}, which stands");
                }

                break;
            case EventCode.CommandAccepted when told.Op == CommandOp.EmergencyStop:
                _owed |= 1L << ConditionBit.OfLane(told.Lane, ConditionBit.LaneRemoteStop);
                break;
            case EventCode.MoveAborted when (RefusalReason)told.A is RefusalReason.StrokeOverrun or RefusalReason.LimitStuck:
                _owedNext |= 1L << ConditionBit.OfLane(told.Lane, ConditionBit.LaneOverrun);
                break;
        }
    }

    public override void Scan()
    {
        long latched = Watch.Station.Node.Controller.LatchedTrips;
        _owed |= Watch.Conditions & _stops;
        for (int l = 0; l < Lanes.Length; l++)
        {
            if (Lanes[l].Lane.Driven && Lanes[l].IsConflict(Watch.Conditions))
            {
                _owed |= _conflicts[l];
            }
        }

        foreach (Pair pair in _pairs)
        {
            LookAt(pair, (Watch.OutputsBefore & pair.Output) != 0);
        }

        if (_channels is not null)
        {
            LookAt(_channels, (Watch.Conditions & _channel2) != 0);
        }

        long missing = _owed & ~latched;
        if (missing != 0)
        {
            Watch.Break(FuzzLaw.TripForgotten, -1, $"has no trip {ConditionBit.Name(Watch.Station.Table, Lowest(missing))}, which must be latched");
        }

        _owedSinceUs = (_owed & ~_owedBefore) != 0 ? Watch.NowUs : _owedSinceUs;
        _owedBefore = _owed;
        LookAtOutputs(latched | _owed);
        _owed |= _owedNext;
        _owedNext = 0;
    }

    private long Conflicts => _conflicts.Aggregate(0L, (mask, c) => mask | c);

    private static int Lowest(long mask) => System.Numerics.BitOperations.TrailingZeroCount(mask);

    private void LookAtOutputs(long trips)
    {
        if (trips == 0)
        {
            return;
        }

        int held = (trips & _nodeTrips) != 0 ? _allHeld : 0;
        for (int l = 0; l < Lanes.Length; l++)
        {
            held |= (trips & _laneTrips[l]) != 0 ? Lanes[l].Held : 0;
        }

        int on = Watch.Outputs & held;
        if (on != 0)
        {
            string[] names = Watch.Station.Table.OutputNames;
            Watch.Break(FuzzLaw.MoveWhileTripped, -1, $"has {names[Lowest(on)]} on while {ConditionBit.Name(Watch.Station.Table, Lowest(trips))} is latched");
        }
    }

    // A feedback contact follows the output of the scan before; a channel goes with the other.
    private void LookAt(Pair pair, bool other)
    {
        bool agree = ((Watch.Conditions & pair.Input) != 0) == other;
        pair.DisagreeUs = agree ? 0 : pair.DisagreeUs + (Watch.Late ? 0 : Watch.StepUs);
        if (pair.DisagreeUs > 1000L * (pair.WindowMs + SlackMs) && !Watch.Doubts.IsUntimed)
        {
            _owed |= pair.Fault;
        }
    }

    private sealed class Pair(long input, int output, long fault, int windowMs)
    {
        public long Input => input;

        public int Output => output;

        public long Fault => fault;

        public int WindowMs => windowMs;

        public long DisagreeUs { get; set; }
    }
}
