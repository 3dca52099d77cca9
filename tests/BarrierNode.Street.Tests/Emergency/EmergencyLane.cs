using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>A lane with everything that emergencies need, and the questions that their tests ask.</summary>
internal static class EmergencyLane
{
    public static SiteModel Site(string settings = "") => EquipmentSite.Lane(
        lane: [$"settings: {{ efoEnabled: 1, efoStrokeMs: 2500{(settings.Length > 0 ? ", " + settings : "")} }}"],
        inputs:
        [
            "role: efo-button, pin: 9", "role: efo-reset, pin: 10", "role: duress-button, pin: 11", "role: emergency-vehicle-key, pin: 12",
            "role: siren-input, pin: 13", "role: egress-request, pin: 14", "role: obstruction, pin: 18",
        ],
        outputs: ["role: efo-valve, pin: 47", "role: efo-light, pin: 38"]);

    /// <summary>A lane at rest that a person has looked at.</summary>
    public static LaneRig Rig(string settings = "", StreetStart start = StreetStart.BarriersDown)
    {
        var rig = new LaneRig(start, site: Site(settings));
        rig.Run(3);
        rig.Command(CommandOp.Confirm);
        rig.Run(0.1);
        return rig;
    }

    public static void Set(this LaneRig rig, string input, bool acts) => rig.Street.SetContact("lane." + input, acts);

    /// <summary>A button is pressed for a moment.</summary>
    public static void Press(this LaneRig rig, string input)
    {
        rig.Set(input, true);
        rig.Run(0.2);
        rig.Set(input, false);
        rig.Run(0.2);
    }

    public static int Count(this LaneRig rig, EventCode code) => rig.Events.Count(e => e.Code == code);

    public static Happening Only(this LaneRig rig, EventCode code) => rig.Events.Single(e => e.Code == code);

    /// <summary>Gives a command, lets it be answered, and tells the last answer.</summary>
    public static Answer Ask(this LaneRig rig, CommandOp op, int lane = 0, int argument = 0)
    {
        int ticket = rig.Command(op, lane, argument);
        rig.Run(0.1);
        return rig.Last(ticket);
    }

    /// <summary>The holds that a wish was last refused for.</summary>
    public static string[] LastWhy(this LaneRig rig) => rig.Events.Last(e => e.Code == EventCode.WishRefused).Why;

    public static bool EverMoved(this LaneRig rig) => rig.Count(EventCode.MoveStarted) > 0;
}
