using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Projects;

/// <summary>The packages and versions that the documentation names.</summary>
internal sealed partial class PackageTable
{
    /// <summary>The page with the table, below the root.</summary>
    public const string File = "docs/packages.md";

    private readonly Dictionary<string, (string Version, int Line)> _rows = [];

    /// <summary>Reads the page.</summary>
    /// <exception cref="FindingException">There is none, or it has a package twice.</exception>
    public PackageTable(string root)
    {
        string path = Path.Combine(root, File);
        if (!System.IO.File.Exists(path))
        {
            throw new FindingException(new Finding(File, 1, "is missing"));
        }

        int line = 0;
        foreach (string text in System.IO.File.ReadLines(path))
        {
            line++;
            Match row = Row().Match(text);
            if (row.Success && !_rows.TryAdd(row.Groups[1].Value, (row.Groups[2].Value, line)))
            {
                throw new FindingException(new Finding(File, line, $"has {row.Groups[1].Value} twice"));
            }
        }
    }

    /// <summary>Version of a package, or null when the page does not name it.</summary>
    public string? VersionOf(string id) => _rows.TryGetValue(id, out (string Version, int Line) row) ? row.Version : null;

    /// <summary>Finds what the page names and no project uses.</summary>
    public IEnumerable<Finding> NotIn(IReadOnlyList<DeviceProjectFile> projects)
    {
        HashSet<string> used = [.. projects.SelectMany(p => p.Packages).Select(p => p.Id)];
        return _rows.Where(r => !used.Contains(r.Key)).Select(r => new Finding(File, r.Value.Line, $"has {r.Key}, which no project uses"));
    }

    [GeneratedRegex(@"^\| `(nanoFramework\.[\w.]+)` \| ([\w.-]+) \|")]
    private static partial Regex Row();
}
