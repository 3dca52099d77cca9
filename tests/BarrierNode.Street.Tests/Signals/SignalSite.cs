using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Signals;

/// <summary>The lane of <see cref="EquipmentSite"/> with lamp relays, a beacon and a test output, and what the tests of signals ask of it.</summary>
internal static class SignalSite
{
    public const int Red = 39;
    public const int Green = 40;
    public const int EntryLoop = 41;
    public const int Edge = 11;

    private static readonly DateTime s_first = new(2024, 1, 1);

    public static SiteModel Site(params string[] lane) => EquipmentSite.Lane(
        lane: lane,
        inputs: ["role: red-current, pin: 9", "role: green-current, pin: 10", $"role: safety-edge, pin: {Edge}", "role: free-exit, pin: 12"],
        outputs: ["role: beacon, pin: 13", "role: test-pulse, pin: 14"]);

    /// <summary>The lane three seconds after its start; a person has looked at it.</summary>
    public static LaneRig Rig(StreetStart start, params string[] lane)
    {
        var rig = new LaneRig(start, site: Site(lane));
        rig.Run(2);
        rig.Command(CommandOp.Confirm);
        rig.Run(1);
        rig.Events.RemoveAll(e => e.Code is EventCode.HoldSet or EventCode.HoldCleared && e.A == (int)LaneHold.Restarted);
        return rig;
    }

    /// <summary>The hub tells the time.</summary>
    public static void Clock(LaneRig rig, DateTime local) => rig.Command(CommandOp.Clock, argument: Minutes(local));

    /// <summary>Local time as a node counts it.</summary>
    public static int Minutes(DateTime local) => (int)(local - s_first).TotalMinutes;

    /// <summary>The kinds of what happened, with its number.</summary>
    public static (EventCode Code, int A)[] Told(LaneRig rig, params EventCode[] codes) =>
        [.. rig.Events.Where(e => codes.Contains(e.Code)).Select(e => (e.Code, e.A))];

    public static bool IsHeld(LaneRig rig, LaneHold hold) =>
        rig.Events.LastOrDefault(e => e.Code is EventCode.HoldSet or EventCode.HoldCleared && e.A == (int)hold)?.Code == EventCode.HoldSet;
}
