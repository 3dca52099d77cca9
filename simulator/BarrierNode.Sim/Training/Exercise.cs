using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>
/// An exercise for people who work with a site: something happens, they act, and what they did is judged. What is said to them is in
/// <see cref="ExerciseTexts"/>, in their language. docs/training.md tells the keys.
/// </summary>
/// <param name="Id">Its name in texts and files: 1 to 32 of a-z, 0-9, hyphen.</param>
/// <param name="Site">Name of a site that comes with the program.</param>
/// <param name="LastsUs">It ends after this time, in microseconds.</param>
public sealed record Exercise(string Id, string Site, long LastsUs)
{
    /// <summary>Path of its file, or empty.</summary>
    public string File { get; init; } = "";

    /// <summary>Seed of all chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the barriers stand at the beginning.</summary>
    public StreetStart Barriers { get; init; } = StreetStart.BarriersUp;

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<ExerciseRole> Roles { get; init; } = [];

    /// <summary>It is passed with so many percent of all points.</summary>
    public int PassPercent { get; init; } = 70;

    /// <summary>What happens.</summary>
    public IReadOnlyList<ExerciseIncident> Incidents { get; init; } = [];

    /// <summary>What gives points.</summary>
    public IReadOnlyList<ExerciseGoal> Goals { get; init; } = [];

    /// <summary>What costs points.</summary>
    public IReadOnlyList<ExerciseMistake> Mistakes { get; init; } = [];

    /// <summary>All points that there are.</summary>
    public int MaxPoints => Goals.Sum(g => g.Points);
}

/// <summary>Something that happens in an exercise.</summary>
/// <param name="Id">Its name in texts; empty for what the trainer brings about without a word.</param>
public sealed record ExerciseIncident(string Id)
{
    /// <summary>Not before this time, in microseconds.</summary>
    public long AtUs { get; init; }

    /// <summary>Not before all of this is so.</summary>
    public IReadOnlyList<ScenarioFact> When { get; init; } = [];

    /// <summary>So long after both, in microseconds.</summary>
    public long DelayUs { get; init; }

    /// <summary>What is done; null when people only hear of it.</summary>
    public ScenarioAct? Act { get; init; }
}

/// <summary>Something to be reached in an exercise.</summary>
/// <param name="Id">Its name in texts.</param>
/// <param name="Points">What it gives.</param>
/// <param name="Expect">What must be so, all of it at one moment.</param>
public sealed record ExerciseGoal(string Id, int Points, IReadOnlyList<ScenarioFact> Expect)
{
    /// <summary>Its time begins with this incident; null: with the exercise.</summary>
    public string? After { get; init; }

    /// <summary>It is reached within this time, in microseconds; null: it is so at the end of the exercise.</summary>
    public long? WithinUs { get; init; }
}

/// <summary>Something to be avoided in an exercise. It counts once.</summary>
/// <param name="Id">Its name in texts.</param>
/// <param name="Minus">What it costs.</param>
/// <param name="Is">What must not be so, all of it at one moment.</param>
public sealed record ExerciseMistake(string Id, int Minus, IReadOnlyList<ScenarioFact> Is)
{
    /// <summary>It counts from this incident on; null: from the beginning.</summary>
    public string? After { get; init; }

    /// <summary>It counts up to this incident; null: to the end.</summary>
    public string? Until { get; init; }
}
