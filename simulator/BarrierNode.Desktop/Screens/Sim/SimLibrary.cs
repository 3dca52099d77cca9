using BarrierNode.Desktop.Cli;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>What the window can open: the sites or the scenario that it was started with, and the scenarios of a folder.</summary>
public sealed class SimLibrary
{
    private readonly Func<SimSession> _first;
    private readonly int? _seed;

    private SimLibrary(Func<SimSession> first, int? seed, string scenariosFolder)
    {
        _first = first;
        _seed = seed;
        Scenarios = Directory.Exists(scenariosFolder)
            ? ScenarioFile.Find(scenariosFolder).ToDictionary(file => Path.GetRelativePath(scenariosFolder, file).Replace('\\', '/'))
            : [];
    }

    /// <summary>Scenario files by their path below the folder, in its order.</summary>
    public IReadOnlyDictionary<string, string> Scenarios { get; }

    /// <summary>Reads what the window starts with.</summary>
    /// <param name="files">One scenario, or sites; none for the promenade that comes with the program.</param>
    /// <param name="seed">The seed; null for that of the scenario, or 1.</param>
    /// <param name="scenariosFolder">Folder of the scenarios to choose from; it may be missing.</param>
    /// <exception cref="SiteFileException">A site file has problems.</exception>
    /// <exception cref="ScenarioException">A scenario has problems.</exception>
    /// <exception cref="DeskException">There is a scenario among several files.</exception>
    public static SimLibrary Open(IReadOnlyList<string> files, int? seed, string scenariosFolder)
    {
        if (files.FirstOrDefault(IsScenario) is { } file)
        {
            if (files.Count > 1)
            {
                throw new DeskException($"{file} is a scenario, which brings its own site; open it alone.");
            }

            (Scenario scenario, SiteModel site) = Read(file);
            return new SimLibrary(() => Of(scenario, site, seed), seed, scenariosFolder);
        }

        SiteModel[] sites = [.. (files.Count == 0 ? [ProgramFiles.DefaultSite] : files).Select(f => SiteFile.Load(f, ProgramFiles.BoardsFolder))];
        return new SimLibrary(() => SimSession.Of(sites, new CityOptions(seed ?? 1)), seed, scenariosFolder);
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

    private static SimSession Of(Scenario scenario, SiteModel site, int? seed)
    {
        ScenarioRun run = new(scenario, site, seed);
        return new SimSession(run.City, $"{site.City} / {site.Site}", run);
    }

    private static (Scenario Scenario, SiteModel Site) Read(string file) => ScenarioFile.Load(file, ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder);

    // A scenario begins with its name; a site has none.
    private static bool IsScenario(string file) => File.ReadLines(file).Any(line => line.StartsWith("scenario:", StringComparison.Ordinal));
}
