namespace BarrierNode.Verify.Projects;

/// <summary>
/// The solution lists both kinds of projects. The chip's are built in the configuration Device alone, where in turn the others are not: so
/// <c>dotnet build</c> passes them over, and Visual Studio and msbuild build them.
/// </summary>
internal static class SolutionCheck
{
    private const string DeviceType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";
    private const string DeviceConfiguration = "Device|Any CPU";

    public static IEnumerable<Finding> Of(string root, IReadOnlyList<DeviceProjectFile> deviceProjects)
    {
        SolutionFile solution = new(root);
        if (!solution.Configurations.Contains(DeviceConfiguration))
        {
            yield return new Finding(SolutionFile.Name, 1, $"has no configuration {DeviceConfiguration}");
        }

        foreach (DeviceProjectFile project in deviceProjects.Where(p => solution.Projects.All(listed => listed.Path != p.File)))
        {
            yield return new Finding(SolutionFile.Name, 1, $"does not list {project.File}");
        }

        HashSet<string> names = [];
        foreach (SolutionProject listed in solution.Projects)
        {
            if (!names.Add(listed.Name))
            {
                yield return new Finding(SolutionFile.Name, listed.Line, $"has two projects named {listed.Name}");
            }

            if (!File.Exists(Path.Combine(root, listed.Path)))
            {
                yield return new Finding(SolutionFile.Name, listed.Line, $"lists {listed.Path}, which is not there");
            }

            bool device = listed.Path.EndsWith(".nfproj", StringComparison.Ordinal);
            if (device != (listed.Type == DeviceType))
            {
                yield return new Finding(SolutionFile.Name, listed.Line, $"lists {listed.Path} as a project of type {listed.Type}");
            }

            DeviceProjectFile? project = deviceProjects.FirstOrDefault(p => p.File == listed.Path);
            if (project is not null && project.Guid != listed.Guid)
            {
                yield return new Finding(
                    SolutionFile.Name, listed.Line, $"lists {listed.Name} as {listed.Guid}, its ProjectGuid is {project.Guid}");
            }

            foreach (Finding finding in Settings(solution, listed, device))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Settings(SolutionFile solution, SolutionProject project, bool device)
    {
        ILookup<(string, string), SolutionSetting> settings =
            solution.Settings.Where(s => s.Guid == project.Guid).ToLookup(s => (s.Configuration, s.Kind));
        foreach (string configuration in solution.Configurations)
        {
            if (!settings.Contains((configuration, "ActiveCfg")))
            {
                yield return new Finding(SolutionFile.Name, project.Line, $"has no ActiveCfg of {project.Name} for {configuration}");
            }

            bool wanted = device == (configuration == DeviceConfiguration);
            if (wanted && !settings.Contains((configuration, "Build.0")))
            {
                yield return new Finding(SolutionFile.Name, project.Line, $"does not build {project.Name} for {configuration}");
            }

            IEnumerable<SolutionSetting> doing = settings[(configuration, "Build.0")].Concat(settings[(configuration, "Deploy.0")]);
            foreach (SolutionSetting setting in wanted ? [] : doing)
            {
                yield return new Finding(SolutionFile.Name, setting.Line, $"has {setting.Kind} of {project.Name} for {configuration}");
            }
        }
    }
}
