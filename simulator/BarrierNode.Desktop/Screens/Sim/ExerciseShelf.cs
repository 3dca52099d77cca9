using BarrierNode.Desktop.Cli;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The exercises that come with the program, and their languages.</summary>
public sealed class ExerciseShelf
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Looks what there is.</summary>
    /// <param name="language">The language that is offered first.</param>
    /// <exception cref="ScenarioException">There is no such language.</exception>
    public ExerciseShelf(string language)
    {
        Texts = ExerciseTexts.Load(ProgramFiles.ExerciseTextsFolder, language);
        foreach (string file in Directory.EnumerateFiles(ProgramFiles.ExercisesFolder, "*.yaml"))
        {
            _files.Add(Path.GetFileNameWithoutExtension(file), file);
        }
    }

    /// <summary>The language that is offered first.</summary>
    public ExerciseTexts Texts { get; }

    /// <summary>Names of the exercises, in the order of the alphabet.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>The languages with their own names.</summary>
    public IReadOnlyList<(string Language, string Name)> Languages { get; } =
    [
        .. ExerciseTexts.Languages(ProgramFiles.ExerciseTextsFolder)
            .Select(language => (language, ExerciseTexts.Load(ProgramFiles.ExerciseTextsFolder, language)["common.language"])),
    ];

    /// <summary>One of these exercises, before its beginning.</summary>
    /// <param name="name">Its name, one of <see cref="Names"/>.</param>
    /// <param name="language">One of <see cref="Languages"/>; empty for the first.</param>
    /// <param name="seed">Another seed than its own, or null.</param>
    /// <exception cref="DeskException">There is no such exercise.</exception>
    /// <exception cref="ScenarioException">There is no such language, or a file has problems.</exception>
    public SimSession Session(string name, string language, int? seed)
    {
        if (!_files.TryGetValue(name, out string? file))
        {
            throw new DeskException($"There is no exercise \"{name}\".");
        }

        ExerciseTexts texts = language.Length == 0 ? Texts : ExerciseTexts.Load(ProgramFiles.ExerciseTextsFolder, language);
        return Read(file, texts, seed, $"exercise={name}&language={texts.Language}")();
    }

    /// <summary>Reads any exercise.</summary>
    /// <param name="file">Path of its file.</param>
    /// <param name="seed">Another seed than its own, or null.</param>
    /// <returns>Makes a session of it, before its beginning.</returns>
    /// <exception cref="ScenarioException">The file has problems, or texts are missing.</exception>
    public Func<SimSession> Read(string file, int? seed) => Read(file, Texts, seed, "");

    private static Func<SimSession> Read(string file, ExerciseTexts texts, int? seed, string open)
    {
        (Exercise exercise, SiteModel site) = ExerciseFile.Load(file, ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder);
        texts.Need(exercise);
        return () => new SimSession(new Drill(new ExerciseRun(exercise, site, seed), texts, open));
    }
}
