using BarrierNode.Verify.Projects;

namespace BarrierNode.Verify.Tests.Projects;

/// <summary>The repository is clean; what cannot be read is told.</summary>
[TestClass]
public class ProjectCheckTests
{
    private const string Solution = "BarrierNode.sln";
    private const string ControlPackages = "firmware/BarrierNode.Control/packages.config";
    private const string NodeDesktop = "firmware/BarrierNode.Node/BarrierNode.Node.csproj";
    private const string NodePackages = "firmware/BarrierNode.Node/packages.config";
    private const string Page = "docs/packages.md";

    [TestMethod]
    public void Run_TheRepository_FindsNothing()
    {
        IReadOnlyList<Finding> found = ProjectCheck.Run(Repository.Root);
        Assert.IsEmpty(found, string.Join('\n', found));
    }

    [TestMethod]
    public void Run_TheCopyWithoutFault_FindsNothing()
    {
        using var copy = new ProjectsCopy();
        copy.Expect();
    }

    [TestMethod]
    public void Run_BrokenXml_IsFoundInItsLine()
    {
        using var copy = new ProjectsCopy();
        copy.Write(ControlPackages, "<packages>\n</package>\n");
        copy.Expect((ControlPackages, 2, "is not well-formed XML"));
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
        copy.Expect((file, 1, "is missing"));
    }
}
