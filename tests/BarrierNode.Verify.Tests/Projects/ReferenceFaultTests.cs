namespace BarrierNode.Verify.Tests.Projects;

/// <summary>Planted faults in what a device project references.</summary>
[TestClass]
public class ReferenceFaultTests
{
    private const string Control = "firmware/BarrierNode.Control/BarrierNode.Control.nfproj";
    private const string ControlPackages = "firmware/BarrierNode.Control/packages.config";
    private const string Node = "firmware/BarrierNode.Node/BarrierNode.Node.nfproj";
    private const string NodePackages = "firmware/BarrierNode.Node/packages.config";
    private const string Tests = "tests/BarrierNode.Firmware.Tests/BarrierNode.Firmware.Tests.nfproj";
    private const string Page = "docs/packages.md";

    [TestMethod]
    public void Run_ProjectReferenceToNowhere_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, @"..\BarrierNode.Interlock\BarrierNode.Interlock.nfproj", @"..\Interlock\Interlock.nfproj");
        copy.Expect((Control, line, @"references ..\Interlock\Interlock.nfproj, which is not there"));
    }

    [TestMethod]
    public void Run_ProjectReferenceWithOtherGuidAndName_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Right = "{2E0A6B0F-5C0E-4B53-9A76-3D5B7B1F6C11}";
        const string Wrong = "{00000000-5C0E-4B53-9A76-3D5B7B1F6C11}";
        int line = copy.LineOf(Control, "<ProjectReference");
        copy.Replace(Control, $"<Project>{Right}<", $"<Project>{Wrong}<");
        copy.Replace(Control, "<Name>BarrierNode.Interlock<", "<Name>Interlock<");
        copy.Expect(
            (Control, line, $"references BarrierNode.Interlock as {Wrong}, its ProjectGuid is {Right}"),
            (Control, line, "references BarrierNode.Interlock with the name Interlock"));
    }

    [TestMethod]
    public void Run_OneProjectGuidTwice_IsFoundInBoth()
    {
        using var copy = new ProjectsCopy();
        const string NodeGuid = "{C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}";
        const string TestsGuid = "{58A9E6C4-03BD-4F1E-9C57-D2B47F60A544}";
        int line = copy.Replace(Node, $"<ProjectGuid>{NodeGuid}<", $"<ProjectGuid>{TestsGuid}<");
        int inSolution = copy.LineOf("BarrierNode.sln", "BarrierNode.Node.nfproj");
        copy.Expect(
            ("BarrierNode.sln", inSolution, $"lists BarrierNode.Node.Device as {NodeGuid}, its ProjectGuid is {TestsGuid}"),
            (Node, line, "has the ProjectGuid of BarrierNode.Firmware.Tests"),
            (Tests, copy.LineOf(Tests, "<ProjectGuid>"), "has the ProjectGuid of BarrierNode.Node"));
    }

    [TestMethod]
    public void Run_HintPathOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        string folder = copy.PackageFolder("nanoFramework.System.IO.FileSystem");
        int line = copy.Replace(Node, $@"packages\{folder}\", $@"packages\{folder}5\") - 1;
        int package = copy.LineOf(NodePackages, "nanoFramework.System.IO.FileSystem");
        copy.Expect(
            (Node, line, $"takes a file from package {folder}5, which is not in packages.config"),
            (NodePackages, package, $"names {folder}, of which BarrierNode.Node.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_HintPathOfOtherFile_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, @"lib\System.IO.FileSystem.dll", @"lib\FileSystem.dll") - 1;
        string path = $@"..\..\packages\{copy.PackageFolder("nanoFramework.System.IO.FileSystem")}\lib\FileSystem.dll";
        copy.Expect((Node, line, $"takes System.IO.FileSystem from {path}, which is not its place in a package"));
    }

    [TestMethod]
    public void Run_ReferenceOutsidePackages_IsFound()
    {
        using var copy = new ProjectsCopy();
        string folder = copy.PackageFolder("nanoFramework.CoreLibrary");
        int line = copy.Replace(Control, $@"..\..\packages\{folder}\lib\mscorlib.dll", @"..\lib\mscorlib.dll") - 1;
        int package = copy.LineOf(ControlPackages, "nanoFramework.CoreLibrary");
        copy.Expect(
            (Control, line, @"takes mscorlib from ..\lib\mscorlib.dll, which is not its place in a package"),
            (ControlPackages, package, $"names {folder}, of which BarrierNode.Control.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_TestTargetsOfOtherVersion_AreFound()
    {
        using var copy = new ProjectsCopy();
        string folder = copy.PackageFolder("nanoFramework.TestFramework", "tests/BarrierNode.Firmware.Tests/packages.config");
        int line = copy.LineOf(Tests, "nanoFramework.TestFramework.targets");
        string import = copy.LineAt(Tests, line);
        copy.Replace(Tests, import, import.Replace(folder, folder + "5", StringComparison.Ordinal));
        copy.Expect((Tests, line, $"takes a file from package {folder}5, which is not in packages.config"));
    }

    [TestMethod]
    public void Run_ReferenceOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, "\"System.Net, Version=", "\"System.Net, Version=9.");
        string version = copy.LineAt(Node, line).Split(['=', ','])[3];
        string package = copy.PackageFolder("nanoFramework.System.Net")["nanoFramework.System.Net.".Length..];
        copy.Expect((Node, line, $"references System.Net {version}, its package is {package}"));
    }

    [TestMethod]
    public void Run_ReferenceTwice_IsFoundAtTheSecond()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(Control, "<Reference Include=\"mscorlib,");
        string[] reference = [.. Enumerable.Range(line, 4).Select(l => copy.LineAt(Control, l))];
        copy.Replace(Control, reference[0], string.Join('\n', [.. reference, reference[0]]));
        copy.Expect((Control, line + 4, "references mscorlib twice"));
    }

    [TestMethod]
    public void Run_TransitiveReferenceMissing_IsFoundAtWhatNeedsIt()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveReference(Node, "System.Threading");
        copy.RemoveLines(NodePackages, "nanoFramework.System.Threading");
        int wifi = copy.LineOf(Node, "Include=\"System.Device.Wifi,");
        int net = copy.LineOf(Node, "Include=\"System.Net,");
        copy.Expect(
            (Page, copy.LineOf(Page, "nanoFramework.System.Threading"), "has nanoFramework.System.Threading, which no project uses"),
            (Node, wifi, "does not reference System.Threading, which System.Device.Wifi needs"),
            (Node, net, "does not reference System.Threading, which System.Net needs"));
    }

    [TestMethod]
    public void Run_ReferenceOfAReferencedProjectMissing_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveReference(Node, "nanoFramework.System.Security.Cryptography");
        copy.RemoveLines(NodePackages, "nanoFramework.System.Security.Cryptography");
        int line = copy.LineOf(Node, "<ProjectReference");
        copy.Expect((Node, line, "does not reference nanoFramework.System.Security.Cryptography, which BarrierNode.Control needs"));
    }

    [TestMethod]
    public void Run_ReferenceThatNothingNeeds_IsFound()
    {
        using var copy = new ProjectsCopy();
        int from = copy.LineOf(Node, "<Reference Include=\"System.Threading,");
        string reference = string.Join('\n', Enumerable.Range(from, 4).Select(l => copy.LineAt(Node, l)));
        string package = copy.LineAt(NodePackages, copy.LineOf(NodePackages, "nanoFramework.System.Threading"));
        const string Before = """    <Reference Include="mscorlib""";
        int line = copy.Replace(Control, Before, reference + "\n" + Before);
        copy.Replace(ControlPackages, "</packages>", package + "\n</packages>");
        int toControl = copy.LineOf(Tests, "BarrierNode.Control.nfproj");
        copy.Expect(
            (Control, line, "references System.Threading, which nothing needs"),
            (Tests, toControl, "does not reference System.Threading, which BarrierNode.Control needs"));
    }

    [TestMethod]
    public void Run_AssemblyWithoutSurfaceData_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Delete("firmware/nanoframework-api/nanoFramework.M2Mqtt.Core.txt");
        int line = copy.LineOf(Node, "Include=\"nanoFramework.M2Mqtt.Core,");
        copy.Expect((Node, line, "references nanoFramework.M2Mqtt.Core, of which firmware/nanoframework-api has no file"));
    }
}
