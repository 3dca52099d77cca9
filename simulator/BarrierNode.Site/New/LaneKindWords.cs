namespace BarrierNode.Site.New;

/// <summary>A kind of lane as the interview speaks of it, with times that are usual for it.</summary>
/// <param name="Kind">Its word in the site file.</param>
/// <param name="Barrier">What one barrier is called.</param>
/// <param name="MostBarriers">How many may move together.</param>
/// <param name="Up">Name of the upper end.</param>
/// <param name="Down">Name of the lower end.</param>
/// <param name="Raises">What the drive does towards the upper end.</param>
/// <param name="Lowers">What the drive does towards the lower end.</param>
/// <param name="HasPit">True when the barriers stand in pits; otherwise they close against an edge.</param>
/// <param name="RaiseMs">Usual stroke up.</param>
/// <param name="LowerMs">Usual stroke down.</param>
/// <param name="DeadTimeMs">Usual dead time.</param>
/// <param name="RaiseWarningMs">Usual warning before a raise.</param>
/// <param name="LowerWarningMs">Usual warning before a lowering.</param>
internal sealed record LaneKindWords(
    string Kind,
    string Barrier,
    int MostBarriers,
    string Up,
    string Down,
    string Raises,
    string Lowers,
    bool HasPit,
    int RaiseMs,
    int LowerMs,
    int DeadTimeMs,
    int RaiseWarningMs,
    int LowerWarningMs)
{
    /// <summary>Every kind that the interview knows, the most usual first.</summary>
    public static IReadOnlyList<LaneKindWords> All { get; } =
    [
        new("bollard-group", "bollard", 8, "upper", "lower", "raises", "lowers", true, 5000, 2500, 300, 1000, 0),
        new("sliding-gate", "gate", 1, "closed", "open", "closes", "opens", false, 12000, 12000, 500, 5000, 1000),
    ];
}
