namespace BarrierNode.Verify.Tests.Projects;

/// <summary>Planted faults in what the two projects of a folder compile.</summary>
[TestClass]
public class SourceFaultTests
{
    private const string Control = "firmware/BarrierNode.Control/BarrierNode.Control.nfproj";
    private const string Node = "firmware/BarrierNode.Node/BarrierNode.Node.nfproj";
    private const string NodeDesktop = "firmware/BarrierNode.Node/BarrierNode.Node.csproj";
    private const string Tests = "tests/BarrierNode.Firmware.Tests/BarrierNode.Firmware.Tests.nfproj";

    [TestMethod]
    public void Run_SourceNotListed_IsFoundAtTheEndOfTheList()
    {
        using var copy = new ProjectsCopy();
        copy.Write("firmware/BarrierNode.Control/Lanes/Extra.cs", "");
        int line = copy.LineOf(Control, "<Compile Include=");
        copy.Expect((Control, line, "does not list Lanes/Extra.cs"));
    }

    [TestMethod]
    public void Run_SourceThatDoesNotExist_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.Delete("firmware/BarrierNode.Control/Lanes/Lane.cs");
        int line = copy.LineOf(Control, @"Lanes\Lane.cs");
        copy.Expect((Control, line, "lists Lanes/Lane.cs, which is not on disk"));
    }

    [TestMethod]
    public void Run_SourceListedTwice_IsFoundAtTheSecond()
    {
        using var copy = new ProjectsCopy();
        const string Line = """    <Compile Include="Flash.cs" />""";
        int line = copy.Replace(Node, Line, Line + "\n" + Line);
        copy.Expect((Node, line + 1, "lists Flash.cs twice"));
    }

    [TestMethod]
    [DataRow("""<Compile Remove="Flash.cs" />""", "leaves out firmware/BarrierNode.Node/Flash.cs, which the chip's build compiles")]
    [DataRow("""<Compile Remove="*.cs" />""", "leaves out firmware/BarrierNode.Node/*.cs, which the chip's build compiles")]
    [DataRow("""<Compile Include="../Other/*.cs" />""", "compiles firmware/Other/*.cs, which the chip's build does not")]
    public void Run_DesktopProjectWithOtherSources_IsFound(string item, string what)
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(NodeDesktop, "<ItemGroup>", "<ItemGroup>" + item);
        copy.Expect((NodeDesktop, line, what));
    }

    [TestMethod]
    public void Run_DesktopProjectThatChoosesItsSources_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Chooses = "<EnableDefaultCompileItems>false</EnableDefaultCompileItems>";
        int line = copy.Replace(NodeDesktop, "</PropertyGroup>", Chooses + "</PropertyGroup>");
        copy.Expect((NodeDesktop, line, "chooses its sources itself: EnableDefaultCompileItems"));
    }

    [TestMethod]
    public void Run_OtherAssemblyName_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Tests, "<AssemblyName>NFUnitTest<", "<AssemblyName>UnitTest<");
        copy.Expect((Tests, line, "AssemblyName is UnitTest, in BarrierNode.Firmware.Tests.csproj it is NFUnitTest"));
    }

    [TestMethod]
    public void Run_OtherRootNamespace_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, "<RootNamespace>BarrierNode.Control<", "<RootNamespace>Barrier<");
        copy.Expect((Control, line, "RootNamespace is Barrier, in BarrierNode.Control.csproj it is BarrierNode.Control"));
    }
}
