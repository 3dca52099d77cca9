using System.Globalization;
using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Sim;

/// <summary>What the node means by the masks and numbers of a report, in the words of its messages.</summary>
internal static class NodeWords
{
    /// <summary>Names of conditions.</summary>
    public static IReadOnlyList<string> Conditions(SiteTable table, long mask) => [.. Bits(mask).Select(b => ConditionBit.Name(table, b))];

    /// <summary>Names of latched trips, each once.</summary>
    public static IReadOnlyList<string> Trips(SiteTable table, long mask) =>
        [.. Bits(mask).Select(b => Names.Of(table.Gate.TripCode(b))).Distinct()];

    /// <summary>Names of holds.</summary>
    public static IReadOnlyList<string> Holds(long mask) => [.. Bits(mask).Select(b => LaneHolds.Name((LaneHold)b))];

    /// <summary>What refuses a command, from its answer.</summary>
    public static IReadOnlyList<string> BlockedBy(SiteTable table, NodeReport answer) => (RefusalReason)answer.A switch
    {
        RefusalReason.None => [],
        RefusalReason.Held => Holds(answer.B),
        _ => [.. Conditions(table, answer.B), .. Trips(table, answer.Trips)],
    };

    /// <summary>The further fields of an event, by the words of its message; lists are joined by a comma.</summary>
    public static IReadOnlyDictionary<string, string> Fields(Messages messages, NodeReport told)
    {
        byte[] message = messages.Event(
            new JournalEntry { Code = (EventCode)told.Code, Lane = told.Lane, Op = told.Op, A = told.A, B = told.B, UptimeMs = told.UptimeMs }, -1, false);
        using JsonDocument json = JsonDocument.Parse(message);
        return json.RootElement.EnumerateObject().Where(p => !Common.Contains(p.Name)).ToDictionary(p => p.Name, p => Text(p.Value));
    }

    private static readonly string[] Common = ["n", "after", "boot", "upMs", "code", "lane", "hist"];

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(",", value.EnumerateArray().Select(Text)),
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetString() ?? "",
    };

    private static IEnumerable<int> Bits(long mask) => Enumerable.Range(0, 64).Where(b => ((mask >> b) & 1) != 0);
}
