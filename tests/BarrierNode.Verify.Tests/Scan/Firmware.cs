using BarrierNode.Verify.Device;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>The firmware as the chip's compiler makes it, built once.</summary>
internal static class Firmware
{
    public static IReadOnlyList<DeviceAssembly> Assemblies { get; } =
        [.. DeviceBuild.Run(Repository.Root).Assemblies.Where(a => ScanCheck.Assemblies.Contains(a.Name))];
}
