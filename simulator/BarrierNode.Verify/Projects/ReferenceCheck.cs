using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>
/// A <c>.nfproj</c> references the assemblies that its sources use, what those and the referenced projects need in turn, and no other:
/// the chip gets exactly what is referenced.
/// </summary>
internal static class ReferenceCheck
{
    private const string Core = "mscorlib";

    public static IEnumerable<Finding> Of(DeviceProjectFile project, IReadOnlyList<DeviceProjectFile> all, SurfaceData surface)
    {
        HashSet<string> needed = [Core, DeviceReference.TestLauncher];
        HashSet<string> referenced = [.. project.References.Select(r => r.Assembly)];
        foreach (XElement to in project.ProjectReferences)
        {
            DeviceProjectFile? target = ProjectReferenceCheck.Target(project, to, all);
            foreach (string assembly in target?.References.Select(r => r.Assembly) ?? [])
            {
                needed.Add(assembly);
                if (!referenced.Contains(assembly))
                {
                    yield return new Finding(project.File, to.Line(), $"does not reference {assembly}, which {target!.Name} needs");
                }
            }
        }

        SourceWords words = new(project);
        foreach (DeviceReference reference in project.References.Where(r => r.Assembly != DeviceReference.TestLauncher))
        {
            if (!surface.Knows(reference.Assembly))
            {
                yield return new Finding(
                    project.File, reference.Line, $"references {reference.Assembly}, of which firmware/nanoframework-api has no file");
            }

            if (surface.TypesOf(reference.Assembly).Any(words.Mention))
            {
                needed.Add(reference.Assembly);
            }

            foreach (string assembly in surface.ReferencesOf(reference.Assembly).Where(a => !referenced.Contains(a)))
            {
                yield return new Finding(project.File, reference.Line, $"does not reference {assembly}, which {reference.Assembly} needs");
            }
        }

        // What a needed assembly refers to is needed, until nothing is added.
        Queue<string> open = new(needed);
        while (open.TryDequeue(out string? assembly))
        {
            foreach (string next in surface.ReferencesOf(assembly).Where(needed.Add))
            {
                open.Enqueue(next);
            }
        }

        HashSet<string> seen = [];
        foreach (DeviceReference reference in project.References)
        {
            if (!seen.Add(reference.Assembly))
            {
                yield return new Finding(project.File, reference.Line, $"references {reference.Assembly} twice");
            }
            else if (!needed.Contains(reference.Assembly))
            {
                yield return new Finding(project.File, reference.Line, $"references {reference.Assembly}, which nothing needs");
            }
        }
    }
}
