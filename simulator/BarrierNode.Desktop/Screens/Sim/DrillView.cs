using BarrierNode.Sim;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>An exercise at one moment, as its trainees may see it; nothing in it changes afterwards.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Texts">The language.</param>
/// <param name="Open">Fields of the button that opens the same exercise once more.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="NowUs">Its time in microseconds.</param>
/// <param name="Points">The points so far.</param>
/// <param name="Goals">The goals.</param>
/// <param name="News">The incidents so far, the newest first.</param>
/// <param name="Debrief">Everything in its order, once it is over; before, nothing.</param>
/// <param name="Passed">It is over, with enough points.</param>
public sealed record DrillView(
    Exercise Exercise, ExerciseTexts Texts, string Open, DrillStage Stage, long NowUs, int Points, IReadOnlyList<GoalView> Goals, IReadOnlyList<DebriefEntry> News,
    IReadOnlyList<DebriefEntry> Debrief, bool Passed)
{
    /// <summary>The lines of the debrief in words.</summary>
    public DebriefWords Words { get; } = new(Exercise, Texts);

    /// <summary>How it ended, in words; empty before.</summary>
    public string Score { get; private init; } = "";

    /// <summary>A text of the exercise.</summary>
    /// <param name="key">Its name after that of the exercise.</param>
    public string Own(string key) => Texts[$"{Exercise.Id}.{key}"];

    /// <summary>A text of all exercises, with the numbers of this one in it.</summary>
    /// <param name="key">Its name after <c>common</c>.</param>
    public string Common(string key) => Texts[$"common.{key}"]
        .Replace("{time}", Clock(Exercise.LastsUs), StringComparison.Ordinal)
        .Replace("{points}", $"{Points}", StringComparison.Ordinal)
        .Replace("{max}", $"{Exercise.MaxPoints}", StringComparison.Ordinal)
        .Replace("{percent}", $"{Exercise.PassPercent}", StringComparison.Ordinal);

    /// <summary>A time as minutes and whole seconds.</summary>
    /// <param name="us">Microseconds of the exercise.</param>
    public static string Clock(long us) => $"{us / 60_000_000}:{us / 1_000_000 % 60:00}";

    /// <summary>Somebody in the exercise may do such things.</summary>
    /// <param name="act">For instance one of them.</param>
    public bool May(ScenarioAct act) => Exercise.Roles.Any(r => ExerciseRoles.May(r, act));

    internal static DrillView Of(Drill drill)
    {
        ExerciseRun run = drill.Run;
        DebriefEntry[] incidents = [.. run.Debrief.Where(e => e.Kind == DebriefKind.Incident).Reverse()];
        DrillStage stage = run.IsOver ? DrillStage.Over : drill.Begun ? DrillStage.Running : DrillStage.Briefing;
        DrillView view = new(
            run.Exercise, drill.Texts, drill.Open, stage, run.NowUs, run.Points, [.. run.Goals.Select(g => new GoalView(g.Goal, g.State, Shows(g.Goal, run, incidents)))],
            stage == DrillStage.Briefing ? [] : incidents, run.IsOver ? [.. run.Debrief] : [], run.Passed);
        return run.IsOver ? view with { Score = view.Words.Score(run) } : view;
    }

    // The words of a goal would tell what is going to happen: they wait for it.
    private static bool Shows(ExerciseGoal goal, ExerciseRun run, DebriefEntry[] incidents)
    {
        if (goal.After is { } after)
        {
            return incidents.Any(e => e.Id == after);
        }

        return goal.WithinUs is not null || run.IsOver || run.Exercise.Incidents.All(i => i.Id.Length == 0 || incidents.Any(e => e.Id == i.Id));
    }
}

/// <summary>How far an exercise is.</summary>
public enum DrillStage
{
    /// <summary>The trainees read what it is about.</summary>
    Briefing,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>A goal at one moment.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="State">How it stands.</param>
/// <param name="Shows">Its words may be read: they give nothing away any more.</param>
public sealed record GoalView(ExerciseGoal Goal, StepState State, bool Shows);
