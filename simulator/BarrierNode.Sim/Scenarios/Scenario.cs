namespace BarrierNode.Sim;

/// <summary>
/// A story of a site: what is given, what happens when, and what must be seen then. It speaks of equipment, times and messages alone, so that the
/// same file can be run in the street and on a bench. docs/scenarios.md tells its keys.
/// </summary>
/// <param name="Name">What it shows, in a sentence.</param>
/// <param name="Site">Name of a site that comes with the program, or path of a site file as seen from the scenario.</param>
/// <param name="Steps">What happens and what is expected, in order: a step begins when the one before has ended.</param>
public sealed record Scenario(string Name, string Site, IReadOnlyList<ScenarioStep> Steps)
{
    /// <summary>Path of its file, or empty.</summary>
    public string File { get; init; } = "";

    /// <summary>More about it, for people; or empty.</summary>
    public string About { get; init; } = "";

    /// <summary>What it covers: hazards such as <c>H5</c> of docs/hazards.md, features such as <c>F24</c> of docs/features.md.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Seed of all chance, unless another is asked for.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How everything is before the first step.</summary>
    public ScenarioGiven Given { get; init; } = new();

    /// <summary>What must be so from the first step to the end of the last.</summary>
    public IReadOnlyList<ScenarioFact> Always { get; init; } = [];

    /// <summary>What must not be so at any time from the first step to the end of the last: of each list, not all at the same moment.</summary>
    public IReadOnlyList<IReadOnlyList<ScenarioFact>> Never { get; init; } = [];
}
