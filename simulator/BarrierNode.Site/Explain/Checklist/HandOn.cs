using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>How a technician brings the parts of a cabinet into a state by hand: what to press, to bridge, to disconnect.</summary>
internal sealed class HandOn(SiteTable table, InterlockMatrix matrix)
{
    private readonly GateTable _gate = table.Gate;

    /// <summary>An order that makes an output go on: "Raise lane quay."</summary>
    public string Start(MatrixOutput output)
    {
        string order = Order(output);
        return $"{char.ToUpperInvariant(order[0])}{order[1..]}.";
    }

    /// <summary>The same within a sentence: "raise lane quay".</summary>
    public string Order(MatrixOutput output) => Lanes(output.Number) switch
    {
        (Move.Raise, { } lane) => $"raise lane {lane.Id}",
        (Move.Emergency, { } lane) => $"start an emergency operation of lane {lane.Id}",
        (Move.Lower, { } lane) => $"lower lane {lane.Id}",
        _ => $"bring {output.Name} on",
    };

    /// <summary>How long the lane of an output warns before the output goes on, in ms.</summary>
    public int WarningMs(MatrixOutput output) => Lanes(output.Number) switch
    {
        (Move.Raise, { } lane) => lane.RaiseWarningMs,
        (Move.Lower, { } lane) => lane.LowerWarningMs,
        _ => 0,
    };

    /// <summary>After how long a stroke with this output trips, in ms; null for an output that is no drive.</summary>
    public int? StrokeTimeoutMs(MatrixOutput output) => !output.MovesSteel ? null : Lanes(output.Number) switch
    {
        (Move.Raise or Move.Emergency, { } lane) => lane.RaiseTimeoutMs,
        (Move.Lower, { } lane) => lane.LowerTimeoutMs,
        _ => null,
    };

    /// <summary>True for the condition that a lane has warned for long enough.</summary>
    public bool IsWarned(int number) => OfLane(number) is (ConditionBit.LaneWarned, not null);

    /// <summary>What makes a condition 1, in the form of an order without a capital.</summary>
    /// <param name="number">Number of the condition.</param>
    public string ToOne(int number)
    {
        if (number < _gate.InputCount)
        {
            MatrixInput input = matrix.Inputs[number];
            return IsOnlyEmergencyStop(number) ? "press the emergency stop" : Contact(input, one: true);
        }

        if (number == ConditionBit.Channels && matrix.Pairs.Count > 0)
        {
            return $"{ToOneAlone(matrix.Pairs[0].First)}, that channel alone, for longer than {Ms(matrix.Pairs[0].WindowMs)} ms";
        }

        return OfLane(number) switch
        {
            (ConditionBit.LaneUp, { } lane) => $"let every barrier of lane {lane.Id} reach its upper end",
            (ConditionBit.LaneDown, { } lane) => $"let every barrier of lane {lane.Id} reach its lower end",
            (ConditionBit.LaneWarned, { } lane) => $"let lane {lane.Id} warn for its whole warning time",
            (ConditionBit.LaneOverrun, { } lane) =>
                $"take the force from the drives of lane {lane.Id} (valve shut or fuse out) and let a stroke run into its time-out of "
                + $"{lane.RaiseTimeoutMs} ms up or {lane.LowerTimeoutMs} ms down",
            (ConditionBit.LaneConflict, { UpInputs.Length: > 0, DownInputs.Length: > 0 } lane) =>
                $"make both ends of one barrier of lane {lane.Id} act: {ToOne(lane.UpInputs[0])}, {ToOne(lane.DownInputs[0])}",
            (ConditionBit.LaneRemoteStop, { } lane) => $"give the emergency stop of lane {lane.Id} from a control room",
            (ConditionBit.LaneFeedback, { } lane) => FeedbackToOne(number, lane),
            _ => $"make {ConditionBit.Name(table, number)} 1",
        };
    }

    /// <summary>What makes a condition 0, in the form of an order without a capital.</summary>
    /// <param name="number">Number of the condition.</param>
    public string ToZero(int number)
    {
        if (number < _gate.InputCount)
        {
            return Contact(matrix.Inputs[number], one: false);
        }

        return OfLane(number) switch
        {
            (ConditionBit.LaneUp, { UpInputs.Length: > 0 } lane) => ToZero(lane.UpInputs[0]),
            (ConditionBit.LaneDown, { DownInputs.Length: > 0 } lane) => ToZero(lane.DownInputs[0]),
            _ => $"make {ConditionBit.Name(table, number)} 0",
        };
    }

