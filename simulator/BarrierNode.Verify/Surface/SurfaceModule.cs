using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>One assembly while it is made.</summary>
internal sealed class SurfaceModule : IDisposable
{
    private const string CoreLibrary = "mscorlib";

    private readonly AssemblyDefinition _assembly;

    /// <summary>Starts an assembly with its identity and references.</summary>
    /// <param name="file">The data.</param>
    /// <param name="resolver">Finds the other assemblies.</param>
    public SurfaceModule(SurfaceFile file, IAssemblyResolver resolver)
    {
        File = file;
        SurfaceLine line = file.Lines.Single(line => line.Kind == 'A');
        // Cecil takes a module of this name for the one that it looks primitive types up in, while it is still empty: named at the end.
        string name = IsCoreLibrary ? CoreLibrary + " in the making" : file.Assembly;
        _assembly = AssemblyDefinition.CreateAssembly(
            new(name, VersionOf(line)) { PublicKey = Bytes(line, "key") },
            file.Assembly + ".dll",
            new ModuleParameters { Kind = ModuleKind.Dll, AssemblyResolver = resolver });
        // Before the first look at the primitive types: they are those of the core library referenced here.
        foreach (SurfaceLine reference in file.Lines.Where(line => line.Kind == 'R'))
        {
            Module.AssemblyReferences.Add(
                new(reference.Id.Full, VersionOf(reference)) { PublicKeyToken = Bytes(reference, "token") });
        }

        _ = Module.TypeSystem.Object;
    }

    /// <summary>The data.</summary>
    public SurfaceFile File { get; }

    /// <summary>Where types go.</summary>
    public ModuleDefinition Module => _assembly.MainModule;

    /// <summary>The assembly, for its attributes.</summary>
    public AssemblyDefinition Assembly => _assembly;

    /// <summary>What was made of each line: a type, field, method, property or event.</summary>
    public Dictionary<SurfaceLine, IMemberDefinition> Made { get; } = [];

    private bool IsCoreLibrary => File.Assembly == CoreLibrary;

    /// <summary>The finished image.</summary>
    public byte[] Write()
    {
        if (IsCoreLibrary)
        {
            // A core library with references is none for the compiler.
            _assembly.Name.Name = CoreLibrary;
            Module.AssemblyReferences.Clear();
        }

        using MemoryStream image = new();
        _assembly.Write(image, new() { DeterministicMvid = true, Timestamp = 0 });
        return image.ToArray();
    }

    public void Dispose() => _assembly.Dispose();

    private static Version VersionOf(SurfaceLine line) =>
        Version.TryParse(line.Needed("version"), out Version? version) && version.Revision >= 0
            ? version
            : throw line.Fault($"version {line.Needed("version")}, expected four numbers with dots between");

    private static byte[] Bytes(SurfaceLine line, string tag)
    {
        try
        {
            return Convert.FromHexString(line.Needed(tag));
        }
        catch (FormatException)
        {
            throw line.Fault($"{tag} {line.Needed(tag)}, expected pairs of hex digits");
        }
    }
}
