namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>
/// One scan as it is given to the gate and to the specification. A scan may lack a half: then the one before it or after it is alone. All
/// sets are masks.
/// </summary>
/// <param name="GapUs">Time since the scan before.</param>
/// <param name="Reset">Trips that are reset before the scan, or between its halves.</param>
internal readonly record struct Step(
    long GapUs,
    int Pins,
    long Derived,
    int Requests,
    int Renewed,
    long Reset = 0,
    bool ResetBetween = false,
    bool FirstHalf = true,
    bool SecondHalf = true);
