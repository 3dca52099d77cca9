using Mono.Cecil;

namespace BarrierNode.Verify.Device;

/// <summary>An assembly of the firmware, as the chip's compiler makes it.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Image">The release build.</param>
/// <param name="Symbols">Its portable pdb; documents are named below the repository's root.</param>
public sealed record DeviceAssembly(string Name, byte[] Image, byte[] Symbols)
{
    /// <summary>Bytes of code in all methods together, without metadata.</summary>
    public int IlBytes()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(Image));
        return module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).Sum(method => method.Body.CodeSize);
    }
}
