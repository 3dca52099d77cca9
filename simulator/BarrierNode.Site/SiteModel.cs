using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>A site file that passed every check: what stands in the street, how it is wired, and how the simulator draws it.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="City">City, part of the topics.</param>
/// <param name="Site">Site, part of the topics.</param>
/// <param name="Node">Node, part of the topics.</param>
/// <param name="Board">The board whose pins are used.</param>
/// <param name="PermitPin">GPIO of the permission pulse.</param>
/// <param name="EmergencyStop">The emergency stop circuit, or its first channel.</param>
/// <param name="ResetButton">The reset button in the cabinet, or null.</param>
/// <param name="Lanes">The lanes in file order.</param>
/// <param name="Street">Geometry for the simulator.</param>
public sealed record SiteModel(
    string File,
    string City,
    string Site,
    string Node,
    BoardModel Board,
    int PermitPin,
    InputModel EmergencyStop,
    InputModel? ResetButton,
    IReadOnlyList<LaneModel> Lanes,
    StreetLayout Street)
{
    /// <summary>The second channel of the emergency stop, or null when it has one alone.</summary>
    public SecondChannelModel? SecondChannel { get; init; }

    /// <summary>Inputs with a role for every lane of the node.</summary>
    public IReadOnlyList<InputModel> Inputs { get; init; } = [];

    /// <summary>When a scan is late.</summary>
    public ScanModel Scan { get; init; } = ScanModel.Default;
}

/// <summary>Rule G5: when a scan is late, and what re-arms after one.</summary>
/// <param name="LateLimitMs">A gap between scans over this is late.</param>
/// <param name="RearmGapMs">Two scans in a row within this gap re-arm.</param>
public sealed record ScanModel(int LateLimitMs, int RearmGapMs)
{
    /// <summary>Five scans and three: a scan wakes up to 30 ms late under load, and that must not trip.</summary>
    public static ScanModel Default { get; } = new(100, 60);
}

/// <summary>The second channel of a two-channel input.</summary>
/// <param name="Input">Its contact.</param>
/// <param name="DiscrepancyMs">How long the two may disagree before the node trips.</param>
public sealed record SecondChannelModel(InputModel Input, int DiscrepancyMs);

/// <summary>The feedback contacts of a lane's drives: each acts while its contactor or valve is pulled in.</summary>
/// <param name="Raise">One for each raise output.</param>
/// <param name="Lower">One for each lower output, or for each hold output where there are those instead.</param>
/// <param name="WindowMs">How long a contact may disagree with its output before the node trips.</param>
public sealed record FeedbackModel(IReadOnlyList<InputModel> Raise, IReadOnlyList<InputModel> Lower, int WindowMs);

/// <summary>A contact wired to an input: between 3.3 V and the pin, with an external pull-down.</summary>
/// <param name="Name">Name in messages, 1 to 32 characters.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="NormallyClosed">
/// True when the contact opens as it acts, so the pin is low while it acts and a cut wire counts as acting. False: the pin is high while
/// it acts.
/// </param>
/// <param name="OnDelayMs">How long it must act before it counts.</param>
/// <param name="OffDelayMs">How long it must rest before that counts.</param>
public sealed record InputModel(string Name, int Pin, bool NormallyClosed, int OnDelayMs, int OffDelayMs)
{
    /// <summary>What it is for beside the interlock.</summary>
    public InputRole Role { get; init; }

    /// <summary>How it sees, when it is a vehicle detector.</summary>
    public DetectorKind Kind { get; init; }

    /// <summary>Height of a beam over the road in millimetres.</summary>
    public int HeightMm { get; init; }

    /// <summary>How the loop is measured, when an oscillator and no contact is wired to the pin; otherwise null.</summary>
    public LoopFrequencyModel? Frequency { get; init; }
}

/// <summary>An inductive loop that the node measures itself.</summary>
/// <param name="NominalHz">Frequency of the clear loop in Hz.</param>
/// <param name="SensitivityPpm">The least ΔL/L that must be seen, in ppm.</param>
/// <param name="MaxDriftPpmPerMinute">The fastest change of ΔL/L that is taken for weather, in ppm a minute.</param>
public sealed record LoopFrequencyModel(int NominalHz, int SensitivityPpm, int MaxDriftPpmPerMinute);

/// <summary>An output with a role.</summary>
/// <param name="Name">Name in messages, 1 to 32 characters.</param>
/// <param name="Pin">GPIO number.</param>
/// <param name="Role">What it is for.</param>
public sealed record RoleOutputModel(string Name, int Pin, OutputRole Role);

