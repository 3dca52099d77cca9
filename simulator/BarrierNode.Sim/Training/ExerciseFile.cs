using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Reads exercises and answers, and checks everything in them; docs/training.md tells their keys.</summary>
public static class ExerciseFile
{
    /// <summary>Reads an exercise and its site.</summary>
    /// <param name="path">Path of the file; problems name it as given here.</param>
    /// <param name="sitesFolder">Folder of the sites.</param>
    /// <param name="boardsFolder">Folder of the board files.</param>
    /// <exception cref="ScenarioException">The exercise or its site has problems; it carries all that were found.</exception>
    public static (Exercise Exercise, SiteModel Site) Load(string path, string sitesFolder, string boardsFolder) =>
        Checked(() => new ExerciseReader(path, sitesFolder, boardsFolder).Read());

    /// <summary>Reads the answers of a trainee.</summary>
    /// <param name="path">Path of the file; problems name it as given here.</param>
    /// <param name="exercise">The exercise that they are for.</param>
    /// <param name="site">Its site.</param>
    /// <exception cref="ScenarioException">They have problems; it carries all that were found.</exception>
    public static ExerciseAnswers LoadAnswers(string path, Exercise exercise, SiteModel site) =>
        Checked(() => new AnswersReader(path, exercise, site).Read());

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SiteFileException wrong)
        {
            throw new ScenarioException(wrong.Problems);
        }
    }
}
