using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Sim;

/// <summary>The lists of names in the state of a lane, and which names they can have.</summary>
internal static class NameLists
{
    /// <summary>The keys, with what they mean.</summary>
    public static IReadOnlyList<(string Key, string Meaning)> All { get; } =
    [
        ("raiseBlockedBy", "What forbids a raise, as the node tells it"),
        ("lowerBlockedBy", "What forbids a lowering, as the node tells it"),
        ("trips", "The latched trips that hold the lane, as the node tells it"),
        ("holds", "The rules of operation that hold the lane or its automatic, as the node tells it"),
    ];

    /// <summary>The names that a list can have.</summary>
    public static IReadOnlyList<string> Possible(SiteTable table, string key) => key switch
    {
        "trips" => [.. Enum.GetValues<TripCode>().Where(t => (int)t != 0).Select(Names.Of)],
        "holds" => Holds,
        _ => [.. table.InputNames, ConditionBit.Name(table, ConditionBit.Quiet)],
    };

    /// <summary>The holds by their names in messages.</summary>
    public static IReadOnlyList<string> Holds { get; } = [.. Enum.GetValues<LaneHold>().Select(LaneHolds.Name)];

    /// <summary>The names in a report of a state.</summary>
    public static IReadOnlyList<string> See(ScenarioView view, NodeReport state, string key) => key switch
    {
        "raiseBlockedBy" => NodeWords.Conditions(view.Station.Table, state.B),
        "lowerBlockedBy" => NodeWords.Conditions(view.Station.Table, state.C),
        "trips" => NodeWords.Trips(view.Station.Table, state.Trips),
        _ => NodeWords.Holds(state.Code),
    };
}
