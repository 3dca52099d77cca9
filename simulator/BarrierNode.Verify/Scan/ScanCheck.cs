using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Scan;

/// <summary>
/// The rules of the scan, checked in the IL of the firmware: it makes no object, calls only what is known, always ends, and takes at most so many IL
/// instructions. docs/scan-check.md tells what that proves.
/// </summary>
public static class ScanCheck
{
    /// <summary>Names of the assemblies that a scan of the node can reach.</summary>
    public static IReadOnlyList<string> Assemblies { get; } = ["BarrierNode.Interlock", "BarrierNode.Control"];

    /// <summary>The methods of one scan of the node.</summary>
    public static IReadOnlyList<string> Scan { get; } = 
        ["BarrierNode.Control.LoopBank.Sense", "BarrierNode.Control.Controller.Scan", "BarrierNode.Control.Controller.EndScan"];

    /// <summary>The part of a scan that conditions the inputs and decides the outputs.</summary>
    public static IReadOnlyList<string> Gate { get; } = ["BarrierNode.Interlock.Gate.Condition", "BarrierNode.Interlock.Gate.Scan"];

    /// <summary>Checks all that can be reached from some methods.</summary>
    /// <param name="assemblies">The firmware assemblies; a call to any other one leads outside the firmware.</param>
    /// <param name="root">Folder to which the files of findings are relative.</param>
    /// <param name="methods">Full names, such as <see cref="Scan"/>.</param>
    /// <param name="bounds">What bounds the loops.</param>
    /// <exception cref="ArgumentException">The assemblies have no such method.</exception>
    public static ScanResult Run(IEnumerable<DeviceAssembly> assemblies, string root, IReadOnlyList<string> methods, ScanBounds bounds)
    {
        FirmwareCode code = new(assemblies, root);
        ScanWalk walk = new(code, bounds);
        Dictionary<MethodSummary, long> calls = [];
        long worst = 0;
        foreach (MethodSummary start in methods.SelectMany(code.Named).Select(walk.Of))
        {
            calls[start] = calls.GetValueOrDefault(start) + 1;
            worst += start.Worst;
        }

        foreach (MethodSummary caller in walk.CallersFirst)
        {
            foreach ((MethodSummary called, long count) in caller.Calls)
            {
                calls[called] = calls.GetValueOrDefault(called) + (count * calls.GetValueOrDefault(caller));
            }
        }

        IEnumerable<MethodCost> costs = calls.Where(c => c.Value > 0).Select(c => Cost(c.Key, c.Value));
        return new(
            worst,
            [.. costs.OrderByDescending(c => c.Total).ThenBy(c => c.Name, StringComparer.Ordinal)],
            [.. walk.Findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.What, StringComparer.Ordinal)]);
    }

    private static MethodCost Cost(MethodSummary method, long calls) =>
        new($"{method.Method.DeclaringType.FullName}.{method.Method.Name}", calls, method.Own, method.Worst);
}
