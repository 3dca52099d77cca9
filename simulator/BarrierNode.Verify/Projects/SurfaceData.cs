namespace BarrierNode.Verify.Projects;

/// <summary>What the checks of projects need of <c>firmware/nanoframework-api</c>: types and references of an assembly.</summary>
internal sealed class SurfaceData(string root)
{
    private readonly Dictionary<string, string[]> _lines = [];

    /// <summary>True when there is a file for the assembly.</summary>
    public bool Knows(string assembly) => Lines(assembly).Length > 0;

    /// <summary>Names of the assemblies that an assembly references itself.</summary>
    public IEnumerable<string> ReferencesOf(string assembly) => Ids(assembly, "R:");

    /// <summary>Full names of the types of an assembly.</summary>
    public IEnumerable<string> TypesOf(string assembly) => Ids(assembly, "T:");

    private IEnumerable<string> Ids(string assembly, string kind) =>
        Lines(assembly).Where(l => l.StartsWith(kind, StringComparison.Ordinal)).Select(l => l[kind.Length..].Split('\t')[0]);

    private string[] Lines(string assembly)
    {
        if (!_lines.TryGetValue(assembly, out string[]? lines))
        {
            string file = Path.Combine(root, "firmware", "nanoframework-api", assembly + ".txt");
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
            _lines.Add(assembly, lines);
        }

        return lines;
    }
}
