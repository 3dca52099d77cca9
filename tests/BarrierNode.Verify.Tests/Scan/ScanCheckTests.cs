using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

[TestClass]
public class ScanCheckTests
{
    [TestMethod]
    public void Scan_OfTheNode_BreaksNoRule()
    {
        ScanResult result = ScanCheck.Run(Firmware.Assemblies, Repository.Root, ScanCheck.Scan, ScanBounds.Largest);
        Console.WriteLine(result.Worst);
        foreach (var m in result.Methods) Console.WriteLine($"{m.Name} {m.Calls} {m.Own} {m.Worst} {m.Total}");
        ScanResult g = ScanCheck.Run(Firmware.Assemblies, Repository.Root, ScanCheck.Gate, ScanBounds.Largest);
        Console.WriteLine(g.Worst);
        foreach (var m in g.Methods) Console.WriteLine($"{m.Name} {m.Calls} {m.Own} {m.Worst} {m.Total}");
        Assert.AreEqual(0, result.Findings.Count, string.Join('\n', result.Findings));
    }
}
