using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Tests;

/// <summary>A copy of some of the repository's device projects, to plant faults in.</summary>
internal sealed class FirmwareCopy : IDisposable
{
    private readonly TestFolder _folder = new();

    /// <summary>Copies projects with their sources.</summary>
    /// <param name="projects">Folders of the projects.</param>
    /// <param name="libraries">Assemblies to copy the surface data of.</param>
    public FirmwareCopy(string[] projects, params string[] libraries)
    {
        Directory.CreateDirectory(this[ChipLibraries.Folder]);
        foreach (string library in libraries)
        {
            string file = $"{ChipLibraries.Folder}/{library}.txt";
            File.Copy(Repository.File(file), this[file]);
        }

        foreach (string project in projects)
        {
            string file = Path.GetRelativePath(Repository.Root, Directory.GetFiles(Repository.File(project), "*.nfproj").Single());
            foreach (string copied in DeviceProject.Read(Repository.Root, file).Sources.Select(source => source.Value).Prepend(file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(this[copied])!);
                File.Copy(Repository.File(copied), this[copied]);
            }
        }
    }

    /// <summary>The interlock alone.</summary>
    public static FirmwareCopy Interlock() => new(["firmware/BarrierNode.Interlock"], "mscorlib");

    public string Root => _folder.Path;

    public string this[string file] => _folder[file];

    /// <summary>Adds a source to a project.</summary>
    public void Plant(string project, string name, string source)
    {
        File.WriteAllText(this[$"{project}/{name}"], source);
        Change(project, "<Compile Include=", $"<Compile Include=\"{name}\" />\n    <Compile Include=");
    }

    /// <summary>Changes the first place of a text in a project.</summary>
    public void Change(string project, string old, string changed)
    {
        string file = Directory.GetFiles(this[project], "*.nfproj").Single();
        string text = File.ReadAllText(file);
        int place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, place, $"{old} is not in {file}");
        File.WriteAllText(file, text.Remove(place, old.Length).Insert(place, changed));
    }

    public void Dispose() => _folder.Dispose();
}
