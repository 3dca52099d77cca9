namespace BarrierNode.Verify.Projects;

/// <summary>
/// Checks that the two builds of the firmware are of the same thing: sources, names, packages and versions of each <c>.nfproj</c>, of the
/// <c>.csproj</c> beside it, of the solution and of the documentation agree.
/// </summary>
public static class ProjectCheck
{
    /// <summary>Runs the check.</summary>
    /// <param name="root">Folder of <c>BarrierNode.sln</c>.</param>
    /// <returns>
    /// What is wrong, by file and line; empty when all is well. A file that cannot be understood is the only finding: the others would
    /// follow from it.
    /// </returns>
    /// <exception cref="IOException">A file or folder cannot be read.</exception>
    public static IReadOnlyList<Finding> Run(string root)
    {
        try
        {
            return
            [
                .. Check(root)
                    .OrderBy(f => f.File, StringComparer.Ordinal)
                    .ThenBy(f => f.Line)
                    .ThenBy(f => f.What, StringComparer.Ordinal),
            ];
        }
        catch (FindingException e)
        {
            return [e.Finding];
        }
    }

    private static IEnumerable<Finding> Check(string root)
    {
        DeviceProjectFile[] projects = [.. DeviceProjectFile.FindAll(root).Select(file => new DeviceProjectFile(root, file))];
        PackageTable documented = new(root);
        SurfaceData surface = new(root);
        return projects
            .SelectMany(project => (Finding[])
            [
                .. SourceCheck.Of(project),
                .. PairCheck.Of(project),
                .. ProjectReferenceCheck.Of(project, projects),
                .. ReferenceCheck.Of(project, projects, surface),
                .. PackageCheck.Of(project, documented),
            ])
            .Concat(documented.NotIn(projects))
            .Concat(VersionCheck.Of(root, projects))
            .Concat(SolutionCheck.Of(root, projects));
    }
}