    /// <summary>What makes an input 1, by its name.</summary>
    public string ToOneAlone(string input) => Contact(matrix.Inputs.First(i => i.Name == input), one: true);

    /// <summary>What makes an input 0, by its name.</summary>
    public string ToZeroAlone(string input) => Contact(matrix.Inputs.First(i => i.Name == input), one: false);

    /// <summary>When a condition follows its contact: "at once", or how long the contact must be steady.</summary>
    /// <param name="number">Number of the condition.</param>
    /// <param name="one">True for the way to 1.</param>
    public string When(int number, bool one)
    {
        decimal delayMs = Contacts(number).Select(i => one ? matrix.Inputs[i].OnDelayMs : matrix.Inputs[i].OffDelayMs).DefaultIfEmpty(0).Max();
        return delayMs == 0 ? "at once" : $"once that was steady for {Ms(delayMs)} ms";
    }

    /// <summary>A time in milliseconds, without needless zeros.</summary>
    public static string Ms(decimal ms) => ms.ToString("0.###", CultureInfo.InvariantCulture);

    // The inputs that a condition follows: itself, or the limit switches of its lane.
    private IEnumerable<int> Contacts(int number) => number < _gate.InputCount ? [number] : OfLane(number) switch
    {
        (ConditionBit.LaneUp, { } lane) => lane.UpInputs,
        (ConditionBit.LaneDown, { } lane) => lane.DownInputs,
        (ConditionBit.LaneConflict, { } lane) => [.. lane.UpInputs, .. lane.DownInputs],
        _ => [],
    };

    // The contact lies between 3.3 V and the pin: a bridge makes the pin high, a loose wire makes it low.
    private static string Contact(MatrixInput input, bool one) => input.OneWhileLow == one
        ? $"disconnect the field wire of GPIO {input.Pin} ({input.Name})"
        : $"bridge the field terminals of GPIO {input.Pin} ({input.Name})";

    // With two channels each wire is tried alone: the button would hide one behind the other.
    private bool IsOnlyEmergencyStop(int input) => _gate.TripCode(input) == TripCode.EmergencyStop && matrix.Pairs.Count == 0;

    private string FeedbackToOne(int number, LaneTable lane) =>
        matrix.Outputs.FirstOrDefault(o => o.Feedback?.Fault.Number == number) is { Feedback: { } feedback } output
            ? $"with {output.Name} off {ToOneAlone(feedback.Contact)} for longer than {Ms(feedback.WindowMs)} ms"
            : $"make a feedback contact of lane {lane.Id} disagree with its output";

    private (int Condition, LaneTable? Lane) OfLane(int number)
    {
        int bits = ConditionBit.OfLane(1, 0) - ConditionBit.OfLane(0, 0);
        int place = number - ConditionBit.OfLane(0, 0);
        return place >= 0 && place / bits < table.Lanes.Length ? (place % bits, table.Lanes[place / bits]) : (-1, null);
    }

    // Lamps and what holds the barriers up follow the lane: red is on while it goes up, green when it is down.
    private (Move Move, LaneTable? Lane) Lanes(int output)
    {
        foreach (LaneTable lane in table.Lanes)
        {
            if ((((lane.RoleOutputs[(int)OutputRole.EfoValve] | lane.RoleOutputs[(int)OutputRole.EfoLight]) >> output) & 1) != 0)
            {
                return (Move.Emergency, lane);
            }

            if ((((lane.RaiseOutputs | lane.HoldOutputs | lane.RedOutputs | lane.WarningOutputs) >> output) & 1) != 0)
            {
                return (Move.Raise, lane);
            }

            if ((((lane.LowerOutputs | lane.GreenOutputs) >> output) & 1) != 0)
            {
                return (Move.Lower, lane);
            }
        }

        return (Move.None, null);
    }

    private enum Move
    {
        None,
        Raise,
        Lower,
        Emergency,
    }
}
