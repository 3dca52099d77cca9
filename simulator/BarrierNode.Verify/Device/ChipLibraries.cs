using BarrierNode.Verify.Projects;
using BarrierNode.Verify.Surface;
using Microsoft.CodeAnalysis;

namespace BarrierNode.Verify.Device;

/// <summary>The chip's libraries, as references for the compiler.</summary>
public sealed class ChipLibraries
{
    /// <summary>Folder of the surface data below the repository's root.</summary>
    public const string Folder = "firmware/nanoframework-api";

    private readonly Dictionary<string, SurfaceFile> _files;
    private readonly Dictionary<string, MetadataReference> _references;

    private ChipLibraries(Dictionary<string, SurfaceFile> files)
    {
        _files = files;
        _references = ReferenceAssemblies.Generate(files.Values)
            .ToDictionary(assembly => assembly.Key, assembly => (MetadataReference)MetadataReference.CreateFromImage(assembly.Value));
    }

    /// <summary>Reads the surface data of a repository.</summary>
    /// <param name="root">Folder of the repository.</param>
    /// <exception cref="SurfaceException">The data is wrong, or there is none.</exception>
    public static ChipLibraries Load(string root)
    {
        string folder = Path.Combine(root, Folder);
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            throw new SurfaceException(Folder, 1, "no surface data, expected a .txt file for each assembly");
        }

        return new(files
            .Select(file => SurfaceFile.Parse($"{Folder}/{Path.GetFileName(file)}", File.ReadAllText(file)))
            .ToDictionary(file => file.Assembly));
    }

    /// <summary>What the compiler may use for a project: the libraries that it references, and what those reference.</summary>
    /// <param name="project">The project.</param>
    /// <exception cref="FindingException">There is no data for one of them.</exception>
    public IReadOnlyList<MetadataReference> For(DeviceProject project)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (ProjectItem reference in project.References.Where(reference => reference.Value != DeviceReference.TestLauncher))
        {
            if (!_files.ContainsKey(reference.Value))
            {
                string what = $"reference {reference.Value} without surface data, expected {Folder}/{reference.Value}.txt";
                throw new FindingException(new(project.File, reference.Line, what));
            }

            Add(reference.Value, names);
        }

        return [.. names.Select(name => _references[name])];
    }

    private void Add(string name, SortedSet<string> names)
    {
        if (names.Add(name))
        {
            foreach (string reference in _files[name].References)
            {
                Add(reference, names);
            }
        }
    }
}
