using BarrierNode.Verify.Projects;

namespace BarrierNode.Verify.Tests.Projects;

/// <summary>A copy of what the project check reads, to plant faults in.</summary>
internal sealed class ProjectsCopy : IDisposable
{
    private static readonly string[] Whole = ["firmware", "tests/BarrierNode.Firmware.Tests"];
    private static readonly string[] Single = ["BarrierNode.sln", "Directory.Build.props", "docs/packages.md"];

    private readonly TestFolder _folder = new();

    public ProjectsCopy()
    {
        IEnumerable<string> others = new[] { "simulator", "tests" }.SelectMany(folder => Files(folder, "*.csproj"));
        foreach (string file in Whole.SelectMany(folder => Files(folder, "*")).Concat(others).Concat(Single).Distinct())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.Copy(Repository.File(file), _folder[file]);
        }
    }

    public string Root => _folder.Path;

    /// <summary>Replaces a text that a file has once.</summary>
    /// <returns>The line in which it was.</returns>
    public int Replace(string file, string old, string with)
    {
        string text = File.ReadAllText(_folder[file]);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, $"{file} has no {old}");
        Assert.AreEqual(at, text.LastIndexOf(old, StringComparison.Ordinal), $"{file} has it twice: {old}");
        File.WriteAllText(_folder[file], text.Replace(old, with, StringComparison.Ordinal));
        return 1 + text[..at].Count(c => c == '\n');
    }

    /// <summary>Takes out the lines that contain a text.</summary>
    public void RemoveLines(string file, string containing)
    {
        string[] lines = File.ReadAllLines(_folder[file]);
        string[] kept = [.. lines.Where(l => !l.Contains(containing, StringComparison.Ordinal))];
        Assert.IsLessThan(lines.Length, kept.Length, $"{file} has no {containing}");
        File.WriteAllLines(_folder[file], kept);
    }

    /// <summary>The last line that contains a text.</summary>
    public int LineOf(string file, string text)
    {
        int line = 1 + Array.FindLastIndex(File.ReadAllLines(_folder[file]), l => l.Contains(text, StringComparison.Ordinal));
        Assert.AreNotEqual(0, line, $"{file} has no {text}");
        return line;
    }

    /// <summary>Text of a line.</summary>
    public string LineAt(string file, int line) => File.ReadAllLines(_folder[file])[line - 1];

    /// <summary>Name and version of a package, as its folder is named.</summary>
    public string PackageFolder(string id, string packages = "firmware/BarrierNode.Node/packages.config") =>
        id + "." + LineAt(packages, LineOf(packages, $"\"{id}\"")).Split('"')[3];

    /// <summary>Takes a reference out of a project.</summary>
    public void RemoveReference(string project, string assembly)
    {
        List<string> lines = [.. File.ReadAllLines(_folder[project])];
        int start = lines.FindIndex(l => l.Contains($"<Reference Include=\"{assembly},", StringComparison.Ordinal));
        Assert.IsGreaterThanOrEqualTo(0, start);
        int end = lines.FindIndex(start, l => l.Contains("</Reference>", StringComparison.Ordinal));
        lines.RemoveRange(start, end - start + 1);
        File.WriteAllLines(_folder[project], lines);
    }

    /// <summary>Runs the check and expects exactly these findings, in order.</summary>
    public void Expect(params (string File, int Line, string What)[] expected)
    {
        IReadOnlyList<Finding> found = ProjectCheck.Run(Root);
        Finding[] wanted = [.. expected.Select(e => new Finding(e.File, e.Line, e.What))];
        CollectionAssert.AreEqual(wanted, found.ToArray(), $"Found:\n{string.Join('\n', found)}");
    }

    public void Write(string file, string text) => File.WriteAllText(_folder[file], text);

    public void Delete(string file) => File.Delete(_folder[file]);

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.File(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "TestResults"));
}
