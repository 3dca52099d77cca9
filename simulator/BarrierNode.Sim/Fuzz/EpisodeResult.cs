namespace BarrierNode.Sim.Fuzz;

/// <summary>What came of one life.</summary>
/// <param name="Number">Its number in the run, from 0.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Site">Its site, as varied.</param>
/// <param name="Start">Where the barriers stood.</param>
/// <param name="EndUs">How long it was, in microseconds.</param>
/// <param name="LaneSeconds">Seconds of street time, times lanes.</param>
/// <param name="Hash">Hash of all that happened.</param>
/// <param name="Strokes">Strokes that drives began.</param>
/// <param name="Finding">The law that was broken, or null.</param>
/// <param name="Actions">Everything that was done to it.</param>
public sealed record EpisodeResult(
    int Number, int Seed, FuzzSite Site, Street.StreetStart Start, long EndUs, double LaneSeconds, ulong Hash, int Strokes, FuzzFinding? Finding,
    IReadOnlyList<FuzzAction> Actions)
{
    /// <summary>What a technician has done afterwards.</summary>
    public IReadOnlyList<FuzzAction> Served { get; init; } = [];

    internal FuzzCoverage Coverage { get; init; } = new();

    /// <summary>Refusals that named what refuses.</summary>
    public int Refusals { get; init; }

    /// <summary>Scans of flight records that replayed bit for bit.</summary>
    public int Replayed { get; init; }

    /// <summary>What was in force at restarts and was so again.</summary>
    public int Survived { get; init; }
}
