using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

/// <summary>One lane with a panel, long enough after the start that its buttons count.</summary>
internal static class ModeRig
{
    public const string Raise = "lane.raiseButton";
    public const string Lower = "lane.lowerButton";
    public const string LocalKey = "lane.localKey";
    public const string MaintenanceKey = "lane.maintenanceKey";
    public const string TestKey = "lane.testKey";
    public const string Obstruction = "lane.obstruction";
    public const string FreeExit = "lane.freeExit";
    public const int EntryLoopPin = 41;
    public const int ExitLoopPin = 42;

    /// <summary>A lane at rest, its barrier up, that a person has looked at after the start.</summary>
    /// <param name="settings">Settings as in a site file, without braces.</param>
    /// <param name="start">Where its barrier is.</param>
    public static LaneRig Of(string settings = "", StreetStart start = StreetStart.BarriersUp)
    {
        var rig = new LaneRig(start, site: EquipmentSite.Lane(
            settings.Length > 0 ? [$"settings: {{ {settings} }}"] : null,
            [
                "role: maintenance-key, pin: 9", "role: test-key, pin: 10", "role: obstruction, pin: 11", "role: free-exit, pin: 12",
                "role: siren-input, pin: 13",
            ]));
        rig.Run(7);
        rig.Order(CommandOp.Confirm);
        rig.Events.Clear();
        return rig;
    }

    /// <summary>A lane that the control room has just opened.</summary>
    public static LaneRig Opened(string settings = "")
    {
        LaneRig rig = Of(settings);
        rig.Open();
        return rig;
    }

    /// <summary>Opens the lane by command.</summary>
    public static void Open(this LaneRig rig)
    {
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 5, "open");
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    /// <summary>Presses a button as people do, for a third of a second.</summary>
    public static void Press(this LaneRig rig, string button)
    {
        rig.Street.SetContact(button, true);
        rig.Run(0.3);
        rig.Street.SetContact(button, false);
        rig.Run(0.2);
    }

    /// <summary>A command that must be refused; says why.</summary>
    public static RefusalReason Refused(this LaneRig rig, CommandOp op, int argument = 0)
    {
        int ticket = rig.Command(op, 0, argument);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Refused, rig.Last(ticket).Stage, $"{op} {argument}");
        return rig.Last(ticket).Reason;
    }

    /// <summary>A command that must be refused by holds; names them.</summary>
    public static string[] HeldBy(this LaneRig rig, CommandOp op)
    {
        Assert.AreEqual(RefusalReason.Held, rig.Refused(op));
        return rig.Answers[^1].BlockedBy;
    }

    /// <summary>A command that must be done at once.</summary>
    public static void Order(this LaneRig rig, CommandOp op, int argument = 0)
    {
        int ticket = rig.Command(op, 0, argument);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Done, rig.Last(ticket).Stage, $"{op} {argument}: {rig.Last(ticket)}");
    }

    public static int Count(this LaneRig rig, EventCode code) => rig.Events.Count(e => e.Code == code);

    public static bool Raises(this LaneRig rig) => rig.Is("lane.raise");

    public static bool Lowers(this LaneRig rig) => rig.Is("lane.lower");

    public static int Input(this LaneRig rig, string name) => Array.IndexOf(rig.Table.InputNames, name);

    /// <summary>Sends a car and waits until it has left both loops.</summary>
    public static void Pass(this LaneRig rig)
    {
        int car = rig.Street.SendCar("lane");
        rig.RunUntil(() => rig.Street.Snapshot().Cars.All(c => c.Id != car || c.FrontM - c.LengthM > 35), 15, "passed");
    }
}
