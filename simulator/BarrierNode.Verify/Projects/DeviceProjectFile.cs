using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>
/// A <c>.nfproj</c> with what belongs to it: its <c>packages.config</c>, the <c>.csproj</c> beside it, the sources on disk.
/// </summary>
internal sealed class DeviceProjectFile
{
    private readonly XElement _project;

    /// <exception cref="FindingException">One of the files is missing or not well-formed.</exception>
    public DeviceProjectFile(string root, string file)
    {
        Root = root;
        File = file;
        Folder = file[..file.LastIndexOf('/')];
        Name = Path.GetFileNameWithoutExtension(file);
        _project = XmlLines.Read(root, file);
        DesktopFile = $"{Folder}/{Name}.csproj";
        Desktop = XmlLines.Read(root, DesktopFile);
        PackagesFile = $"{Folder}/packages.config";
        Packages = [.. XmlLines.Read(root, PackagesFile).All("package").Select(PackageOf)];
        Sources = [.. _project.All("Compile").Select(e => new Named(e.Text("Include").Replace('\\', '/'), e.Line()))];
        References = [.. _project.All("Reference").Select(DeviceReference.Of)];
        SourcesOnDisk = FindSources(Path.Combine(root, Folder));
    }

    public string Root { get; }

    /// <summary>Path of the <c>.nfproj</c> below the root.</summary>
    public string File { get; }

    public string Folder { get; }

    /// <summary>Name of the file without its ending.</summary>
    public string Name { get; }

    public string DesktopFile { get; }

    public XElement Desktop { get; }

    public string PackagesFile { get; }

    public IReadOnlyList<Package> Packages { get; }

    /// <summary>What the project compiles, below its folder, with <c>/</c> between folders.</summary>
    public IReadOnlyList<Named> Sources { get; }

    public IReadOnlyList<string> SourcesOnDisk { get; }

    public IReadOnlyList<DeviceReference> References { get; }

    public IEnumerable<XElement> ProjectReferences => _project.All("ProjectReference");

    /// <summary>Folders below <c>packages</c> that the project takes files from.</summary>
    public IEnumerable<Named> PackageFolders =>
        _project.All("Import").Select(e => new Named(e.Text("Project"), e.Line()))
            .Concat(References.Select(r => new Named(r.HintPath, r.Line)))
            .Where(path => path.Text.StartsWith(DeviceReference.PackagesPath, StringComparison.Ordinal))
            .Select(path => path with { Text = path.Text[DeviceReference.PackagesPath.Length..].Split('\\')[0] });

    /// <summary>The project's number in solutions, in upper case with braces.</summary>
    public string Guid => Property("ProjectGuid").Text.ToUpperInvariant();

    /// <summary>A property of the <c>.nfproj</c>; empty, line 1, when there is none.</summary>
    public Named Property(string name)
    {
        XElement? element = _project.All(name).FirstOrDefault();
        return element is null ? new Named("", 1) : new Named(element.Value.Trim(), element.Line());
    }

    /// <summary>Every <c>.nfproj</c> of the repository, below the root, in order.</summary>
    public static IReadOnlyList<string> FindAll(string root) =>
        [.. Find(root, "firmware", "*.nfproj").Concat(Find(root, "tests", "*.nfproj")).Order(StringComparer.Ordinal)];

    private static Package PackageOf(XElement element) =>
        new(element.Text("id"), element.Text("version"), element.Text("targetFramework"), element.Line());

    private static string[] FindSources(string folder) => [.. Find(folder, "", "*.cs").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string root, string below, string pattern)
    {
        string start = Path.Combine(root, below);
        return !Directory.Exists(start)
            ? []
            : Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"));
    }
}
