namespace BarrierNode.Verify.Surface;

/// <summary>Makes assemblies from surface data: the same types and members as the chip's libraries, without code.</summary>
public static class ReferenceAssemblies
{
    /// <summary>Makes one assembly of each file.</summary>
    /// <param name="files">The data; every assembly that one references must be there.</param>
    /// <returns>Image of each assembly by its name; the same bytes for the same data.</returns>
    /// <exception cref="SurfaceException">A line names what no line defines.</exception>
    public static IReadOnlyDictionary<string, byte[]> Generate(IEnumerable<SurfaceFile> files)
    {
        using SurfaceAssemblies assemblies = new();
        foreach (SurfaceFile file in files)
        {
            assemblies.Add(file);
        }

        // What comes later names what was made before: types, then what they are, then what they have, then attributes.
        foreach (SurfaceModule module in assemblies.All)
        {
            TypeDeclarations.Declare(module, assemblies);
        }

        foreach (SurfaceModule module in assemblies.All)
        {
            TypeDeclarations.Complete(module, assemblies);
        }

        foreach (SurfaceModule module in assemblies.All)
        {
            new MemberDeclarations(module, assemblies).Add();
        }

        foreach (SurfaceModule module in assemblies.All)
        {
            new AttributeDeclarations(module, assemblies).Add();
            new ModifierAttributes(module, assemblies).Add();
            ExplicitImplementations.Add(module, assemblies);
        }

        return assemblies.All.ToDictionary(module => module.File.Assembly, module => module.Write());
    }
}
