using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens;

/// <summary>The names that travel in messages, in words for people. A name that is not known is shown as it is.</summary>
public static class Words
{
    /// <summary>A condition that forbids a move, or a trip that holds the lane.</summary>
    /// <param name="name">Name of an input or a trip, or <c>quiet</c>.</param>
    /// <param name="lanes">The lanes, whose detectors have names of their own.</param>
    public static string Blocker(string name, IReadOnlyList<LaneModel> lanes) => name switch
    {
        "emergencyStop" => "emergency stop circuit open",
        "emergencyStop2" => "second channel of the emergency stop open",
        "remoteEmergencyStop" => "E-stop given from a control room",
        "strokeOverrun" => "a stroke did not reach its limit switch in time",
        "limitConflict" => "limit switches report up and down at once",
        "feedbackFault" => "a contactor does not follow its output",
        "channelDiscrepancy" => "the two channels of the emergency stop disagree",
        "tableFault" => "the interlock table is damaged; restart the node",
        "quiet" => "node is busy with its flash or network",
        _ => lanes.Any(lane => lane.Loops.Any(loop => loop.Name == name)) ? $"vehicle on {name}" : Hold(name) ?? RoleOf(name),
    };

    /// <summary>A rule of operation that holds a lane, or null for another name.</summary>
    /// <param name="name">Name of a <see cref="LaneHold"/>.</param>
    public static string? Hold(string name) => name switch
    {
        "localMode" => "the cabinet's key is on local",
        "maintenanceMode" => "somebody works at the lane",
        "testMode" => "the cabinet is being tested",
        "keepOpen" => "kept open until released",
        "convoy" => "a convoy passes",
        "emergencyOperation" => "emergency raise in force",
        "emergencyVehicle" => "an emergency vehicle has the way",
        "egress" => "people must be able to get out",
        "cycleLimit" => "too many strokes within an hour",
        "retriesSpent" => "reversed again and again",
        "sallyPort" => "the other line is not proven closed",
        "redLampFailed" => "red lamp without current",
        "lampConflict" => "a lamp draws current that should be dark",
        "selfTestOverdue" => "self-test overdue or failed",
        "pitWater" => "water in the pit",
        "manualRelease" => "moved by hand",
        "consentMissing" => "a second person has not agreed",
        "clockUnknown" => "time of day not known",
        "eventClosure" => "kept closed by the calendar",
        "hubLost" => "hub not heard",
        "restarted" => "restarted, nobody has looked yet",
        "strokeDeviation" => "strokes not as they were",
        "tampered" => "barrier tampered with",
        "supplyFailed" => "running on the battery",
        "crowd" => "too many people",
        "bypass" => "a detector is bypassed",
        "serviceExpired" => "a service key was turned for too long",
        "automaticOff" => "automatic switched off",
        _ => null,
    };

    /// <summary>A name within an event: a hold, a lamp fault, a step of the self-test, a mode, who asked.</summary>
    /// <param name="name">The name.</param>
    public static string Part(string name) => Hold(name) ?? name switch
    {
        "redDead" => "red draws no current",
        "greenDead" => "green draws no current",
        "redStuck" => "red draws current when dark",
        "greenStuck" => "green draws current when dark",
        "act" => "detectors act",
        "clear" => "detectors clear again",
        "all" => "all of it",
        _ => name,
    };

    /// <summary>Who can clear what holds a lane.</summary>
    /// <param name="who">A name of <see cref="Clearing"/>.</param>
    public static string Clears(string who) => who switch
    {
        Clearing.Traffic => "clears when the traffic does",
        Clearing.OnSite => "a person on site can clear it",
        Clearing.ControlRoom => "the control room can clear it",
        Clearing.Wait => "passes by itself",
        Clearing.Maintenance => "maintenance must clear it",
        _ => who,
    };

    /// <summary>Several conditions, as one phrase.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="lanes">The lanes.</param>
    public static string Blockers(IEnumerable<string> names, IReadOnlyList<LaneModel> lanes) =>
        string.Join(", ", names.Select(name => Blocker(name, lanes)));

