namespace BarrierNode.Verify.Tests.Projects;

/// <summary>Planted faults in versions.</summary>
[TestClass]
public class VersionFaultTests
{
    private const string Props = "Directory.Build.props";
    private const string Control = "firmware/BarrierNode.Control/Properties/AssemblyInfo.cs";
    private const string Node = "firmware/BarrierNode.Control/Link/NodeCore.cs";
    private const string Interlock = "firmware/BarrierNode.Interlock/InterlockVersion.cs";
    private const string InterlockAssembly = "firmware/BarrierNode.Interlock/Properties/AssemblyInfo.cs";

    [TestMethod]
    public void Run_AssemblyOfOtherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Control, "AssemblyFileVersion(\"", "AssemblyFileVersion(\"9.");
        string version = Product(copy);
        copy.Expect((Control, line, $"says version 9.{version}.0, in {Props} it is {version}"));
    }

    [TestMethod]
    public void Run_AssemblyWithoutVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Control, "AssemblyFileVersion");
        copy.Expect((Control, 1, "does not say AssemblyVersion and AssemblyFileVersion once each"));
    }

    [TestMethod]
    public void Run_NodeThatPublishesAnotherVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Node, "const string Version = \"", "const string Version = \"9.");
        string version = Product(copy);
        copy.Expect((Node, line, $"Version is 9.{version}, in {Props} it is {version}"));
    }

    [TestMethod]
    public void Run_InterlockAssemblyOfOtherVersionThanTheInterlock_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Interlock, "const string Version = \"", "const string Version = \"9.");
        string version = copy.LineAt(Interlock, line).Split('"')[1];
        string what = $"says version {version["9.".Length..]}.0, in {Interlock} it is {version}";
        copy.Expect(
            (InterlockAssembly, copy.LineOf(InterlockAssembly, "AssemblyVersion("), what),
            (InterlockAssembly, copy.LineOf(InterlockAssembly, "AssemblyFileVersion("), what));
    }

    [TestMethod]
    public void Run_ProductWithoutVersion_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Props, "<Version>");
        copy.Expect((Props, 1, "has no Version"));
    }

    private static string Product(ProjectsCopy copy) => copy.LineAt(Props, copy.LineOf(Props, "<Version>")).Split('<', '>')[2];
}
