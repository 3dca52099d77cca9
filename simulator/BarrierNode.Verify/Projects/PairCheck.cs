using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>
/// The <c>.csproj</c> of a folder makes the same assembly of the same sources as the <c>.nfproj</c>. It compiles what is in its folder;
/// besides that only NanoHost, which stands in for the chip's libraries.
/// </summary>
internal static class PairCheck
{
    private const string StandIn = "simulator/BarrierNode.NanoHost/";

    public static IEnumerable<Finding> Of(DeviceProjectFile project)
    {
        foreach (string name in (string[])["AssemblyName", "RootNamespace"])
        {
            string desktop = project.Desktop.All(name).FirstOrDefault()?.Value.Trim() ?? project.Name;
            Named device = project.Property(name);
            if (device.Text != desktop)
            {
                yield return new Finding(project.File, device.Line, $"{name} is {device.Text}, in {project.Name}.csproj it is {desktop}");
            }
        }

        foreach (XElement compile in project.Desktop.All("Compile"))
        {
            string added = PathOf(project, compile.Text("Include"));
            if (added.Length > 0 && !added.StartsWith(StandIn, StringComparison.Ordinal))
            {
                yield return new Finding(project.DesktopFile, compile.Line(), $"compiles {added}, which the chip's build does not");
            }

            string removed = PathOf(project, compile.Text("Remove"));
            if (removed.StartsWith(project.Folder + "/", StringComparison.Ordinal))
            {
                yield return new Finding(project.DesktopFile, compile.Line(), $"leaves out {removed}, which the chip's build compiles");
            }
        }

        foreach (XElement property in project.Desktop.All("EnableDefaultCompileItems"))
        {
            yield return new Finding(project.DesktopFile, property.Line(), "chooses its sources itself: EnableDefaultCompileItems");
        }
    }

    private static string PathOf(DeviceProjectFile project, string pattern)
    {
        if (pattern.Length == 0)
        {
            return "";
        }

        string path = Path.GetFullPath(Path.Combine(project.Root, project.Folder, pattern.Replace('\\', '/')));
        return Path.GetRelativePath(project.Root, path).Replace('\\', '/');
    }
}
