using BarrierNode.Sim;

namespace BarrierNode.Desktop.Training;

/// <summary>An exercise as text for people.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="texts">The language; it has passed <see cref="ExerciseTexts.Need"/>.</param>
/// <param name="output">Where to.</param>
internal sealed class ExerciseText(Exercise exercise, ExerciseTexts texts, TextWriter output) : IExerciseReport
{
    private readonly DebriefWords _words = new(exercise, texts);

    public void Brief()
    {
        output.WriteLine($"{Own("title")} ({exercise.Id}, {exercise.Site}, {DebriefWords.Time(exercise.LastsUs)})");
        Head("briefing");
        output.WriteLine($"  {Own("briefing")}");
        Head("roles");
        foreach (string role in exercise.Roles.Select(ExerciseRoles.Word))
        {
            output.WriteLine($"  {Common($"role.{role}"),-11} {Own($"role.{role}")}");
        }

        Head("goals");
        foreach (ExerciseGoal goal in exercise.Goals)
        {
            output.WriteLine($"  {goal.Points,4}  {Own($"goal.{goal.Id}")}");
        }

        Head("mistakes");
        foreach (ExerciseMistake mistake in exercise.Mistakes)
        {
            output.WriteLine($"  {-mistake.Minus,4}  {Own($"mistake.{mistake.Id}")}");
        }
    }

    public void Debrief(ExerciseRun run)
    {
        Head("debrief");
        foreach (DebriefEntry entry in run.Debrief)
        {
            string points = entry.Kind is DebriefKind.Reached or DebriefKind.Missed or DebriefKind.Mistake ? $"{entry.Points:+0;-0;0}" : "";
            output.WriteLine($"  {DebriefWords.Time(entry.AtUs),7}  {_words.Who(entry),-11} {points,4}  {_words.What(entry)}");
            if (_words.Lesson(entry) is { } lesson)
            {
                output.WriteLine($"{new string(' ', 27)}{lesson}");
            }
        }

        output.WriteLine();
        output.WriteLine(_words.Score(run));
    }

    private void Head(string key)
    {
        output.WriteLine();
        output.WriteLine(Common(key));
    }

    private string Own(string key) => texts[$"{exercise.Id}.{key}"];

    private string Common(string key) => texts[$"common.{key}"];
}
