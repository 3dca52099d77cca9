namespace BarrierNode.Verify.Device;

/// <summary>What the device build made and found.</summary>
/// <param name="Projects">Every device project in the order of the build, those that could be read.</param>
/// <param name="Assemblies">An assembly for each project that compiles, in the same order.</param>
/// <param name="Findings">Everything that is wrong, in the order of files and lines.</param>
public sealed record DeviceBuildResult(
    IReadOnlyList<DeviceProject> Projects, IReadOnlyList<DeviceAssembly> Assemblies, IReadOnlyList<Finding> Findings);
