namespace BarrierNode.Verify.Tests.Projects;

/// <summary>Planted faults in the lists of packages and their documentation.</summary>
[TestClass]
public class PackageFaultTests
{
    private const string ControlPackages = "firmware/BarrierNode.Control/packages.config";
    private const string Node = "firmware/BarrierNode.Node/BarrierNode.Node.nfproj";
    private const string NodePackages = "firmware/BarrierNode.Node/packages.config";
    private const string Page = "docs/packages.md";

    [TestMethod]
    public void Run_PackageVersionChangedInOneProject_IsFoundInThreePlaces()
    {
        using var copy = new ProjectsCopy();
        string folder = copy.PackageFolder("nanoFramework.System.IO.FileSystem");
        string version = folder["nanoFramework.System.IO.FileSystem.".Length..];
        int line = copy.Replace(NodePackages, $"System.IO.FileSystem\" version=\"{version}", $"System.IO.FileSystem\" version=\"{version}5");
        int reference = copy.LineOf(Node, "Include=\"System.IO.FileSystem,");
        copy.Expect(
            (Node, reference, $"takes a file from package {folder}, which is not in packages.config"),
            (NodePackages, line, $"names nanoFramework.System.IO.FileSystem {version}5, docs/packages.md says {version}"),
            (NodePackages, line, $"names {folder}5, of which BarrierNode.Node.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_PackageWithoutReference_IsFound()
    {
        using var copy = new ProjectsCopy();
        string package = copy.LineAt(NodePackages, copy.LineOf(NodePackages, "nanoFramework.System.IO.FileSystem"));
        int line = copy.Replace(ControlPackages, "</packages>", package + "\n</packages>");
        string folder = copy.PackageFolder("nanoFramework.System.IO.FileSystem");
        copy.Expect((ControlPackages, line, $"names {folder}, of which BarrierNode.Control.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_PackageTwice_IsFoundAtTheSecond()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(ControlPackages, "nanoFramework.CoreLibrary");
        string package = copy.LineAt(ControlPackages, line);
        copy.Replace(ControlPackages, package, package + "\n" + package);
        copy.Expect((ControlPackages, line + 1, "names nanoFramework.CoreLibrary twice"));
    }

    [TestMethod]
    public void Run_PackageForOtherFramework_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(ControlPackages, "nanoFramework.CoreLibrary");
        string package = copy.LineAt(ControlPackages, line);
        copy.Replace(ControlPackages, package, package.Replace("netnano1.0", "net48", StringComparison.Ordinal));
        copy.Expect((ControlPackages, line, "names nanoFramework.CoreLibrary for net48, it is netnano1.0"));
    }

    [TestMethod]
    public void Run_DocumentationOfOtherVersion_IsFoundAtThePackage()
    {
        using var copy = new ProjectsCopy();
        string version = copy.PackageFolder("nanoFramework.M2Mqtt")["nanoFramework.M2Mqtt.".Length..];
        copy.Replace(Page, $"| `nanoFramework.M2Mqtt` | {version} |", "| `nanoFramework.M2Mqtt` | 9.9 |");
        int line = copy.LineOf(NodePackages, "nanoFramework.M2Mqtt");
        copy.Expect((NodePackages, line, $"names nanoFramework.M2Mqtt {version}, docs/packages.md says 9.9"));
    }

    [TestMethod]
    public void Run_PackageWithoutDocumentation_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Page, "| `nanoFramework.M2Mqtt` |");
        int line = copy.LineOf(NodePackages, "nanoFramework.M2Mqtt");
        copy.Expect((NodePackages, line, "names nanoFramework.M2Mqtt, which is not in docs/packages.md"));
    }

    [TestMethod]
    public void Run_PackageDocumentedTwice_IsFoundAtTheSecond()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(Page, "| `nanoFramework.M2Mqtt` |");
        string row = copy.LineAt(Page, line);
        copy.Replace(Page, row, row + "\n" + row);
        copy.Expect((Page, line + 1, "has nanoFramework.M2Mqtt twice"));
    }
}