    /// <summary>Why a command was refused or given up.</summary>
    /// <param name="reason">Name of a <see cref="RefusalReason"/>.</param>
    public static string Reason(string reason) => reason switch
    {
        "retained" => "the broker had kept it; it may be old",
        "tooLarge" => "too long",
        "malformed" => "not a signed command",
        "noKey" => "the node has no command key",
        "badSignature" => "signature not valid",
        "badPayload" => "content not readable",
        "badField" => "a field is missing or wrong",
        "wrongAudience" => "made for another node",
        "wrongBoot" => "made before the node restarted",
        "stale" => "more than 5 s old",
        "oldSequence" => "overtaken by a later command",
        "tooManyIssuers" => "too many seats command this node",
        "unknownLane" => "lane not known to the node",
        "unknownOperation" => "operation not known to the node",
        "interlocked" => "the interlock forbids it",
        "tripped" => "a trip is latched; reset it first",
        "superseded" => "another command took its place",
        "strokeOverrun" => "limit switch not reached in time",
        "lateScan" => "the node's scan was late",
        "nothingLatched" => "there is nothing to reset",
        "causeStands" => "the cause of the trip still stands",
        "busy" => "the node was busy",
        "notPermitted" => "dead time or run limit of the drive",
        "held" => "a rule of operation forbids it",
        "notFitted" => "the lane is not fitted for it",
        "outOfRange" => "the number is out of range",
        "released" => "the button was released",
        "waiting" => "waits for a second person",
        "nothingToUndo" => "there is nothing to undo",
        "tooOften" => "too many of the kind within a minute",
        "endUnproven" => "no switch proved the end",
        "limitStuck" => "the switch of the other end did not let go",
        "samePerson" => "the second person must be another one",
        _ => reason,
    };

    /// <summary>What happened.</summary>
    /// <param name="code">Name of an <see cref="EventCode"/>.</param>
    public static string Event(string code) => code switch
    {
        "started" => "Node started",
        "commandAccepted" => "Command accepted",
        "commandRefused" => "Command refused",
        "moveStarted" => "Move started",
        "moveDone" => "End position reached",
        "moveAborted" => "Move given up",
        "reversed" => "Reversed before an obstacle",
        "tripped" => "Trip latched",
        "tripReset" => "Trips reset",
        "lateScan" => "Scan late, motion dropped",
        "positionLost" => "Barrier left its end position without a command",
        "detected" => "Vehicle detected",
        "cleared" => "Detector clear",
        "linkUp" => "Link to the broker up",
        "linkDown" => "Link to the broker lost",
        "eventsLost" => "Events lost, journal was full",
        "holdSet" => "Held",
        "holdCleared" => "No longer held",
        "moveAsked" => "Moves by itself",
        "wishRefused" => "Cannot move by itself",
        "modeChanged" => "Mode changed",
        "emergencyOperationStarted" => "Emergency raise began",
        "emergencyOperationEnded" => "Emergency raise ended",
        "duress" => "DURESS: somebody is forced to act",
        "emergencyVehicleSeen" => "Emergency vehicle asks for the way",
        "egressRequested" => "People must get out",
        "egressEnded" => "Request to get people out ended",
        "passage" => "Vehicle passed",
        "wrongWay" => "Vehicle against the direction",
        "overspeed" => "Vehicle too fast",
        "tailgating" => "Vehicle too close behind another",
        "crowdThreshold" => "Crowd threshold crossed",
        "loopFault" => "Detector broken",
        "loopFaultEnded" => "Detector works again",
        "loopNoise" => "Detector disturbed",
        "lampFault" => "Lamp fault",
        "lampFaultEnded" => "Lamp works again",
        "strokeMeasured" => "Stroke measured",
        "strokeDeviation" => "Stroke not as it was",
        "retryStarted" => "Raise tried again",
        "serviceDue" => "Service is due",
        "serviced" => "Service done",
        "selfTestPassed" => "Self-test passed",
        "selfTestFailed" => "Self-test FAILED",
        "bypassSet" => "Detector bypassed",
        "bypassEnded" => "Bypass ended",
        "tampered" => "Barrier tampered with",
        "tamperEnded" => "Tamper contact closed again",
        "equipmentInput" => "Equipment input changed",
        "timetableMove" => "Calendar turned",
        "clockSet" => "Time of day set",
        "hubLost" => "Hub not heard",
        "hubBack" => "Hub heard again",
        "emergencyStrokeSlow" => "Emergency stroke too slow",
        "emergencyVehicleServed" => "Way open for the emergency vehicle",
        "consentLapsed" => "Opening without a second person given up",
        _ => code,
    };

    /// <summary>How far a command has come.</summary>
    /// <param name="stage">Name of an <see cref="AckStage"/>, <c>sent</c>, or <c>noAnswer</c>.</param>
    public static string Stage(string stage) => stage == "noAnswer" ? "no answer from the node" : stage;

