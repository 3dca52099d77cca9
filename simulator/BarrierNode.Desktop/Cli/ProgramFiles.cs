namespace BarrierNode.Desktop.Cli;

/// <summary>Files that come with the program, beside it.</summary>
public static class ProgramFiles
{
    /// <summary>Folder of the board files.</summary>
    public static string BoardsFolder { get; } = Path.Combine(AppContext.BaseDirectory, "boards");

    /// <summary>Folder of the sites that come with the program.</summary>
    public static string SitesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "sites");

    /// <summary>Folder of the exercises.</summary>
    public static string ExercisesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "exercises");

    /// <summary>Folder of the texts of the exercises, one file a language.</summary>
    public static string ExerciseTextsFolder { get; } = Path.Combine(ExercisesFolder, "texts");

    /// <summary>Folder of the scenarios.</summary>
    public static string ScenariosFolder { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Path of a site file that is named by its path, or as one that comes with the program.</summary>
    /// <param name="site">Its path or its name.</param>
    public static string SitePath(string site)
    {
        string named = Path.Combine(SitesFolder, $"{site}.yaml");
        return !File.Exists(site) && File.Exists(named) ? named : site;
    }

    /// <summary>The site that is run when none is named.</summary>
    public static string DefaultSite { get; } = Path.Combine(SitesFolder, "promenade.yaml");
}
