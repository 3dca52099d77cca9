using System.CommandLine;
using BarrierNode.Desktop.Training;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim train</c>: the briefing of an exercise; or a run of it with the answers of a trainee, and the debrief.</summary>
internal static class SimTrainCommand
{
    /// <summary>Exit code when the exercise was not passed.</summary>
    public const int NotPassed = 1;

    /// <summary>The language when none is asked for.</summary>
    public const string UsualLanguage = "en";

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Argument<string> file = new("FILE") { Description = "The exercise." };
        Option<string?> language = new("--language") { Description = "Language of what is said: en, fr. Without it: en.", HelpName = "LANGUAGE" };
        Option<string?> answers = new("--answers") { Description = "What the trainee does. Without it the briefing is shown and nothing runs.", HelpName = "FILE" };
        Option<int?> seed = CommandLine.Seed("Seed of all chance. Without it that of the exercise.");
        Option<bool> json = new("--json") { Description = "Write one JSON object a line to standard output." };
        Command command = new("train", "Shows the briefing of an exercise, or runs it with the answers of a trainee and debriefs.") { file, language, answers, seed, json };
        command.SetAction(p => Execute(
            p.GetValue(file)!, p.GetValue(language) ?? UsualLanguage, p.GetValue(answers), p.GetValue(seed), p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(string file, string language, string? answersFile, int? seed, bool json, TextWriter output, TextWriter errors)
    {
        try
        {
            (Exercise exercise, SiteModel site) = ExerciseFile.Load(file, ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder);
            ExerciseTexts texts = ExerciseTexts.Load(ProgramFiles.ExerciseTextsFolder, language);
            texts.Need(exercise);
            IExerciseReport report = json ? new ExerciseJson(exercise, texts, output) : new ExerciseText(exercise, texts, output);
            report.Brief();
            if (answersFile is null)
            {
                return 0;
            }

            ExerciseRun run = new(exercise, site, seed);
            new ScriptedTrainee(run, ExerciseFile.LoadAnswers(answersFile, exercise, site)).Finish();
            report.Debrief(run);
            return run.Passed ? 0 : NotPassed;
        }
        catch (ScenarioException wrong)
        {
            errors.WriteLine(wrong.Message);
            return CommandLine.WrongInput;
        }
    }
}
