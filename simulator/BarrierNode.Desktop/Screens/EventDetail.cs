using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens;

/// <summary>The further fields of an event, in words.</summary>
public static class EventDetail
{
    /// <summary>One phrase for one event. Fields that are not known are shown as they are.</summary>
    /// <param name="e">The event.</param>
    /// <param name="lanes">The lanes, whose detectors have names of their own.</param>
    public static string Of(EventView e, IReadOnlyList<LaneModel> lanes)
    {
        try
        {
            using JsonDocument message = JsonDocument.Parse(e.Json);
            return message.RootElement.ValueKind != JsonValueKind.Object
                ? e.Json
                : string.Join("; ", message.RootElement.EnumerateObject().Select(f => Field(f, lanes, KindOf(e.Lane, lanes))).Where(text => text.Length > 0));
        }
        catch (JsonException)
        {
            return e.Json;
        }
    }

    private static LaneKind KindOf(string? lane, IReadOnlyList<LaneModel> lanes) =>
        lanes.FirstOrDefault(l => l.Id == lane)?.Kind ?? LaneKind.BollardGroup;

    private static string Field(JsonProperty field, IReadOnlyList<LaneModel> lanes, LaneKind kind) => (field.Name, field.Value.ValueKind) switch
    {
        ("n" or "after" or "boot" or "upMs" or "code" or "lane" or "hist", _) => "",
        ("what", JsonValueKind.String) => field.Value.GetString()!,
        ("strokeMs", JsonValueKind.Number) => $"stroke {field.Value.GetInt64() / 1000.0:0.0} s",
        ("gapMs", JsonValueKind.Number) => $"{field.Value.GetInt64()} ms since the scan before",
        ("count", JsonValueKind.Number) => $"{field.Value.GetInt64()} in all",
        ("op", JsonValueKind.String) => Words.Operation(Names.Operation(field.Value.GetString()!), kind),
        ("hold" or "fault" or "step" or "calendar" or "mode" or "by", JsonValueKind.String) => Words.Part(field.Value.GetString()!),
        ("clock", JsonValueKind.Number) => LocalTime.Write(field.Value.GetInt64()),
        ("reason", JsonValueKind.String) => Words.Reason(field.Value.GetString()!),
        (_, JsonValueKind.String) => Words.Blocker(field.Value.GetString()!, lanes),
        (_, JsonValueKind.Array) => Words.Blockers(field.Value.EnumerateArray().Select(v => v.ToString()), lanes),
        _ => $"{field.Name} {field.Value}",
    };
}
