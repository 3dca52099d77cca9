using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Projects;

/// <summary>A project that the solution lists.</summary>
/// <param name="Type">Number of the kind of project.</param>
/// <param name="Name">Name in the solution.</param>
/// <param name="Path">Path below the root, with <c>/</c> between folders.</param>
/// <param name="Guid">Number of the project, in upper case.</param>
/// <param name="Line">Line in the solution.</param>
internal sealed record SolutionProject(string Type, string Name, string Path, string Guid, int Line);

/// <summary>What the solution does with a project in one of its configurations.</summary>
/// <param name="Guid">Number of the project, in upper case.</param>
/// <param name="Configuration">Configuration and platform of the solution.</param>
/// <param name="Kind"><c>ActiveCfg</c>, <c>Build.0</c> or <c>Deploy.0</c>.</param>
/// <param name="Line">Line in the solution.</param>
internal sealed record SolutionSetting(string Guid, string Configuration, string Kind, int Line);

/// <summary>The solution.</summary>
internal sealed partial class SolutionFile
{
    /// <summary>Its path below the root.</summary>
    public const string Name = "BarrierNode.sln";

    private const string FolderType = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    public SolutionFile(string root)
    {
        string path = Path.Combine(root, Name);
        if (!File.Exists(path))
        {
            throw new FindingException(new Finding(Name, 1, "is missing"));
        }

        List<SolutionProject> projects = [];
        List<string> configurations = [];
        List<SolutionSetting> settings = [];
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            if (ProjectLine().Match(text) is { Success: true } project && project.Groups[1].Value != FolderType)
            {
                string type = project.Groups[1].Value.ToUpperInvariant();
                string file = project.Groups[3].Value.Replace('\\', '/');
                projects.Add(new SolutionProject(type, project.Groups[2].Value, file, project.Groups[4].Value.ToUpperInvariant(), line));
            }
            else if (ConfigurationLine().Match(text) is { Success: true } configuration)
            {
                configurations.Add(configuration.Groups[1].Value);
            }
            else if (SettingLine().Match(text) is { Success: true } setting)
            {
                settings.Add(new SolutionSetting(
                    setting.Groups[1].Value.ToUpperInvariant(), setting.Groups[2].Value, setting.Groups[3].Value, line));
            }
        }

        Projects = projects;
        Configurations = configurations;
        Settings = settings;
    }

    /// <summary>Its projects, without its folders.</summary>
    public IReadOnlyList<SolutionProject> Projects { get; }

    public IReadOnlyList<string> Configurations { get; }

    public IReadOnlyList<SolutionSetting> Settings { get; }

    [GeneratedRegex("""^Project\("(.+?)"\) = "(.+?)", "(.+?)", "(.+?)"$""")]
    private static partial Regex ProjectLine();

    [GeneratedRegex(@"^\t\t([^{].*\|.*) = \1$")]
    private static partial Regex ConfigurationLine();

    [GeneratedRegex(@"^\t\t(\{.+?\})\.(.+\|.+?)\.(ActiveCfg|Build\.0|Deploy\.0) = ")]
    private static partial Regex SettingLine();
}
