using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>
/// Makes the rules of the gate: how inputs are conditioned, what each lane's drives and lamps require, exclude, and what trips them.
/// </summary>
internal sealed class GateCompiler(SiteModel site, SiteTable table, IReadOnlyList<InputModel> inputs)
{
    private const int CoastMs = 500;

    private static readonly long Quiet = Bit(ConditionBit.Quiet);

    private readonly GateTableWriter _gate = new(table.InputNames.Length, table.OutputNames.Length);

    public GateTable Compile()
    {
        _gate.Timing(site.Scan.LateLimitMs, site.Scan.RearmGapMs);
        for (int i = 0; i < inputs.Count; i++)
        {
            bool detector = (table.DetectorInputs & (1 << i)) != 0;
            _gate.Input(i, inputs[i].NormallyClosed, startOn: detector, inputs[i].OnDelayMs, inputs[i].OffDelayMs);
        }

        for (int l = 0; l < site.Lanes.Count; l++)
        {
            CompileDrives(site.Lanes[l], l);
            CompileFastValve(site.Lanes[l], l);
            CompileSallyPort(site.Lanes[l]);
            CompileSignal(site.Lanes[l], l);
        }

        CompileTrips();
        return _gate.Table();
    }

    private static long Bit(int condition) => 1L << condition;

    private static long Bit(int lane, int condition) => Bit(ConditionBit.OfLane(lane, condition));

    // What a trip of the lane holds off. Red and the warnings stay: a dark barrier is a hazard of its own.
    private static int Held(LaneTable lane) => lane.RaiseOutputs | lane.LowerOutputs | lane.GreenOutputs | lane.RoleOutputs[(int)OutputRole.EfoValve];

    private IEnumerable<InputModel> WithRole(LaneModel lane, Func<InputRoleInfo, bool> which) =>
        site.Inputs.Concat(lane.Inputs).Where(i => i.Role != InputRole.None && which(Roles.Of(i.Role)));

    private int Input(string name) => Array.IndexOf(table.InputNames, name);

    private long Inputs(IEnumerable<InputModel> of) => of.Aggregate(0L, (mask, input) => mask | Bit(Input(input.Name)));

    private int Output(int pin) => Array.IndexOf(table.OutputPins, pin);

    private void CompileDrives(LaneModel lane, int number)
    {
        long warned = Bit(number, ConditionBit.LaneWarned);
        for (int i = 0; i < lane.RaisePins.Count; i++)
        {
            int raise = Output(lane.RaisePins[i]);
            _gate.Require(raise, warned);
            _gate.Refuse(raise, Inputs(WithRole(lane, r => r.RefusesRaise)));
            _gate.Refuse(raise, Quiet | Inputs(lane.Loops) | Bit(number, ConditionBit.LaneUp) | OwnLimit(lane, lane.UpLimits, i));

            int lower = Output(lane.LowerPins[i]);
            _gate.Require(lower, lane.LowerWarningMs > 0 ? warned : 0);
            _gate.Refuse(lower, Inputs(WithRole(lane, r => r.RefusesLower)));
            _gate.Refuse(lower, Quiet | Bit(number, ConditionBit.LaneDown) | OwnLimit(lane, lane.DownLimits, i));

            _gate.Exclude(raise, lower, lane.DeadTimeMs);
            _gate.Motion(raise, lane.MaxRunMs, lane.RestMs, SiteCompiler.DriveLeaseMs);
            _gate.Motion(lower, lane.MaxRunMs, lane.RestMs, SiteCompiler.DriveLeaseMs);
        }
    }

    // The fast stroke moves steel like the raise drive, by the same rules.
    private void CompileFastValve(LaneModel lane, int number)
    {
        foreach (RoleOutputModel output in lane.Outputs.Where(o => o.Role == OutputRole.EfoValve))
        {
            int valve = Output(output.Pin);
            _gate.Require(valve, Bit(number, ConditionBit.LaneWarned));
            _gate.Refuse(valve, Inputs(WithRole(lane, r => r.RefusesRaise)));
            _gate.Refuse(valve, Quiet | Inputs(lane.Loops) | Bit(number, ConditionBit.LaneUp));
            _gate.Motion(valve, lane.MaxRunMs, lane.RestMs, SiteCompiler.DriveLeaseMs);
            foreach (int lower in lane.LowerPins)
            {
                _gate.Exclude(valve, Output(lower), lane.DeadTimeMs);
            }
        }
    }

