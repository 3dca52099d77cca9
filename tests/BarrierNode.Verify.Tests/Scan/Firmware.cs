using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>The firmware that the checks read, built once.</summary>
internal static class Firmware
{
    public static IReadOnlyList<DeviceAssembly> Assemblies { get; } =
    [
        .. new[] { "BarrierNode.Interlock", "BarrierNode.Control" }.Select(name => new DeviceAssembly(
            name,
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name + ".dll")),
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name + ".pdb")))),
    ];
}
