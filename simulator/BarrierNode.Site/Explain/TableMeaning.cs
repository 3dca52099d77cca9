using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>What the conditions and outputs of a site table stand for in the street, in words.</summary>
internal sealed class TableMeaning(SiteTable table)
{
    private readonly GateTable _gate = table.Gate;

    /// <summary>What is the case while a condition is 1.</summary>
    public string Condition(int number)
    {
        if (number < _gate.InputCount)
        {
            return Input(number);
        }

        return number switch
        {
            ConditionBit.Quiet => "something that can stall the node runs",
            GateTable.TableFault => "the gate table is damaged",
            ConditionBit.Channels => "the channels of a two-channel input differed for too long",
            _ => Enumerable.Range(0, table.Lanes.Length).Select(lane => OfLane(number, lane)).FirstOrDefault(text => text is not null)
                ?? "not named",
        };
    }

    /// <summary>What an output does.</summary>
    public string Output(int number)
    {
        (string Does, Func<LaneTable, int> Mask)[] roles =
        [
            ("raises", lane => lane.RaiseOutputs), ("lowers", lane => lane.LowerOutputs), ("shows red to", lane => lane.RedOutputs),
            ("shows green to", lane => lane.GreenOutputs), ("warns in", lane => lane.WarningOutputs),
        ];
        foreach ((string does, Func<LaneTable, int> mask) in roles)
        {
            string[] lanes = [.. table.Lanes.Where(lane => ((mask(lane) >> number) & 1) != 0).Select(lane => lane.Id)];
            if (lanes.Length > 0)
            {
                return $"{does} {(lanes.Length == 1 ? "lane" : "lanes")} {string.Join(", ", lanes)}";
            }
        }

        return table.Lanes.SelectMany(lane => Roles.Outputs
                .Where(role => ((lane.RoleOutputs[(int)role.Role] >> number) & 1) != 0)
                .Select(role => $"{Lower(role.Meaning)}, in lane {lane.Id}"))
            .FirstOrDefault() ?? "belongs to no lane";
    }

    private static string? OfLane(int number, int lane) => (number - ConditionBit.OfLane(lane, 0)) switch
    {
        ConditionBit.LaneUp => "every barrier of the lane is proven up, none is down",
        ConditionBit.LaneDown => "every barrier of the lane is proven down, none is up",
        ConditionBit.LaneWarned => "the lane has warned for its whole warning time",
        ConditionBit.LaneOverrun => "a stroke of the lane took too long",
        ConditionBit.LaneConflict => "a barrier of the lane is reported at both ends",
        ConditionBit.LaneRemoteStop => "a control room gave the emergency stop of the lane",
        ConditionBit.LaneFeedback => "a feedback contact of the lane does not follow its output",
        _ => null,
    };

    private string Input(int number)
    {
        if (number == table.ResetInput)
        {
            return "the reset button is pressed";
        }

        if (_gate.TripCode(number) == TripCode.EmergencyStop)
        {
            return "the emergency stop circuit is open";
        }

        if (((table.DetectorInputs >> number) & 1) != 0)
        {
            return "the vehicle detector is occupied";
        }

        long output = number - _gate.Words[GateTable.FeedbackInputAt];
        if (output >= 0 && output < _gate.Words[GateTable.FeedbackCountAt])
        {
            return $"the drive behind {table.OutputNames[output]} has power";
        }

        return End(number, lane => lane.UpInputs, "upper") ?? End(number, lane => lane.DownInputs, "lower") ?? Role(number) ?? "the contact acts";
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private string? Role(int input) => Roles.Inputs
        .Where(role => table.Lanes.Any(lane => ((lane.RoleInputs[(int)role.Role] >> input) & 1) != 0))
        .Select(role => Lower(role.Meaning))
        .FirstOrDefault();

    private string? End(int input, Func<LaneTable, int[]> limits, string end) =>
        table.Lanes.FirstOrDefault(lane => limits(lane).Contains(input)) is { } lane ? $"at the {end} end in lane {lane.Id}" : null;
}
