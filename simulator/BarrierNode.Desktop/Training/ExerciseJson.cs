using System.Text.Encodings.Web;
using System.Text.Json;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Training;

/// <summary>An exercise for programs: one JSON object a line, first the <c>exercise</c>, then each <c>entry</c> of the debrief, then the <c>score</c>.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="texts">The language; it has passed <see cref="ExerciseTexts.Need"/>.</param>
/// <param name="output">Where to.</param>
internal sealed class ExerciseJson(Exercise exercise, ExerciseTexts texts, TextWriter output) : IExerciseReport
{
    // Nothing of this is put into a page as it is; é may stay é.
    private static readonly JsonSerializerOptions s_format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Brief() => Line(new
    {
        Event = "exercise", exercise.Id, exercise.Site, texts.Language, Title = texts[$"{exercise.Id}.title"], Briefing = texts[$"{exercise.Id}.briefing"],
        Roles = exercise.Roles.Select(ExerciseRoles.Word), exercise.LastsUs, exercise.MaxPoints, exercise.PassPercent,
        Goals = exercise.Goals.Select(g => new { g.Id, g.Points, Text = texts[$"{exercise.Id}.goal.{g.Id}"] }),
        Mistakes = exercise.Mistakes.Select(m => new { m.Id, m.Minus, Text = texts[$"{exercise.Id}.mistake.{m.Id}"] }),
    });

    public void Debrief(ExerciseRun run)
    {
        DebriefWords words = new(exercise, texts);
        foreach (DebriefEntry entry in run.Debrief)
        {
            Line(new
            {
                Event = "entry", entry.AtUs, Kind = entry.Kind.ToString().ToLowerInvariant(), entry.Id,
                Role = entry.Kind == DebriefKind.Act ? ExerciseRoles.Word(entry.Role) : null, entry.Lane, entry.Detail, entry.Points,
                Text = words.What(entry), Lesson = words.Lesson(entry),
            });
        }

        Line(new { Event = "score", run.Points, exercise.MaxPoints, run.Passed, Hash = run.City.Hash.ToString() });
    }

    private void Line(object message) => output.WriteLine(JsonSerializer.Serialize(message, s_format));
}
