using System.Xml.Linq;
using BarrierNode.Verify.Projects;

namespace BarrierNode.Verify.Device;

/// <summary>A project for the chip, as its <c>.nfproj</c> says it.</summary>
public sealed class DeviceProject
{
    private readonly string _root;
    private readonly XElement _project;

    private DeviceProject(string root, string file, XElement project)
    {
        _root = root;
        _project = project;
        File = file;
        AssemblyName = Single("AssemblyName").Value;
        IsProgram = Single("OutputType").Value == "Exe";
        Sources = [.. Items("Compile").Select(item => item with { Value = Below(item) })];
        Projects = [.. Items("ProjectReference").Select(item => item with { Value = Below(item) })];
        References = [.. Items("Reference").Select(item => item with { Value = item.Value.Split(',')[0].Trim() })];
        if (_project.All("AllowUnsafeBlocks").FirstOrDefault() is { } isUnsafe)
        {
            throw Fault(
                isUnsafe.Line(), "AllowUnsafeBlocks, expected a project without: fixed, stackalloc and function pointers fail on the chip");
        }
    }

    /// <summary>Path of the project below the repository's root, with <c>/</c>.</summary>
    public string File { get; }

    /// <summary>Name of the assembly that it builds.</summary>
    public string AssemblyName { get; }

    /// <summary>True for a program with an entry point, false for a library.</summary>
    public bool IsProgram { get; }

    /// <summary>Source files below the repository's root, with <c>/</c>, in the order of the project.</summary>
    public IReadOnlyList<ProjectItem> Sources { get; }

    /// <summary>Projects that it references, below the repository's root.</summary>
    public IReadOnlyList<ProjectItem> Projects { get; }

    /// <summary>Names of the chip's libraries that it references.</summary>
    public IReadOnlyList<ProjectItem> References { get; }

    /// <summary>Reads a project.</summary>
    /// <param name="root">Folder of the repository.</param>
    /// <param name="file">Path of the project below it.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="FindingException">It cannot be read or lacks what a project needs.</exception>
    public static DeviceProject Read(string root, string file)
    {
        string path = file.Replace('\\', '/');
        return new(root, path, XmlLines.Read(root, path));
    }

    private ProjectItem Single(string name)
    {
        ProjectItem[] found = [.. _project.All(name).Select(element => new ProjectItem(element.Value.Trim(), element.Line()))];
        return found.Length == 1
            ? found[0]
            : throw Fault(found.Length == 0 ? 1 : found[1].Line, $"{found.Length} elements {name}, expected one");
    }

    private IEnumerable<ProjectItem> Items(string name)
    {
        foreach (XElement element in _project.All(name))
        {
            if (element.Attribute("Include")?.Value is not { Length: > 0 } include || include.AsSpan().IndexOfAny("*?$;") >= 0)
            {
                throw Fault(element.Line(), $"{element.Attribute("Include")?.ToString() ?? name}, expected Include with one plain name");
            }

            yield return new(include, element.Line());
        }
    }

    /// <summary>An item's path, as seen from the repository's root.</summary>
    private string Below(ProjectItem item)
    {
        string folder = Path.GetDirectoryName(Path.Combine(_root, File))!;
        string path = Path.GetRelativePath(_root, Path.GetFullPath(Path.Combine(folder, item.Value.Replace('\\', '/')))).Replace('\\', '/');
        return path.StartsWith("..", StringComparison.Ordinal)
            ? throw Fault(item.Line, $"{item.Value}, expected a file of the repository")
            : path;
    }

    private FindingException Fault(int line, string what) => new(new(File, line, what));
}
