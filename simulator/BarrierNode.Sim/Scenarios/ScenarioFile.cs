using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Reads a scenario file and checks everything in it; docs/scenarios.md tells its keys.</summary>
public static class ScenarioFile
{
    /// <summary>How the name of a scenario file ends.</summary>
    public const string Extension = ".yaml";

    /// <summary>Reads a scenario and its site.</summary>
    /// <param name="path">Path of the file; problems name it as given here.</param>
    /// <param name="sitesFolder">Folder of the sites that a scenario names without a path.</param>
    /// <param name="boardsFolder">Folder of the board files.</param>
    /// <returns>The scenario and its site; every check passed.</returns>
    /// <exception cref="ScenarioException">The scenario, or the site that it names, has problems; it carries all that were found.</exception>
    public static (Scenario Scenario, SiteModel Site) Load(string path, string sitesFolder, string boardsFolder)
    {
        try
        {
            return new ScenarioReader(path, TextFile.Text(path, TextFile.Bytes(path)), sitesFolder, boardsFolder).Read();
        }
        catch (SiteFileException wrong)
        {
            throw new ScenarioException(wrong.Problems);
        }
    }

    /// <summary>The scenario files of a folder and the folders below it, in the order of their paths; or the one file.</summary>
    /// <param name="path">Path of a folder or a file.</param>
    public static IReadOnlyList<string> Find(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*" + Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [path];
}
