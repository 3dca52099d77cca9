using System.Globalization;

namespace BarrierNode.Sim;

/// <summary>The lines of a debrief in a language.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="texts">The language; it has passed <see cref="ExerciseTexts.Need"/>.</param>
public sealed class DebriefWords(Exercise exercise, ExerciseTexts texts)
{
    /// <summary>Time of a line: minutes, seconds, tenths.</summary>
    /// <param name="us">Microseconds of the exercise.</param>
    public static string Time(long us) =>
        string.Create(CultureInfo.InvariantCulture, $"{us / 60_000_000}:{us / 1_000_000 % 60:00}.{us / 100_000 % 10}");

    /// <summary>Who or what a line is about.</summary>
    /// <param name="entry">The line.</param>
    public string Who(DebriefEntry entry) => entry.Kind switch
    {
        DebriefKind.Incident => Common("incident"),
        DebriefKind.Act => Common($"role.{ExerciseRoles.Word(entry.Role)}"),
        DebriefKind.Position or DebriefKind.Event => entry.Lane.Length > 0 ? entry.Lane : Common("node"),
        DebriefKind.Reached => Common("right"),
        DebriefKind.Missed => Common("wrong"),
        _ => Common("mistake"),
    };

    /// <summary>What a line says.</summary>
    /// <param name="entry">The line.</param>
    public string What(DebriefEntry entry) => entry.Kind switch
    {
        DebriefKind.Incident => Own($"incident.{entry.Id}"),
        DebriefKind.Act => entry.Detail.Length == 0 ? entry.Id : $"{entry.Id} - {Common("notPossible")} ({entry.Detail})",
        DebriefKind.Position => Common($"position.{entry.Id}"),
        DebriefKind.Event => Common($"event.{entry.Id}") + (entry.Detail.Length == 0 ? "" : $" ({entry.Detail})"),
        DebriefKind.Mistake => Own($"mistake.{entry.Id}"),
        _ => Own($"goal.{entry.Id}"),
    };

    /// <summary>What is to be learned from a line, or null.</summary>
    /// <param name="entry">The line.</param>
    public string? Lesson(DebriefEntry entry) =>
        entry.Kind is DebriefKind.Missed or DebriefKind.Mistake ? Own($"lesson.{entry.Id}") : null;

    /// <summary>How an exercise ended.</summary>
    /// <param name="run">A run that is over.</param>
    public string Score(ExerciseRun run) => Common("score")
        .Replace("{result}", Common(run.Passed ? "passed" : "failed"), StringComparison.Ordinal)
        .Replace("{points}", run.Points.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{max}", exercise.MaxPoints.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{percent}", exercise.PassPercent.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string Own(string key) => texts[$"{exercise.Id}.{key}"];

    private string Common(string key) => texts[$"common.{key}"];
}
