using BarrierNode.Control;

namespace BarrierNode.Site.New;

/// <summary>What a person has told about a site. <see cref="SiteText"/> makes a site file of it.</summary>
public sealed record SiteAnswers
{
    /// <summary>City, site and node: the names in the topics.</summary>
    public required string City { get; init; }

    /// <summary>The site within the city.</summary>
    public required string Site { get; init; }

    /// <summary>The node within the site.</summary>
    public required string Node { get; init; }

    /// <summary>The board.</summary>
    public required BoardModel Board { get; init; }

    /// <summary>GPIO of the permission pulse.</summary>
    public required int PermitPin { get; init; }

    /// <summary>GPIO of the emergency stop.</summary>
    public required int EmergencyStopPin { get; init; }

    /// <summary>GPIO of its second channel, or null.</summary>
    public int? SecondEmergencyStopPin { get; init; }

    /// <summary>GPIO of the reset button, or null.</summary>
    public int? ResetPin { get; init; }

    /// <summary>The lanes, at least one.</summary>
    public required IReadOnlyList<LaneAnswers> Lanes { get; init; }
}

/// <summary>What a person has told about a lane.</summary>
public sealed record LaneAnswers
{
    /// <summary>Name of the lane.</summary>
    public required string Id { get; init; }

    /// <summary>The word of the site file for what stands there.</summary>
    public required string Kind { get; init; }

    /// <summary>Number of barriers; 1 for a gate.</summary>
    public required int Barriers { get; init; }

    /// <summary>GPIO of the outputs that raise.</summary>
    public required IReadOnlyList<int> RaisePins { get; init; }

    /// <summary>GPIO of the outputs that lower.</summary>
    public required IReadOnlyList<int> LowerPins { get; init; }

    /// <summary>Feedback contacts of the raise outputs; none when there are none.</summary>
    public IReadOnlyList<int> RaiseFeedbackPins { get; init; } = [];

    /// <summary>Feedback contacts of the lower outputs.</summary>
    public IReadOnlyList<int> LowerFeedbackPins { get; init; } = [];

    /// <summary>GPIO of the limit switches at the upper end.</summary>
    public required IReadOnlyList<int> UpPins { get; init; }

    /// <summary>GPIO of the limit switches at the lower end.</summary>
    public required IReadOnlyList<int> DownPins { get; init; }

    /// <summary>The times of the lane, in ms.</summary>
    public required LaneTimes Times { get; init; }

    /// <summary>GPIO of the warning.</summary>
    public required int WarningPin { get; init; }

    /// <summary>GPIO of the red lamp, or null.</summary>
    public int? RedPin { get; init; }

    /// <summary>GPIO of the green lamp, or null.</summary>
    public int? GreenPin { get; init; }

    /// <summary>Buttons, keys, sensors.</summary>
    public IReadOnlyList<RoleAnswer> Inputs { get; init; } = [];

    /// <summary>True when the lane takes emergency fast operations.</summary>
    public bool HasEmergencyOperation => Inputs.Any(i => i.Role == InputRole.EfoButton);

    /// <summary>The loops in the order in which a vehicle drives over them, at least one.</summary>
    public required IReadOnlyList<LoopAnswers> Loops { get; init; }
}

/// <summary>The times of a lane, all in milliseconds.</summary>
/// <param name="RaiseMs">Stroke up.</param>
/// <param name="LowerMs">Stroke down.</param>
/// <param name="RaiseTimeoutMs">When a raise trips.</param>
/// <param name="LowerTimeoutMs">When a lowering trips.</param>
/// <param name="DeadTimeMs">Both directions off before a change.</param>
/// <param name="MaxRunMs">Longest time on.</param>
/// <param name="RestMs">Time off that starts the longest time anew.</param>
/// <param name="RaiseWarningMs">Warning before a raise.</param>
/// <param name="LowerWarningMs">Warning before a lowering.</param>
public sealed record LaneTimes(
    int RaiseMs, int LowerMs, int RaiseTimeoutMs, int LowerTimeoutMs, int DeadTimeMs, int MaxRunMs, int RestMs, int RaiseWarningMs, int LowerWarningMs);

/// <summary>An input with a role; its contact is of the kind that is usual for the role.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Pin">GPIO of its contact.</param>
public sealed record RoleAnswer(InputRole Role, int Pin);

/// <summary>A detector of vehicles.</summary>
/// <param name="Kind">The word of the site file for how it sees; relay for a loop.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Pin">GPIO of its detector's contact.</param>
/// <param name="NormallyClosed">Whether the contact opens while a vehicle is there.</param>
/// <param name="HoldMs">How long it counts as occupied after it cleared.</param>
public sealed record LoopAnswers(string Kind, string Name, int Pin, bool NormallyClosed, int HoldMs);
