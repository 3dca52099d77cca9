using BarrierNode.Verify.Projects;

namespace BarrierNode.Verify.Tests.Projects;

/// <summary>The repository is clean, and each kind of fault is found where it is.</summary>
[TestClass]
public class ProjectCheckTests
{
    private const string Solution = "BarrierNode.sln";
    private const string Control = "firmware/BarrierNode.Control/BarrierNode.Control.nfproj";
    private const string ControlPackages = "firmware/BarrierNode.Control/packages.config";
    private const string Node = "firmware/BarrierNode.Node/BarrierNode.Node.nfproj";
    private const string NodeDesktop = "firmware/BarrierNode.Node/BarrierNode.Node.csproj";
    private const string NodePackages = "firmware/BarrierNode.Node/packages.config";
    private const string Tests = "tests/BarrierNode.Firmware.Tests/BarrierNode.Firmware.Tests.nfproj";
    private const string Page = "docs/packages.md";

    [TestMethod]
    public void Run_TheRepository_FindsNothing() =>
        Assert.IsEmpty(ProjectCheck.Run(Repository.Root), string.Join('\n', ProjectCheck.Run(Repository.Root)));

    [TestMethod]
    public void Run_TheCopyWithoutFault_FindsNothing()
    {
        using var copy = new ProjectsCopy();
        Expect(copy);
    }

    [TestMethod]
    public void Run_SourceNotListed_IsFoundAtTheEndOfTheList()
    {
        using var copy = new ProjectsCopy();
        copy.Write("firmware/BarrierNode.Control/Lanes/Extra.cs", "");
        int line = copy.LineOf(Control, "<Compile Include=");
        Expect(copy, new Finding(Control, line, "does not list Lanes/Extra.cs"));
    }

