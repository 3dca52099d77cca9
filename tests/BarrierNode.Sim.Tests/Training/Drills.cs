using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.Training;

/// <summary>The exercises of the repository, and runs of them.</summary>
internal static class Drills
{
    public static string Folder { get; } = Repository.File("simulator/exercises");

    public static string TextsFolder { get; } = Path.Combine(Folder, "texts");

    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static (Exercise Exercise, SiteModel Site) Load(string id) => LoadFile(Path.Combine(Folder, id + ".yaml"));

    public static (Exercise Exercise, SiteModel Site) LoadFile(string path) =>
        ExerciseFile.Load(path, Repository.File("simulator/sites"), Repository.File("hardware/boards"));

    public static ExerciseAnswers Answers(Exercise exercise, SiteModel site) =>
        ExerciseFile.LoadAnswers(Path.Combine(Folder, "answers", exercise.Id + ".yaml"), exercise, site);

    public static ExerciseTexts Texts(string language) => ExerciseTexts.Load(TextsFolder, language);

    public static ExerciseRun Run(string id, Func<Exercise, SiteModel, ExerciseAnswers> answers, int? seed = null)
    {
        (Exercise exercise, SiteModel site) = Load(id);
        ExerciseRun run = new(exercise, site, seed);
        new ScriptedTrainee(run, answers(exercise, site)).Finish();
        return run;
    }

    public static ExerciseRun RunText(string id, string answers)
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["answers.yaml"], answers);
        return Run(id, (exercise, site) => ExerciseFile.LoadAnswers(folder["answers.yaml"], exercise, site));
    }

    /// <summary>The debrief, for a test that fails.</summary>
    public static string Text(ExerciseRun run) => $"{run.Points} of {run.Exercise.MaxPoints}\n" + string.Join('\n', run.Debrief);
}
