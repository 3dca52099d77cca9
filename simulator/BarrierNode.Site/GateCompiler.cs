using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>Makes the rules of the outputs: what each lane's drives and lamps require, exclude, and what trips them.</summary>
internal sealed class GateCompiler(SiteModel site, SiteTable table)
{
    private static readonly long Quiet = Bit(ConditionBit.Quiet);

    private readonly List<int> _deadTimesMs = [];
    private readonly List<(int Condition, TripCode Code, int Outputs)> _trips = [];
    private readonly GateTable _rules = new(table.OutputNames.Length, 0, 0);

    public GateTable Compile()
    {
        for (int l = 0; l < site.Lanes.Count; l++)
        {
            CompileDrives(site.Lanes[l], l);
            CompileSignal(site.Lanes[l], l);
        }

        CollectTrips();
        var gate = new GateTable(_rules.OutputCount, _deadTimesMs.Count, _trips.Count)
        {
            MotionOutputs = table.Lanes.Aggregate(0, (mask, lane) => mask | Drives(lane)),
            NodeWideTrips = 1,
        };
        _rules.MustBeOne.CopyTo(gate.MustBeOne, 0);
        _rules.MustBeZero.CopyTo(gate.MustBeZero, 0);
        _rules.Group.CopyTo(gate.Group, 0);
        _rules.MaxOnMs.CopyTo(gate.MaxOnMs, 0);
        _rules.RestMs.CopyTo(gate.RestMs, 0);
        _rules.LeaseMs.CopyTo(gate.LeaseMs, 0);
        _deadTimesMs.CopyTo(gate.DeadTimeMs);
        for (int t = 0; t < _trips.Count; t++)
        {
            gate.TripCondition[t] = _trips[t].Condition;
            gate.TripLevel[t] = 1;
            gate.TripCodes[t] = (int)_trips[t].Code;
            gate.TripOutputs[t] = _trips[t].Outputs;
        }

        return gate;
    }

    private static long Bit(int condition) => 1L << condition;

    private static long Bit(int lane, int condition) => Bit(ConditionBit.OfLane(lane, condition));

    private static int Drives(LaneTable lane) => lane.RaiseOutputs | lane.LowerOutputs;

    private long Input(string name) => Bit(Array.IndexOf(table.InputNames, name));

    private long Inputs(IEnumerable<InputModel> inputs) => inputs.Aggregate(0L, (mask, input) => mask | Input(input.Name));

    private int Output(int pin) => Array.IndexOf(table.OutputPins, pin);

    private void CompileDrives(LaneModel lane, int number)
    {
        long never = Input(SiteNames.EmergencyStop) | Quiet
            | Bit(number, ConditionBit.LaneOverrun) | Bit(number, ConditionBit.LaneConflict);
        long warned = Bit(number, ConditionBit.LaneWarned);
        for (int i = 0; i < lane.RaisePins.Count; i++)
        {
            int raise = Output(lane.RaisePins[i]);
            _rules.MustBeOne[raise] = warned;
            _rules.MustBeZero[raise] = never | Inputs(lane.Loops) | Bit(number, ConditionBit.LaneUp) | OwnLimit(lane, lane.UpLimits, i);

            int lower = Output(lane.LowerPins[i]);
            _rules.MustBeOne[lower] = lane.LowerWarningMs > 0 ? warned : 0;
            _rules.MustBeZero[lower] = never | Bit(number, ConditionBit.LaneDown) | OwnLimit(lane, lane.DownLimits, i);

            Exclude(lane.DeadTimeMs, raise, lower);
            Limit(lane, raise);
            Limit(lane, lower);
        }
    }

    // A barrier with its own drive and its own limit switch stops at its own end, not at that of the slowest.
    private long OwnLimit(LaneModel lane, IReadOnlyList<InputModel> limits, int barrier) =>
        lane.RaisePins.Count == lane.Barriers && limits.Count == lane.Barriers ? Input(limits[barrier].Name) : 0;

    private void Limit(LaneModel lane, int output)
    {
        _rules.MaxOnMs[output] = lane.MaxRunMs;
        _rules.RestMs[output] = lane.RestMs;
        _rules.LeaseMs[output] = SiteCompiler.DriveLeaseMs;
    }

    private void CompileSignal(LaneModel lane, int number)
    {
        if (lane.GreenPin is not { } greenPin)
        {
            return;
        }

        int green = Output(greenPin);
        _rules.MustBeOne[green] = Bit(number, ConditionBit.LaneDown) | Inputs(lane.DownLimits);
        _rules.MustBeZero[green] = Input(SiteNames.EmergencyStop) | Inputs(lane.UpLimits);
        if (lane.RedPin is { } redPin)
        {
            Exclude(0, Output(redPin), green);
        }
    }

    private void Exclude(int deadTimeMs, params int[] outputs)
    {
        foreach (int output in outputs)
        {
            _rules.Group[output] = _deadTimesMs.Count;
        }

        _deadTimesMs.Add(deadTimeMs);
    }

    private void CollectTrips()
    {
        int all = table.Lanes.Aggregate(0, (mask, lane) => mask | Drives(lane) | lane.GreenOutputs);
        _trips.Add((Array.IndexOf(table.InputNames, SiteNames.EmergencyStop), TripCode.EmergencyStop, all));
        for (int l = 0; l < table.Lanes.Length; l++)
        {
            int outputs = Drives(table.Lanes[l]) | table.Lanes[l].GreenOutputs;
            _trips.Add((ConditionBit.OfLane(l, ConditionBit.LaneRemoteStop), TripCode.RemoteEmergencyStop, outputs));
            _trips.Add((ConditionBit.OfLane(l, ConditionBit.LaneOverrun), TripCode.StrokeOverrun, outputs));
            _trips.Add((ConditionBit.OfLane(l, ConditionBit.LaneConflict), TripCode.LimitConflict, outputs));
        }
    }
}
