using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>Each reference from one <c>.nfproj</c> to another names a project that is there, and its number.</summary>
internal static class ProjectReferenceCheck
{
    public static IEnumerable<Finding> Of(DeviceProjectFile project, IReadOnlyList<DeviceProjectFile> all)
    {
        foreach (XElement reference in project.ProjectReferences)
        {
            DeviceProjectFile? target = Target(project, reference, all);
            if (target is null)
            {
                yield return new Finding(project.File, reference.Line(), $"references {reference.Text("Include")}, which is not there");
                continue;
            }

            string guid = reference.Child("Project") ?? "";
            if (!string.Equals(guid, target.Guid, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Finding(
                    project.File, reference.Line(), $"references {target.Name} as {guid}, its ProjectGuid is {target.Guid}");
            }

            string name = reference.Child("Name") ?? "";
            if (name != target.Name)
            {
                yield return new Finding(project.File, reference.Line(), $"references {target.Name} with the name {name}");
            }
        }

        foreach (DeviceProjectFile other in all.Where(o => o != project && o.Guid == project.Guid))
        {
            yield return new Finding(project.File, project.Property("ProjectGuid").Line, $"has the ProjectGuid of {other.Name}");
        }
    }

    /// <summary>The project that a reference leads to, or null.</summary>
    public static DeviceProjectFile? Target(DeviceProjectFile from, XElement reference, IReadOnlyList<DeviceProjectFile> all)
    {
        string path = Path.GetFullPath(Path.Combine(from.Root, from.Folder, reference.Text("Include").Replace('\\', '/')));
        return all.FirstOrDefault(p => Path.GetFullPath(Path.Combine(p.Root, p.File)) == path);
    }
}