    [TestMethod]
    public void Run_SourceThatDoesNotExist_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Delete("firmware/BarrierNode.Control/Lanes/Lane.cs");
        int line = copy.LineOf(Control, @"Lanes\Lane.cs");
        Expect(copy, new Finding(Control, line, "lists Lanes/Lane.cs, which is not on disk"));
    }

    [TestMethod]
    public void Run_SourceListedTwice_IsFoundAtTheSecond()
    {
        using var copy = new ProjectsCopy();
        const string Line = """    <Compile Include="Inbox.cs" />""";
        int line = copy.Replace(Node, Line, Line + "\n" + Line);
        Expect(copy, new Finding(Node, line + 1, "lists Inbox.cs twice"));
    }

    [TestMethod]
    [DataRow("<ItemGroup>", """<ItemGroup><Compile Remove="Inbox.cs" />""", "leaves out firmware/BarrierNode.Node/Inbox.cs, which the chip's build compiles")]
    [DataRow("<ItemGroup>", """<ItemGroup><Compile Remove="*.cs" />""", "leaves out firmware/BarrierNode.Node/*.cs, which the chip's build compiles")]
    [DataRow(
        "<ItemGroup>",
        """<ItemGroup><Compile Include="../BarrierNode.Control/Lanes/*.cs" />""",
        "compiles firmware/BarrierNode.Control/Lanes/*.cs, which the chip's build does not")]
    [DataRow(
        "<ItemGroup>",
        "<PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup><ItemGroup>",
        "chooses its sources itself: EnableDefaultCompileItems")]
    public void Run_DesktopProjectWithOtherSources_IsFound(string old, string with, string what)
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(NodeDesktop, old, with);
        Expect(copy, new Finding(NodeDesktop, line, what));
    }

    [TestMethod]
    public void Run_OtherAssemblyName_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Tests, "<AssemblyName>NFUnitTest<", "<AssemblyName>UnitTest<");
        Expect(copy, new Finding(Tests, line, "AssemblyName is UnitTest, in BarrierNode.Firmware.Tests.csproj it is NFUnitTest"));
    }

    [TestMethod]
    public void Run_OtherRootNamespace_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, "<RootNamespace>BarrierNode.Control<", "<RootNamespace>Barrier<");
        Expect(copy, new Finding(Control, line, "RootNamespace is Barrier, in BarrierNode.Control.csproj it is BarrierNode.Control"));
    }

    [TestMethod]
    public void Run_ProjectReferenceToNowhere_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, @"..\BarrierNode.Interlock\BarrierNode.Interlock.nfproj", @"..\Interlock\Interlock.nfproj");
        Expect(copy, new Finding(Control, line, @"references ..\Interlock\Interlock.nfproj, which is not there"));
    }

    [TestMethod]
    public void Run_ProjectReferenceWithOtherGuidAndName_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(Control, "<ProjectReference");
        copy.Replace(Control, "<Project>{2E0A6B0F-5C0E-4B53-9A76-3D5B7B1F6C11}<", "<Project>{00000000-5C0E-4B53-9A76-3D5B7B1F6C11}<");
        copy.Replace(Control, "<Name>BarrierNode.Interlock<", "<Name>Interlock<");
        Expect(
            copy,
            new Finding(
                Control,
                line,
                "references BarrierNode.Interlock as {00000000-5C0E-4B53-9A76-3D5B7B1F6C11}, its ProjectGuid is {2E0A6B0F-5C0E-4B53-9A76-3D5B7B1F6C11}"),
            new Finding(Control, line, "references BarrierNode.Interlock with the name Interlock"));
    }

    [TestMethod]
    public void Run_PackageVersionChangedInOneProject_IsFoundInThreePlaces()
    {
        using var copy = new ProjectsCopy();
        const string Old = "id=\"nanoFramework.System.Math\" version=\"1.5.116\"";
        int line = copy.Replace(NodePackages, Old, Old.Replace("116", "117", StringComparison.Ordinal));
        int reference = copy.LineOf(Node, "Include=\"System.Math,");
        Expect(
            copy,
            new Finding(Node, reference, "takes a file from package nanoFramework.System.Math.1.5.116, which is not in packages.config"),
            new Finding(NodePackages, line, "names nanoFramework.System.Math 1.5.117, docs/packages.md says 1.5.116"),
            new Finding(NodePackages, line, "names nanoFramework.System.Math.1.5.117, of which BarrierNode.Node.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_HintPathOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, @"packages\nanoFramework.System.Math.1.5.116\", @"packages\nanoFramework.System.Math.1.5.115\") - 1;
        int package = copy.LineOf(NodePackages, "nanoFramework.System.Math");
        Expect(
            copy,
            new Finding(Node, line, "takes a file from package nanoFramework.System.Math.1.5.115, which is not in packages.config"),
            new Finding(NodePackages, package, "names nanoFramework.System.Math.1.5.116, of which BarrierNode.Node.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_HintPathOfOtherFile_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, @"lib\System.Math.dll", @"lib\Math.dll") - 1;
        const string Path = @"..\..\packages\nanoFramework.System.Math.1.5.116\lib\Math.dll";
        Expect(copy, new Finding(Node, line, $"takes System.Math from {Path}, which is not its place in a package"));
    }

    [TestMethod]
    public void Run_ReferenceOutsidePackages_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, @"..\..\packages\nanoFramework.CoreLibrary.1.17.11\lib\mscorlib.dll", @"..\lib\mscorlib.dll") - 1;
        int package = copy.LineOf(ControlPackages, "nanoFramework.CoreLibrary");
        Expect(
            copy,
            new Finding(Control, line, @"takes mscorlib from ..\lib\mscorlib.dll, which is not its place in a package"),
            new Finding(ControlPackages, package, "names nanoFramework.CoreLibrary.1.17.11, of which BarrierNode.Control.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_TestTargetsOfOtherVersion_AreFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(Tests, "nanoFramework.TestFramework.targets");
        string import = File.ReadAllLines(Path.Combine(copy.Root, Tests))[line - 1];
        copy.Replace(Tests, import, import.Replace("3.0.80", "3.0.79", StringComparison.Ordinal));
        Expect(copy, new Finding(Tests, line, "takes a file from package nanoFramework.TestFramework.3.0.79, which is not in packages.config"));
    }

    [TestMethod]
    public void Run_ReferenceOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, "System.Net, Version=1.11.60.0", "System.Net, Version=1.11.54.0");
        Expect(copy, new Finding(Node, line, "references System.Net 1.11.54.0, its package is 1.11.60"));
    }

    [TestMethod]
    public void Run_TransitiveReferenceMissing_IsFoundAtWhatNeedsIt()
    {
        using var copy = new ProjectsCopy();
        RemoveReference(copy, Node, "System.Threading");
        copy.RemoveLines(NodePackages, "nanoFramework.System.Threading");
        Expect(
            copy,
            new Finding(Page, copy.LineOf(Page, "nanoFramework.System.Threading"), "has nanoFramework.System.Threading, which no project uses"),
            new Finding(Node, copy.LineOf(Node, "Include=\"System.Device.Wifi,"), "does not reference System.Threading, which System.Device.Wifi needs"),
            new Finding(Node, copy.LineOf(Node, "Include=\"System.Net,"), "does not reference System.Threading, which System.Net needs"));
    }

    [TestMethod]
    public void Run_ReferenceOfAReferencedProjectMissing_IsFound()
    {
        using var copy = new ProjectsCopy();
        RemoveReference(copy, Node, "nanoFramework.System.Security.Cryptography");
        copy.RemoveLines(NodePackages, "nanoFramework.System.Security.Cryptography");
        int line = copy.LineOf(Node, "<ProjectReference");
        Expect(
            copy, new Finding(Node, line, "does not reference nanoFramework.System.Security.Cryptography, which BarrierNode.Control needs"));
    }

    [TestMethod]
    public void Run_ReferenceThatNothingNeeds_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Reference = """
                <Reference Include="System.Threading, Version=1.1.52.34401, Culture=neutral, PublicKeyToken=c07d481e9758c731">
                  <HintPath>..\..\packages\nanoFramework.System.Threading.1.1.52\lib\System.Threading.dll</HintPath>
                </Reference>
            """;
        const string Before = """    <Reference Include="mscorlib""";
        int line = copy.Replace(Control, Before, Reference + "\n" + Before);
        copy.Replace(
            ControlPackages,
            "</packages>",
            "  <package id=\"nanoFramework.System.Threading\" version=\"1.1.52\" targetFramework=\"netnano1.0\" />\n</packages>");
        Expect(
            copy,
            new Finding(Control, line, "references System.Threading, which nothing needs"),
            new Finding(
                Tests, copy.LineOf(Tests, "BarrierNode.Control.nfproj"), "does not reference System.Threading, which BarrierNode.Control needs"));
    }

    [TestMethod]
    public void Run_PackageWithoutReference_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Replace(
            ControlPackages,
            "</packages>",
            "  <package id=\"nanoFramework.System.Math\" version=\"1.5.116\" targetFramework=\"netnano1.0\" />\n</packages>");
        int line = copy.LineOf(ControlPackages, "nanoFramework.System.Math");
        Expect(
            copy,
            new Finding(ControlPackages, line, "names nanoFramework.System.Math.1.5.116, of which BarrierNode.Control.nfproj takes nothing"));
    }

    [TestMethod]
    public void Run_PackageTwice_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(ControlPackages, "nanoFramework.CoreLibrary");
        string package = File.ReadAllLines(Path.Combine(copy.Root, ControlPackages))[line - 1];
        copy.Replace(ControlPackages, package, package + "\n" + package);
        Expect(copy, new Finding(ControlPackages, line + 1, "names nanoFramework.CoreLibrary twice"));
    }

    [TestMethod]
    public void Run_PackageForOtherFramework_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Old = "id=\"nanoFramework.CoreLibrary\" version=\"1.17.11\" targetFramework=\"netnano1.0\"";
        int line = copy.Replace(ControlPackages, Old, Old.Replace("netnano1.0", "net48", StringComparison.Ordinal));
        Expect(copy, new Finding(ControlPackages, line, "names nanoFramework.CoreLibrary for net48, it is netnano1.0"));
    }

    [TestMethod]
    public void Run_DocumentationOfOtherVersion_IsFoundInEachProject()
    {
        using var copy = new ProjectsCopy();
        copy.Replace(Page, "| `nanoFramework.M2Mqtt` | 5.1.220 |", "| `nanoFramework.M2Mqtt` | 5.1.221 |");
        int line = copy.LineOf(NodePackages, "nanoFramework.M2Mqtt");
        Expect(copy, new Finding(NodePackages, line, "names nanoFramework.M2Mqtt 5.1.220, docs/packages.md says 5.1.221"));
    }

    [TestMethod]
    public void Run_PackageWithoutDocumentation_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Page, "| `nanoFramework.M2Mqtt` |");
        int line = copy.LineOf(NodePackages, "nanoFramework.M2Mqtt");
        Expect(copy, new Finding(NodePackages, line, "names nanoFramework.M2Mqtt, which is not in docs/packages.md"));
    }

    [TestMethod]
    public void Run_AssemblyWithoutSurfaceData_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Delete("firmware/nanoframework-api/nanoFramework.M2Mqtt.Core.txt");
        int line = copy.LineOf(Node, "Include=\"nanoFramework.M2Mqtt.Core,");
        Expect(copy, new Finding(Node, line, "references nanoFramework.M2Mqtt.Core, of which firmware/nanoframework-api has no file"));
    }

    [TestMethod]
    public void Run_DeviceProjectNotInTheSolution_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, "BarrierNode.Node.nfproj");
        Expect(copy, new Finding(Solution, 1, $"does not list {Node}"));
    }

    [TestMethod]
    public void Run_SolutionListsWhatIsNotThere_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Solution, @"simulator\BarrierNode.Hub\BarrierNode.Hub.csproj", @"simulator\Hub\Hub.csproj");
        Expect(copy, new Finding(Solution, line, "lists simulator/Hub/Hub.csproj, which is not there"));
    }

    [TestMethod]
    public void Run_SolutionWithOneNameTwice_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Solution, "\"BarrierNode.Node.Device\"", "\"BarrierNode.Node\"");
        Expect(copy, new Finding(Solution, line, "has two projects named BarrierNode.Node"));
    }

    [TestMethod]
    public void Run_SolutionWithOtherTypeOrGuid_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        string text = File.ReadAllLines(Path.Combine(copy.Root, Solution))[line - 1];
        copy.Replace(Solution, text, text.Replace("11A8DD76", "FAE04EC0", StringComparison.Ordinal).Replace("C41F3D7A", "C41F3D7B", StringComparison.Ordinal));
        Finding[] found = [.. ProjectCheck.Run(copy.Root).Where(f => f.Line == line && !f.What.Contains("ActiveCfg") && !f.What.Contains("build"))];
        CollectionAssert.AreEqual(
            new Finding[]
            {
                new(
                    Solution,
                    line,
                    "lists BarrierNode.Node.Device as {C41F3D7B-6E29-4D85-B6A3-5E08B9C7F433}, its ProjectGuid is {C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}"),
                new(Solution, line, $"lists {Node} as a project of type {{FAE04EC0-328B-46DF-9F39-F559912D0360}}"),
            },
            found);
    }

    [TestMethod]
    public void Run_SolutionWithoutActiveCfg_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, "{C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}.Debug|x86.ActiveCfg");
        int line = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        Expect(copy, new Finding(Solution, line, "has no ActiveCfg of BarrierNode.Node.Device for Debug|x86"));
    }

    [TestMethod]
    public void Run_SolutionThatWouldBuildADeviceProjectOnTheDesktop_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Line = "\t\t{C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}.Release|Any CPU.ActiveCfg = Release|Any CPU";
        int line = copy.Replace(Solution, Line, Line + "\n" + Line.Replace("ActiveCfg", "Build.0", StringComparison.Ordinal)) + 1;
        Expect(copy, new Finding(Solution, line, "has Build.0 of BarrierNode.Node.Device for Release|Any CPU"));
    }

    [TestMethod]
    public void Run_SolutionThatDoesNotBuildAProject_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, "{C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}.Device|Any CPU.Build.0");
        copy.RemoveLines(Solution, "{834BB8C1-86AE-4A9F-91CF-5DE25D78AB50}.Release|Any CPU.Build.0");
        Expect(
            copy,
            new Finding(Solution, copy.LineOf(Solution, "BarrierNode.Hub.csproj"), "does not build BarrierNode.Hub for Release|Any CPU"),
            new Finding(Solution, copy.LineOf(Solution, "BarrierNode.Node.nfproj"), "does not build BarrierNode.Node.Device for Device|Any CPU"));
    }

    [TestMethod]
    public void Run_AssemblyOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string File = "firmware/BarrierNode.Control/Properties/AssemblyInfo.cs";
        int line = copy.Replace(File, "AssemblyFileVersion(\"0.1.0.0\")", "AssemblyFileVersion(\"0.2.0.0\")");
        Expect(copy, new Finding(File, line, "says version 0.2.0.0, in Directory.Build.props it is 0.1.0"));
    }

    [TestMethod]
    public void Run_AssemblyWithoutVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string File = "firmware/BarrierNode.Control/Properties/AssemblyInfo.cs";
        copy.RemoveLines(File, "AssemblyFileVersion");
        Expect(copy, new Finding(File, 1, "does not say AssemblyVersion and AssemblyFileVersion once each"));
    }

    [TestMethod]
    public void Run_NodeThatPublishesAnotherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string File = "firmware/BarrierNode.Node/NodeApp.cs";
        int line = copy.Replace(File, "Version = \"0.1.0\"", "Version = \"0.1.1\"");
        Expect(copy, new Finding(File, line, "Version is 0.1.1, in Directory.Build.props it is 0.1.0"));
    }

    [TestMethod]
    public void Run_InterlockAssemblyOfOtherVersionThanTheInterlock_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Replace("firmware/BarrierNode.Interlock/InterlockVersion.cs", "Version = \"0.1.0\"", "Version = \"0.3.0\"");
        const string File = "firmware/BarrierNode.Interlock/Properties/AssemblyInfo.cs";
        const string What = "says version 0.1.0.0, in firmware/BarrierNode.Interlock/InterlockVersion.cs it is 0.3.0";
        Expect(
            copy,
            new Finding(File, copy.LineOf(File, "AssemblyVersion("), What),
            new Finding(File, copy.LineOf(File, "AssemblyFileVersion("), What));
    }

    [TestMethod]
    public void Run_BrokenXml_IsFoundInItsLine()
    {
        using var copy = new ProjectsCopy();
        copy.Write(ControlPackages, "<packages>\n</package>\n");
        Expect(copy, new Finding(ControlPackages, 2, "is not well-formed XML"));
    }

    [TestMethod]
    [DataRow(NodeDesktop)]
    [DataRow(NodePackages)]
    [DataRow(Page)]
    [DataRow(Solution)]
    [DataRow("Directory.Build.props")]
    public void Run_FileMissing_IsFound(string file)
    {
        using var copy = new ProjectsCopy();
        copy.Delete(file);
        Expect(copy, new Finding(file, 1, "is missing"));
    }

    private static void Expect(ProjectsCopy copy, params Finding[] expected)
    {
        IReadOnlyList<Finding> found = ProjectCheck.Run(copy.Root);
        CollectionAssert.AreEqual(expected, found.ToArray(), $"Found:\n{string.Join('\n', found)}");
    }

    private static void RemoveReference(ProjectsCopy copy, string project, string assembly)
    {
        string file = Path.Combine(copy.Root, project);
        List<string> lines = [.. File.ReadAllLines(file)];
        int start = lines.FindIndex(l => l.Contains($"<Reference Include=\"{assembly},", StringComparison.Ordinal));
        Assert.IsGreaterThanOrEqualTo(0, start);
        lines.RemoveRange(start, 4);
        File.WriteAllLines(file, lines);
    }
}
