namespace BarrierNode.Sim;

/// <summary>A line of the debrief: what happened, what was done, how the lane reacted, what was right and wrong.</summary>
/// <param name="AtUs">When, in microseconds of the exercise.</param>
/// <param name="Kind">What kind of line it is.</param>
/// <param name="Id">Name of the incident, position, event, goal or mistake; of an act its key and value.</param>
public sealed record DebriefEntry(long AtUs, DebriefKind Kind, string Id)
{
    /// <summary>Of an act: who.</summary>
    public ExerciseRole Role { get; init; }

    /// <summary>Of a position or an event: id of the lane, or empty.</summary>
    public string Lane { get; init; } = "";

    /// <summary>Of an event its further fields, of an act why it could not be done; or empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Of a goal what it gave, of a mistake what it cost, below 0.</summary>
    public int Points { get; init; }
}

/// <summary>The kinds of lines of a debrief.</summary>
public enum DebriefKind
{
    /// <summary>Something happened.</summary>
    Incident,

    /// <summary>Somebody did something.</summary>
    Act,

    /// <summary>A lane is somewhere else.</summary>
    Position,

    /// <summary>A node told an event.</summary>
    Event,

    /// <summary>A goal was reached.</summary>
    Reached,

    /// <summary>A goal was not reached in time.</summary>
    Missed,

    /// <summary>A mistake was made.</summary>
    Mistake,
}