    // A line is lowered only while the other is proven closed, nobody has tampered with it, and nothing lowers it. One that stopped being lowered
    // a moment ago may still coast away from its upper end.
    private void CompileSallyPort(LaneModel lane)
    {
        if (lane.SallyPort is null)
        {
            return;
        }

        int otherNumber = site.Lanes.ToList().FindIndex(l => l.Id == lane.SallyPort);
        LaneModel other = site.Lanes[otherNumber];
        long opened = Inputs(WithRole(other, r => r.Role is InputRole.Tamper or InputRole.ManualRelease));
        int deadTimeMs = Math.Max(CoastMs, Math.Max(lane.DeadTimeMs, other.DeadTimeMs));
        foreach (int lower in lane.LowerPins.Select(Output))
        {
            _gate.Require(lower, Bit(otherNumber, ConditionBit.LaneUp));
            _gate.Refuse(lower, opened);
            foreach (int otherLower in other.LowerPins.Select(Output))
            {
                _gate.Exclude(lower, otherLower, deadTimeMs);
            }
        }
    }

    // A barrier with its own drive and its own limit switch stops at its own end, not at that of the slowest.
    private long OwnLimit(LaneModel lane, IReadOnlyList<InputModel> limits, int barrier) =>
        lane.RaisePins.Count == lane.Barriers && limits.Count == lane.Barriers ? Bit(Input(limits[barrier].Name)) : 0;

    private void CompileSignal(LaneModel lane, int number)
    {
        if (lane.GreenPin is not { } greenPin)
        {
            return;
        }

        int green = Output(greenPin);
        _gate.Require(green, Bit(number, ConditionBit.LaneDown) | Inputs(lane.DownLimits));
        _gate.Refuse(green, Inputs(lane.UpLimits));
        if (lane.RedPin is { } redPin)
        {
            _gate.Exclude(Output(redPin), green, deadTimeMs: 0);
        }
    }

    private void CompileTrips()
    {
        int all = table.Lanes.Aggregate(0, (mask, lane) => mask | Held(lane));
        _gate.Trip(Input(SiteNames.EmergencyStop), TripCode.EmergencyStop, node: true, all);
        if (site.SecondChannel is { } second)
        {
            _gate.Trip(Input(SiteNames.EmergencyStop2), TripCode.EmergencyStop, node: true, all);
            _gate.Trip(ConditionBit.Channels, TripCode.ChannelDiscrepancy, node: true, all);

            // The contacts are open, and so their conditions 1, when the stop is pressed: only that proves that both still can open.
            _gate.Pair(offAtOne: true, second.DiscrepancyMs, ConditionBit.Channels);
        }

        for (int l = 0; l < table.Lanes.Length; l++)
        {
            int held = Held(table.Lanes[l]);
            _gate.Trip(ConditionBit.OfLane(l, ConditionBit.LaneRemoteStop), TripCode.RemoteEmergencyStop, node: false, held);
            _gate.Trip(ConditionBit.OfLane(l, ConditionBit.LaneOverrun), TripCode.StrokeOverrun, node: false, held);
            _gate.Trip(ConditionBit.OfLane(l, ConditionBit.LaneConflict), TripCode.LimitConflict, node: false, held);
            CompileFeedback(site.Lanes[l], l, all);
        }
    }

    // A welded contactor can only be switched off by the permission chain, which takes the power from every drive of the node: so it is a
    // trip of the node, and no lane may be thought able to move.
    private void CompileFeedback(LaneModel lane, int number, int all)
    {
        if (lane.Feedback is not { } feedback)
        {
            return;
        }

        int fault = ConditionBit.OfLane(number, ConditionBit.LaneFeedback);
        _gate.Trip(fault, TripCode.FeedbackFault, node: true, all);
        foreach (InputModel contact in feedback.Raise.Concat(feedback.Lower))
        {
            _gate.Feedback(Input(contact.Name), feedback.WindowMs, fault);
        }
    }
}
