using BarrierNode.Desktop.Cli;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the window can open: what it was started with, the scenarios of a folder, and the exercises.</summary>
public sealed class SimLibrary
{
    private readonly Func<SimSession> _first;
    private readonly int? _seed;

    private SimLibrary(Func<SimSession> first, int? seed, string scenariosFolder, ExerciseShelf exercises)
    {
        _first = first;
        Exercises = exercises;
        _seed = seed;
        Scenarios = Directory.Exists(scenariosFolder)
            ? ScenarioFile.Find(scenariosFolder).ToDictionary(file => Path.GetRelativePath(scenariosFolder, file).Replace('\\', '/'))
            : [];
    }

    /// <summary>Scenario files by their path below the folder, in its order.</summary>
    public IReadOnlyDictionary<string, string> Scenarios { get; }

    /// <summary>The exercises.</summary>
    public ExerciseShelf Exercises { get; }

    /// <summary>Reads what the window starts with.</summary>
    /// <param name="files">One scenario, or one exercise, or sites; none for the promenade that comes with the program.</param>
    /// <param name="seed">The seed; null for that of the scenario or exercise, or 1.</param>
    /// <param name="scenariosFolder">Folder of the scenarios to choose from; it may be missing.</param>
    /// <param name="language">Language of the exercises.</param>
    /// <exception cref="SiteFileException">A site file has problems.</exception>
    /// <exception cref="ScenarioException">A scenario or an exercise has problems, or there is no such language.</exception>
    /// <exception cref="DeskException">There is a scenario or an exercise among several files.</exception>
    public static SimLibrary Open(IReadOnlyList<string> files, int? seed, string scenariosFolder, string language = SimTrainCommand.UsualLanguage)
    {
        ExerciseShelf exercises = new(language);
        if (files.FirstOrDefault(file => Is("scenario", file)) is { } scenarioFile)
        {
            Alone(scenarioFile, "a scenario", files);
            (Scenario scenario, SiteModel site) = Read(scenarioFile);
            return new SimLibrary(() => Of(scenario, site, seed), seed, scenariosFolder, exercises);
        }

        if (files.FirstOrDefault(file => Is("exercise", file)) is { } exerciseFile)
        {
            Alone(exerciseFile, "an exercise", files);
            return new SimLibrary(exercises.Read(exerciseFile, seed), seed, scenariosFolder, exercises);
        }

        SiteModel[] sites = [.. (files.Count == 0 ? [ProgramFiles.DefaultSite] : files).Select(f => SiteFile.Load(f, ProgramFiles.BoardsFolder))];
        return new SimLibrary(() => SimSession.Of(sites, new CityOptions(seed ?? 1)), seed, scenariosFolder, exercises);
    }

    /// <summary>What the window was started with, from its beginning.</summary>
    public SimSession First() => _first();

    /// <summary>A scenario of the folder, from its beginning.</summary>
    /// <param name="name">Its path below the folder, one of <see cref="Scenarios"/>.</param>
    /// <exception cref="DeskException">There is no such scenario, or it has problems.</exception>
    public SimSession Scenario(string name)
    {
        if (!Scenarios.TryGetValue(name, out string? file))
        {
            throw new DeskException($"There is no scenario \"{name}\".");
        }

        try
        {
            (Scenario scenario, SiteModel site) = Read(file);
            return Of(scenario, site, _seed);
        }
        catch (ScenarioException wrong)
        {
            throw new DeskException(wrong.Message);
        }
    }

    /// <summary>An exercise, before its beginning.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="language">Its language; empty for that which the window was started with.</param>
    /// <exception cref="DeskException">There is no such exercise or language, or a file has problems.</exception>
    public SimSession Exercise(string name, string language)
    {
        try
        {
            return Exercises.Session(name, language, _seed);
        }
        catch (ScenarioException wrong)
        {
            throw new DeskException(wrong.Message);
        }
    }

    private static void Alone(string file, string what, IReadOnlyList<string> files)
    {
        if (files.Count > 1)
        {
            throw new DeskException($"{file} is {what}, which brings its own site; open it alone.");
        }
    }

    private static SimSession Of(Scenario scenario, SiteModel site, int? seed)
    {
        ScenarioRun run = new(scenario, site, seed);
        return new SimSession(run.City, $"{site.City} / {site.Site}", run);
    }

    private static (Scenario Scenario, SiteModel Site) Read(string file) => ScenarioFile.Load(file, ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder);

    // A scenario and an exercise begin with their name; a site has none.
    private static bool Is(string what, string file) => File.ReadLines(file).Any(line => line.StartsWith(what + ":", StringComparison.Ordinal));
}
