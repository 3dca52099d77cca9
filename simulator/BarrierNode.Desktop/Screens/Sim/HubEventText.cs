using BarrierNode.Control;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The further fields of an event of the simulated hub, in words.</summary>
public static class HubEventText
{
    /// <summary>One phrase for one event. Fields that are not known are shown as they are.</summary>
    /// <param name="e">The event.</param>
    public static string Of(HubEvent e) => string.Join(
        "; ",
        e.Fields.Where(f => f.Value.Length > 0).Select(f => Field(f.Key, f.Value, e.Station.Site.Lanes, e.Lane)));

    private static string Field(string name, string value, IReadOnlyList<LaneModel> lanes, string lane) => name switch
    {
        "op" => Words.Operation(Names.Operation(value), lanes.FirstOrDefault(l => l.Id == lane)?.Kind ?? LaneKind.BollardGroup),
        "reason" => Words.Reason(value),
        "what" or "input" => value,
        "why" or "blockedBy" or "trip" or "condition" => Words.Blockers(value.Split(','), lanes),
        "hold" or "fault" or "step" or "calendar" or "mode" or "by" => Words.Part(value),
        "clock" when long.TryParse(value, out long minutes) => LocalTime.Write(minutes),
        "strokeMs" => $"stroke {value} ms",
        _ => $"{name} {value}",
    };
}