/// <summary>One lane of equipment.</summary>
/// <param name="Id">Name in topics, 1 to 12 of a-z, 0-9, hyphen.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Barriers">Number of barriers, 1 to 8; 1 for a gate.</param>
/// <param name="RaisePins">One drive output for all barriers, or one for each.</param>
/// <param name="LowerPins">One drive output for all barriers, or one for each; none where <c>HoldPins</c> are.</param>
/// <param name="DeadTimeMs">Time with both directions off before a change of direction.</param>
/// <param name="MaxRunMs">Longest time that a drive output may be on.</param>
/// <param name="RestMs">Time off that counts as rest.</param>
/// <param name="UpLimits">Upper (closed) ends: one for each barrier, or one for all in series.</param>
/// <param name="DownLimits">Lower (open) ends: likewise.</param>
/// <param name="RaiseMs">Stroke of the modelled barrier, up, in milliseconds.</param>
/// <param name="LowerMs">Stroke of the modelled barrier, down, in milliseconds.</param>
/// <param name="RaiseTimeoutMs">After this long a raise trips.</param>
/// <param name="LowerTimeoutMs">After this long a lowering trips.</param>
/// <param name="RaiseWarningMs">Warning before a raise.</param>
/// <param name="LowerWarningMs">Warning before a lowering.</param>
/// <param name="WarningPins">Buzzer and beacon outputs; lanes may share them.</param>
/// <param name="RedPin">Red lamp, or null.</param>
/// <param name="GreenPin">Green lamp, or null.</param>
/// <param name="Loops">
/// Vehicle detectors whose presence forbids a raise; a detector may serve several lanes under the same name and pin.
/// </param>
public sealed record LaneModel(
    string Id,
    LaneKind Kind,
    int Barriers,
    IReadOnlyList<int> RaisePins,
    IReadOnlyList<int> LowerPins,
    int DeadTimeMs,
    int MaxRunMs,
    int RestMs,
    IReadOnlyList<InputModel> UpLimits,
    IReadOnlyList<InputModel> DownLimits,
    int RaiseMs,
    int LowerMs,
    int RaiseTimeoutMs,
    int LowerTimeoutMs,
    int RaiseWarningMs,
    int LowerWarningMs,
    IReadOnlyList<int> WarningPins,
    int? RedPin,
    int? GreenPin,
    IReadOnlyList<InputModel> Loops)
{
    /// <summary>
    /// Outputs that hold the barriers up and let them drop when they go off: one for all barriers, or one for each. With them there is no lower
    /// drive, and without power the lane opens.
    /// </summary>
    public IReadOnlyList<int> HoldPins { get; init; } = [];

    /// <summary>It has a drive. A passive barrier has none: people deploy and stow it.</summary>
    public bool Driven => Kind != LaneKind.PassiveBarrier;

    /// <summary>What the barriers do without power: <c>stays</c> where they are, or <c>drops</c>; of a passive barrier always the first.</summary>
    public string Unpowered => HoldPins.Count > 0 ? "drops" : "stays";

    /// <summary>The feedback contacts of the drives, or null.</summary>
    public FeedbackModel? Feedback { get; init; }

    /// <summary>Inputs of the lane with a role: buttons, keys, sensors.</summary>
    public IReadOnlyList<InputModel> Inputs { get; init; } = [];

    /// <summary>Outputs of the lane with a role: valves, lights, heater.</summary>
    public IReadOnlyList<RoleOutputModel> Outputs { get; init; } = [];

    /// <summary>The lane that must be proven closed before this one opens, or null.</summary>
    public string? SallyPort { get; init; }

    /// <summary>When the lane opens and closes by itself.</summary>
    public CalendarModel Calendar { get; init; } = CalendarModel.Empty;

    /// <summary>The numbers by <see cref="LaneSetting"/>.</summary>
    public IReadOnlyList<int> Settings { get; init; } = LaneSettings.Defaults();

    /// <summary>A setting.</summary>
    /// <param name="setting">Which.</param>
    public int Setting(LaneSetting setting) => Settings[(int)setting];
}

/// <summary>The street from above, in metres: x along the carriageways, y across, origin at the top left.</summary>
/// <param name="LengthM">Length along x.</param>
/// <param name="WidthM">Width along y.</param>
/// <param name="SpeedKmh">How fast cars drive.</param>
/// <param name="Carriageways">One for each lane, in lane order.</param>
public sealed record StreetLayout(double LengthM, double WidthM, double SpeedKmh, IReadOnlyList<CarriagewayLayout> Carriageways);

/// <summary>The carriageway of one lane; cars drive towards growing x.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="CentreM">y of its centre line.</param>
/// <param name="WidthM">Its width; the barriers stand across it.</param>
/// <param name="BarrierAtM">x of the barriers.</param>
/// <param name="StopLineM">x at which a car waits, in front of every loop.</param>
/// <param name="Loops">Where the lane's loops lie.</param>
public sealed record CarriagewayLayout(
    string Lane, double CentreM, double WidthM, double BarrierAtM, double StopLineM, IReadOnlyList<LoopLayout> Loops);

/// <summary>A loop in the road.</summary>
/// <param name="Name">Name of the lane's input.</param>
/// <param name="FromM">x of its first edge.</param>
/// <param name="ToM">x of its last edge.</param>
public sealed record LoopLayout(string Name, double FromM, double ToM);
