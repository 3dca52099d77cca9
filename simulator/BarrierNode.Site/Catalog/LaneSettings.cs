using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>The settings of a lane: their keys in the site file, ranges and defaults.</summary>
public static class LaneSettings
{
    /// <summary>Every setting, in the order of its place in the site table.</summary>
    public static IReadOnlyList<LaneSettingInfo> All { get; } =
    [
        new(LaneSetting.UnattendedWarningMs, 0, 60000, 5000, "Warning before a move that no person asked for in this moment, in milliseconds; at least that of every raise"),
        new(LaneSetting.ReraiseAfterTransitMs, 0, 600000, 0, "Automatic: raise this long after the passage of a vehicle has ended, in milliseconds; 0 for never"),
        new(LaneSetting.ReraiseNoTransitMs, 0, 600000, 0, "Automatic: raise this long after the lane is down and nobody has passed, in milliseconds; 0 for never"),
        new(LaneSetting.FreeExitInhibitMs, 0, 60000, 5000, "A free-exit detector is ignored for this long after a passage, in milliseconds"),
        new(LaneSetting.StepMode, 0, 1, 0, "1: one panel button steps open, stop, close"),
        new(LaneSetting.HoldToRun, 0, 1, 0, "1: the panel moves the lane only while its button is held"),
        new(LaneSetting.CommandsDuringPause, 0, 1, 1, "1: a command given during a dead time, a pause or a warning replaces the move; 0: it is refused"),
        new(LaneSetting.KeepOpenMaxMin, 0, 10080, 0, "Longest time that keep-open may last, in minutes; 0 for until it is undone"),
        new(LaneSetting.ConvoyMaxVehicles, 0, 200, 0, "Most vehicles of one convoy; 0: the lane takes no convoys"),
        new(LaneSetting.ConvoyGapMs, 0, 3600000, 120000, "A convoy ends when no vehicle came for this long, in milliseconds; 0 for never"),
        new(LaneSetting.MaxCyclesPerHour, 0, 300, 0, "Most raises in an hour; 0 for no limit"),
        new(LaneSetting.MaxRetries, 0, 5, 0, "Automatic raises again after reversals, at most; then it stays down until a command"),
        new(LaneSetting.RetryDelayMs, 1000, 600000, 10000, "Wait before such a retry, in milliseconds"),
        new(LaneSetting.BypassMaxMin, 0, 480, 0, "Longest bypass of a detector, in minutes; 0: no bypass"),
        new(LaneSetting.EfoEnabled, 0, 1, 0, "1: the lane takes emergency fast operations"),
        new(LaneSetting.EfoWarningMs, 0, 10000, 500, "Warning before an emergency stroke, in milliseconds"),
        new(LaneSetting.EfoStrokeMs, 500, 60000, 2500, "Stroke of an emergency operation that is expected, in milliseconds; more is an event"),
        new(LaneSetting.EmergencyVehicleOpenMs, 5000, 600000, 60000, "An emergency vehicle keeps the lane open for this long after its last sign, in milliseconds"),
        new(LaneSetting.EgressOpens, 0, 1, 1, "1: an egress request opens the lane; 0: it only forbids to raise"),
        new(LaneSetting.HubLossAfterMs, 0, 3600000, 0, "The hub counts as lost after this long without a sign of it, in milliseconds; 0: it is not watched"),
        new(LaneSetting.HubLossPolicy, 0, 2, 0, "What then: 0 stays as it is, 1 raises, 2 lowers"),
        new(LaneSetting.PowerReturnPolicy, 0, 2, 0, "After the power came back: 0 waits for a person, 1 raises after the warning, 2 lowers"),
        new(LaneSetting.PowerReturnDelayMs, 0, 600000, 10000, "Wait before that, in milliseconds"),
        new(LaneSetting.DualConsent, 0, 1, 0, "1: opening needs two operators"),
        new(LaneSetting.StrokeDeviationPercent, 0, 90, 0, "A stroke that differs by more from what was learned is an event, in percent; 0: not watched"),
        new(LaneSetting.EndBackupMs, 0, 300000, 0, "After this long of raising the end counts as reached by pressure, in milliseconds; 0: no back-up"),
        new(LaneSetting.ServiceAfterCycles, 0, 10000000, 0, "Service is due after so many cycles; 0: not counted"),
        new(LaneSetting.HeaterMaxOnMin, 1, 1440, 120, "Longest time that the heater is on without a pause, in minutes"),
        new(LaneSetting.LampCheckMs, 100, 10000, 500, "A lamp that is on must draw current after this long, in milliseconds"),
        new(LaneSetting.SelfTestHours, 0, 8760, 0, "A self-test is due this long after the last, in hours; 0: none. When overdue, automatic moves stop"),
        new(LaneSetting.DualLoopDistanceMm, 0, 20000, 0, "Distance of the leading edges of the first two detectors, in millimetres; 0: they are not measured as a pair"),
        new(LaneSetting.OverspeedKmh, 0, 130, 0, "A vehicle faster than this is an event, in km/h; 0: not watched"),
        new(LaneSetting.TailgateGapMs, 0, 10000, 0, "A vehicle closer behind another is an event, in milliseconds; 0: not watched"),
        new(LaneSetting.CrowdAreaM2, 0, 100000, 0, "Area between the counting lines, in square metres; 0: no crowd is counted"),
        new(LaneSetting.CrowdDensityPerM2x10, 1, 80, 40, "Density from which egress is asked for, in tenths of persons a square metre"),
        new(LaneSetting.CrowdSurgePerMin, 1, 6000, 300, "Net persons coming in within a minute from which it is a surge"),
        new(LaneSetting.CrowdCounterFlowPercent, 1, 50, 30, "Share of the weaker direction from which two streams are a counter-flow, in percent"),
        new(LaneSetting.TamperRaises, 0, 1, 0, "1: a tampered passive barrier raises the lane beside it"),
        new(LaneSetting.DetectorLengthMm, 0, 20000, 0, "Length of each of the first two detectors along the road, in millimetres; 0: lengths of vehicles are not told"),
        new(LaneSetting.DetectorReleaseMs, 0, 2000, 240, "How much longer these detectors take to release than to detect, in milliseconds"),
        new(LaneSetting.TwoWay, 0, 1, 0, "1: vehicles may come from both sides, so none is on the wrong way"),
        new(LaneSetting.EgressDuringEfo, 0, 1, 0, "1: an egress request opens the lane during an emergency fast operation too"),
        new(LaneSetting.PanelInRemote, 0, 1, 1, "1: the buttons of the panel act without the key on local too"),
        new(LaneSetting.ServiceModeMaxMin, 0, 1440, 480, "Longest time that the maintenance or the test key may be turned, in minutes; then nothing moves until it is turned back. 0: no limit"),
        new(LaneSetting.LeaveEndMs, 0, 60000, 3000, "A barrier must have left its limit switch after this long of drive, in milliseconds; 0: not watched"),
        new(LaneSetting.FlashInMotion, 0, 1, 1, "1: red flashes once a second while the lane warns and moves; 0: it stays on"),
    ];

    /// <summary>The numbers of a lane whose site file names none.</summary>
    public static int[] Defaults() => [.. All.Select(s => s.Default)];
}

/// <summary>One setting.</summary>
/// <param name="Setting">Its place in the site table.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
/// <param name="Default">Value when the site file does not name it.</param>
/// <param name="Meaning">What it is, for people.</param>
public sealed record LaneSettingInfo(LaneSetting Setting, int Min, int Max, int Default, string Meaning)
{
    /// <summary>Its key in the site file.</summary>
    public string Key { get; } = Spelling.Camel(Setting.ToString());
}
