namespace BarrierNode.Verify.Device;

/// <summary>A firmware assembly as the chip's compiler makes it.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable pdb.</param>
public sealed record DeviceAssembly(string Name, byte[] Image, byte[] Symbols);
