using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Scan;

/// <summary>The longest scan of a node, and what it takes.</summary>
/// <param name="Scan">One whole scan.</param>
/// <param name="Gate">The part of it that conditions the inputs and decides the outputs.</param>
public sealed record ScanReport(ScanResult Scan, ScanResult Gate)
{
    /// <summary>The fewest IL instructions that an ESP32 is estimated to run in a millisecond. Not measured on a chip.</summary>
    public const int SlowestPerMs = 3000;

    /// <summary>The most IL instructions that an ESP32 is estimated to run in a millisecond. Not measured on a chip.</summary>
    public const int FastestPerMs = 8000;

    /// <summary>IL instructions of all the rest: detection, sequences, reports.</summary>
    public long Rest => Scan.Worst - Gate.Worst;

    /// <summary>What breaks the rules of the scan.</summary>
    public IReadOnlyList<Finding> Findings => [.. Scan.Findings.Union(Gate.Findings)];

    /// <summary>Checks the scan.</summary>
    /// <param name="assemblies">The firmware assemblies.</param>
    /// <param name="root">Folder to which the files of findings are relative.</param>
    /// <param name="bounds">The sizes of the site table.</param>
    public static ScanReport Of(IReadOnlyList<DeviceAssembly> assemblies, string root, ScanBounds bounds) => new(
        ScanCheck.Run(assemblies, root, ScanCheck.Scan, bounds), ScanCheck.Run(assemblies, root, ScanCheck.Gate, bounds));
}