    /// <summary>An operation on what stands in a lane: bollards are raised, and what has another word for it is closed.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="kind">What stands there.</param>
    public static string Operation(CommandOp op, LaneKind kind) => (op, kind) switch
    {
        (CommandOp.Raise, not LaneKind.BollardGroup) => "Close",
        (CommandOp.Lower, not LaneKind.BollardGroup) => "Open",
        _ => Operation(op),
    };

    /// <summary>An operation, by the word of the protocol.</summary>
    /// <param name="op">The operation.</param>
    public static string Operation(CommandOp op) => op switch
    {
        CommandOp.EmergencyStop => "E-stop",
        CommandOp.KeepOpen => "Keep open",
        CommandOp.EmergencyOperation => "Emergency raise",
        CommandOp.EmergencyOperationEnd => "End of emergency raise",
        CommandOp.EmergencyVehicle => "Emergency vehicle",
        CommandOp.SelfTest => "Self-test",
        CommandOp.ConfirmClear => "Loop confirmed clear",
        CommandOp.None => "Nothing",
        _ => char.ToUpperInvariant(Names.Of(op)[0]) + Names.Of(op)[1..],
    };

    /// <summary>A position by the word for what stands in the lane.</summary>
    /// <param name="position">Position from the lane's state.</param>
    /// <param name="kind">What stands there.</param>
    public static string Position(string position, LaneKind kind) => (kind, position) switch
    {
        (LaneKind.BollardGroup, _) => position,
        (LaneKind.PassiveBarrier, "up") => "deployed",
        (LaneKind.PassiveBarrier, "down") => "stowed",
        (_, "up") => "closed",
        (_, "down") => "open",
        (_, "raising") => "closing",
        (_, "lowering") => "opening",
        _ => position,
    };

    /// <summary>What the position means for vehicles, to be read after its word.</summary>
    /// <param name="position">Position from the lane's state.</param>
    /// <param name="kind">What stands there.</param>
    public static string Meaning(string position, LaneKind kind) => (kind, position) switch
    {
        (not LaneKind.BollardGroup and not LaneKind.PassiveBarrier, "up" or "down" or "raising" or "lowering") => "to vehicles",
        _ => Meaning(position),
    };

    /// <summary>What the barriers measure, in percent or by the word for their end.</summary>
    /// <param name="lowest">The lowest barrier in percent of its way up.</param>
    /// <param name="highest">The highest one.</param>
    /// <param name="kind">What stands there.</param>
    public static string Measured(int lowest, int highest, LaneKind kind) => (kind, lowest, highest) switch
    {
        (LaneKind.BollardGroup, _, _) => $"{Share(lowest, highest)} up",
        (_, 0, 0) => Position("down", kind),
        (_, 100, 100) => Position("up", kind),
        _ => $"{Share(lowest, highest)} {Position("up", kind)}",
    };

    private static string Share(int lowest, int highest) => lowest == highest ? $"{lowest} %" : $"{lowest} to {highest} %";

    private static string Meaning(string position) => position switch
    {
        "up" => "closed to vehicles",
        "down" => "open to vehicles",
        "raising" => "closing",
        "lowering" => "opening",
        "stopped" => "halted between the ends",
        _ => "position not proven",
    };

    /// <summary>What stands in a lane.</summary>
    /// <param name="lane">The lane.</param>
    public static string Equipment(LaneModel lane) => (lane.Kind, lane.Barriers) switch
    {
        (LaneKind.SlidingGate, _) => "sliding gate",
        (LaneKind.SwingGate, _) => "swing gate",
        (LaneKind.BarrierArm, _) => "barrier arm",
        (LaneKind.PassiveBarrier, _) => "barrier moved by hand",
        (_, 1) => "1 bollard",
        (_, int count) => $"{count} bollards",
    };

    /// <summary>An age in whole seconds, or "never".</summary>
    /// <param name="age">The age, or null.</param>
    public static string Age(TimeSpan? age) => age switch
    {
        null => "never",
        { TotalSeconds: < 120 } a => $"{(int)a.TotalSeconds} s",
        { } a => $"{(int)a.TotalMinutes} min",
    };

    // "lane.pitWater2" is what the catalog says of the role, in that lane.
    private static string RoleOf(string name)
    {
        string bare = name.Contains('.', StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;
        string word = bare.TrimEnd("0123456789".ToCharArray());
        return Roles.Inputs.FirstOrDefault(r => r.Name == word) is { } role ? char.ToLowerInvariant(role.Meaning[0]) + role.Meaning[1..].TrimEnd('.') : name;
    }
}
