namespace BarrierNode.Sim.Fuzz;

/// <summary>What a run of random lives is about.</summary>
/// <param name="Hours">Hours of street time, at least; whole episodes are lived.</param>
/// <param name="Seed">Seed of all chance in it.</param>
/// <param name="Sites">The sites, of which each episode has one, often varied.</param>
public sealed record FuzzOptions(double Hours, int Seed, IReadOnlyList<FuzzSite> Sites)
{
    /// <summary>Episodes that are lived at the same time; the result does not depend on it.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Findings after which a run ends.</summary>
    public int MostFindings { get; init; } = 20;

    /// <summary>Called after every episode, in their order.</summary>
    public Action<EpisodeResult>? Lived { get; init; }
}
