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
        _ => lanes.Any(lane => lane.Loops.Any(loop => loop.Name == name)) ? $"vehicle on {name}" : name,
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
        _ => code,
    };

    /// <summary>How far a command has come.</summary>
    /// <param name="stage">Name of an <see cref="AckStage"/>, <c>sent</c>, or <c>noAnswer</c>.</param>
    public static string Stage(string stage) => stage == "noAnswer" ? "no answer from the node" : stage;

    /// <summary>An operation.</summary>
    /// <param name="op">The operation.</param>
    public static string Operation(CommandOp op) => op switch
    {
        CommandOp.EmergencyStop => "E-stop",
        CommandOp.None => "Nothing",
        _ => char.ToUpperInvariant(Names.Of(op)[0]) + Names.Of(op)[1..],
    };

    /// <summary>What the position means for vehicles.</summary>
    /// <param name="position">Position from the lane's state.</param>
    public static string Meaning(string position) => position switch
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
}
