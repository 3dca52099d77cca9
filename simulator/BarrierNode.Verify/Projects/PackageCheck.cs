namespace BarrierNode.Verify.Projects;

/// <summary>
/// Each reference takes its file from a package that <c>packages.config</c> names, in the version that it names; no package is there for
/// nothing; and the versions are those of the documentation.
/// </summary>
internal static class PackageCheck
{
    private const string TargetFramework = "netnano1.0";

    public static IEnumerable<Finding> Of(DeviceProjectFile project, PackageTable documented)
    {
        HashSet<string> folders = [.. project.Packages.Select(p => p.Folder)];
        foreach (Named folder in project.PackageFolders.Where(f => !folders.Contains(f.Text)).Distinct())
        {
            yield return new Finding(
                project.File, folder.Line, $"takes a file from package {folder.Text}, which is not in packages.config");
        }

        foreach (DeviceReference reference in project.References.Where(r => r.PackageFolder is null || folders.Contains(r.PackageFolder)))
        {
            Package? package = project.Packages.FirstOrDefault(p => reference.HintPath == reference.PathIn(p));
            if (package is null)
            {
                yield return new Finding(
                    project.File,
                    reference.Line,
                    $"takes {reference.Assembly} from {reference.HintPath}, which is not its place in a package");
            }
            else if (reference.Assembly != DeviceReference.TestLauncher
                && !reference.Version.StartsWith(package.Version + ".", StringComparison.Ordinal))
            {
                yield return new Finding(
                    project.File, reference.Line, $"references {reference.Assembly} {reference.Version}, its package is {package.Version}");
            }
        }

        HashSet<string> used = [.. project.PackageFolders.Select(f => f.Text)];
        HashSet<string> seen = [];
        foreach (Package package in project.Packages)
        {
            if (!seen.Add(package.Id))
            {
                yield return new Finding(project.PackagesFile, package.Line, $"names {package.Id} twice");
            }
            else if (!used.Contains(package.Folder))
            {
                yield return new Finding(
                    project.PackagesFile, package.Line, $"names {package.Folder}, of which {project.Name}.nfproj takes nothing");
            }

            if (package.TargetFramework != TargetFramework)
            {
                yield return new Finding(
                    project.PackagesFile, package.Line, $"names {package.Id} for {package.TargetFramework}, it is {TargetFramework}");
            }

            string? said = documented.VersionOf(package.Id);
            if (said is null)
            {
                yield return new Finding(project.PackagesFile, package.Line, $"names {package.Id}, which is not in {PackageTable.File}");
            }
            else if (said != package.Version)
            {
                yield return new Finding(
                    project.PackagesFile, package.Line, $"names {package.Id} {package.Version}, {PackageTable.File} says {said}");
            }
        }
    }
}
