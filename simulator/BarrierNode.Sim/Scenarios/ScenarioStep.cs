namespace BarrierNode.Sim;

/// <summary>
/// One step of a scenario. It waits for its time, then for what it waits for; then it does something or expects something. It has one of
/// <see cref="Act"/> and <see cref="Expect"/>, or none of them when it only waits.
/// </summary>
public sealed record ScenarioStep
{
    /// <summary>It waits so long at most for <see cref="When"/>, in microseconds, when nothing else is said.</summary>
    public const long UsualPatienceUs = 60_000_000;

    /// <summary>Line in the file, or 0.</summary>
    public int Line { get; init; }

    /// <summary>It begins at this time of the scenario, in microseconds; null: when the step before has ended.</summary>
    public long? AtUs { get; init; }

    /// <summary>It begins so long after the end of the step before, in microseconds; not together with <see cref="AtUs"/>.</summary>
    public long AfterUs { get; init; }

    /// <summary>It waits until all of this is so.</summary>
    public IReadOnlyList<ScenarioFact> When { get; init; } = [];

    /// <summary>When that has not come after so long, the step has failed; in microseconds.</summary>
    public long PatienceUs { get; init; } = UsualPatienceUs;

    /// <summary>What it does.</summary>
    public ScenarioAct? Act { get; init; }

    /// <summary>What it expects.</summary>
    public ScenarioExpectation? Expect { get; init; }
}
