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
        [.. Bits(mask).Select(b => Names.Of(table.TripCode(b))).Distinct()];

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
        JournalEntry entry = new() { Code = (EventCode)told.Code, Lane = told.Lane, Op = told.Op, A = told.A, B = told.B, UptimeMs = told.UptimeMs };
        return MessageText.EventFields(messages.Event(entry, -1, false));
    }

    private static IEnumerable<int> Bits(long mask) => Enumerable.Range(0, 64).Where(b => ((mask >> b) & 1) != 0);
}
