namespace BarrierNode.Control
{
    /// <summary>Numbers that say how a lane behaves. The values are places in the site table and never change; docs/site-file.md has keys, ranges and defaults.</summary>
    public enum LaneSetting
    {
        /// <summary>Warning before a move that no person asked for in this moment, in milliseconds; at least that of every raise.</summary>
        UnattendedWarningMs = 0,

        /// <summary>Automatic: raise this long after the passage of a vehicle has ended, in milliseconds; 0 for never.</summary>
        ReraiseAfterTransitMs = 1,

        /// <summary>Automatic: raise this long after the lane is down and nobody has passed, in milliseconds; 0 for never.</summary>
        ReraiseNoTransitMs = 2,

        /// <summary>A free-exit detector is ignored for this long after a passage, in milliseconds.</summary>
        FreeExitInhibitMs = 3,

        /// <summary>1: one panel button steps open, stop, close.</summary>
        StepMode = 4,

        /// <summary>1: the panel moves the lane only while its button is held.</summary>
        HoldToRun = 5,

        /// <summary>1: a command given during a dead time, a pause or a warning replaces the move; 0: it is refused.</summary>
        CommandsDuringPause = 6,

        /// <summary>Longest time that keep-open may last, in minutes; 0 for until it is undone.</summary>
        KeepOpenMaxMin = 7,

        /// <summary>Most vehicles of one convoy; 0: the lane takes no convoys.</summary>
        ConvoyMaxVehicles = 8,

        /// <summary>A convoy ends when no vehicle came for this long, in milliseconds; 0 for never.</summary>
        ConvoyGapMs = 9,

        /// <summary>Most raises in an hour; 0 for no limit.</summary>
        MaxCyclesPerHour = 10,

        /// <summary>Automatic raises again after reversals, at most; then it stays down until a command.</summary>
        MaxRetries = 11,

        /// <summary>Wait before such a retry, in milliseconds.</summary>
        RetryDelayMs = 12,

        /// <summary>Longest bypass of a detector, in minutes; 0: no bypass.</summary>
        BypassMaxMin = 13,

        /// <summary>1: the lane takes emergency fast operations.</summary>
        EfoEnabled = 14,

        /// <summary>Warning before an emergency stroke, in milliseconds.</summary>
        EfoWarningMs = 15,

        /// <summary>Stroke of an emergency operation that is expected, in milliseconds; more is an event.</summary>
        EfoStrokeMs = 16,

        /// <summary>An emergency vehicle keeps the lane open for this long after its last sign, in milliseconds.</summary>
        EmergencyVehicleOpenMs = 17,

        /// <summary>1: an egress request opens the lane; 0: it only forbids to raise.</summary>
        EgressOpens = 18,

        /// <summary>The hub counts as lost after this long without a sign of it, in milliseconds; 0: it is not watched.</summary>
        HubLossAfterMs = 19,

        /// <summary>What then: 0 stays as it is, 1 raises, 2 lowers.</summary>
        HubLossPolicy = 20,

        /// <summary>After the power came back: 0 waits for a person, 1 raises after the warning, 2 lowers.</summary>
        PowerReturnPolicy = 21,

        /// <summary>Wait before that, in milliseconds.</summary>
        PowerReturnDelayMs = 22,

        /// <summary>1: opening needs two operators.</summary>
        DualConsent = 23,

        /// <summary>A stroke that differs by more from what was learned is an event, in percent; 0: not watched.</summary>
        StrokeDeviationPercent = 24,

        /// <summary>After this long of raising the end counts as reached by pressure, in milliseconds; 0: no back-up.</summary>
        EndBackupMs = 25,

        /// <summary>Service is due after so many cycles; 0: not counted.</summary>
        ServiceAfterCycles = 26,

        /// <summary>Longest time that the heater is on without a pause, in minutes.</summary>
        HeaterMaxOnMin = 27,

        /// <summary>A lamp that is on must draw current after this long, in milliseconds.</summary>
        LampCheckMs = 28,

        /// <summary>A self-test is due this long after the last, in hours; 0: none. When overdue, automatic moves stop.</summary>
        SelfTestHours = 29,

        /// <summary>Distance of the leading edges of the first two detectors, in millimetres; 0: they are not measured as a pair.</summary>
        DualLoopDistanceMm = 30,

        /// <summary>A vehicle faster than this is an event, in km/h; 0: not watched.</summary>
        OverspeedKmh = 31,

        /// <summary>A vehicle closer behind another is an event, in milliseconds; 0: not watched.</summary>
        TailgateGapMs = 32,

        /// <summary>Area between the counting lines, in square metres; 0: no crowd is counted.</summary>
        CrowdAreaM2 = 33,

        /// <summary>Density from which egress is asked for, in tenths of persons a square metre.</summary>
        CrowdDensityPerM2x10 = 34,

        /// <summary>Net persons coming in within a minute from which it is a surge.</summary>
        CrowdSurgePerMin = 35,

        /// <summary>Share of the weaker direction from which two streams are a counter-flow, in percent.</summary>
        CrowdCounterFlowPercent = 36,

        /// <summary>1: a tampered passive barrier raises the lane beside it.</summary>
        TamperRaises = 37,

        /// <summary>Length of each of the first two detectors along the road, in millimetres; 0: lengths of vehicles are not told.</summary>
        DetectorLengthMm = 38,

        /// <summary>How much longer these detectors take to release than to detect, in milliseconds.</summary>
        DetectorReleaseMs = 39,

        /// <summary>1: vehicles may come from both sides.</summary>
        TwoWay = 40,

        /// <summary>1: an egress request opens the lane during an emergency fast operation too.</summary>
        EgressDuringEfo = 41,

        /// <summary>1: the buttons of the panel act without the key on local too.</summary>
        PanelInRemote = 42,

        /// <summary>Longest time that the maintenance or the test key may be turned, in minutes; then nothing moves until it is turned back. 0: no limit.</summary>
        ServiceModeMaxMin = 43,

        /// <summary>A barrier must have left its limit switch after this long of drive, in milliseconds; 0: not watched.</summary>
        LeaveEndMs = 44,

        /// <summary>1: red flashes once a second while the lane warns and moves; 0: it stays on.</summary>
        FlashInMotion = 45,
    }
}
