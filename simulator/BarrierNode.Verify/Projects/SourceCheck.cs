namespace BarrierNode.Verify.Projects;

/// <summary>The <c>.nfproj</c> lists each source on disk, once, and nothing else.</summary>
internal static class SourceCheck
{
    public static IEnumerable<Finding> Of(DeviceProjectFile project)
    {
        HashSet<string> onDisk = [.. project.SourcesOnDisk];
        HashSet<string> listed = [];
        foreach (Named source in project.Sources)
        {
            if (!listed.Add(source.Text))
            {
                yield return new Finding(project.File, source.Line, $"lists {source.Text} twice");
            }
            else if (!onDisk.Contains(source.Text))
            {
                yield return new Finding(project.File, source.Line, $"lists {source.Text}, which is not on disk");
            }
        }

        int end = project.Sources.Count == 0 ? 1 : project.Sources[^1].Line;
        foreach (string source in project.SourcesOnDisk.Where(s => !listed.Contains(s)))
        {
            yield return new Finding(project.File, end, $"does not list {source}");
        }
    }
}
