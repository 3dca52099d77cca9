namespace BarrierNode.Verify.Tests.Projects;

/// <summary>Planted faults in the solution.</summary>
[TestClass]
public class SolutionFaultTests
{
    private const string Solution = "BarrierNode.sln";
    private const string Node = "firmware/BarrierNode.Node/BarrierNode.Node.nfproj";
    private const string NodeGuid = "{C41F3D7A-6E29-4D85-B6A3-5E08B9C7F433}";

    [TestMethod]
    public void Run_DeviceProjectNotInTheSolution_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, "BarrierNode.Node.nfproj");
        copy.Expect((Solution, 1, $"does not list {Node}"));
    }

    [TestMethod]
    public void Run_SolutionListsWhatIsNotThere_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Solution, @"simulator\BarrierNode.Hub\BarrierNode.Hub.csproj", @"simulator\Hub\Hub.csproj");
        copy.Expect((Solution, line, "lists simulator/Hub/Hub.csproj, which is not there"));
    }

    [TestMethod]
    public void Run_SolutionWithOneNameTwice_IsFound()
    {
        using var copy = new ProjectsCopy();
        int line = copy.Replace(Solution, "\"BarrierNode.Node.Device\"", "\"BarrierNode.Node\"");
        copy.Expect((Solution, line, "has two projects named BarrierNode.Node"));
    }

    [TestMethod]
    public void Run_SolutionWithOtherType_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
        int line = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        string text = copy.LineAt(Solution, line);
        copy.Replace(Solution, text, text.Replace("{11A8DD76-328B-46DF-9F39-F559912D0360}", CSharp, StringComparison.Ordinal));
        copy.Expect((Solution, line, $"lists {Node} as a project of type {CSharp}"));
    }

    [TestMethod]
    public void Run_SolutionWithoutDeviceConfiguration_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, "Device|Any CPU = Device|Any CPU");
        copy.Expect((Solution, 1, "has no configuration Device|Any CPU"));
    }

    [TestMethod]
    public void Run_SolutionWithOtherGuidThanTheProject_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Other = "{00000000-6E29-4D85-B6A3-5E08B9C7F433}";
        copy.Replace(Node, $"<ProjectGuid>{NodeGuid}<", $"<ProjectGuid>{Other}<");
        int line = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        copy.Expect((Solution, line, $"lists BarrierNode.Node.Device as {NodeGuid}, its ProjectGuid is {Other}"));
    }

    [TestMethod]
    public void Run_SolutionWithoutActiveCfg_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, NodeGuid + ".Debug|x86.ActiveCfg");
        int line = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        copy.Expect((Solution, line, "has no ActiveCfg of BarrierNode.Node.Device for Debug|x86"));
    }

    [TestMethod]
    public void Run_SolutionThatWouldBuildADeviceProjectOnTheDesktop_IsFound()
    {
        using var copy = new ProjectsCopy();
        const string Line = "\t\t" + NodeGuid + ".Release|Any CPU.ActiveCfg = Release|Any CPU";
        int line = copy.Replace(Solution, Line, Line + "\n" + Line.Replace("ActiveCfg", "Build.0", StringComparison.Ordinal)) + 1;
        copy.Expect((Solution, line, "has Build.0 of BarrierNode.Node.Device for Release|Any CPU"));
    }

    [TestMethod]
    public void Run_SolutionThatDoesNotBuildAProject_IsFound()
    {
        using var copy = new ProjectsCopy();
        copy.RemoveLines(Solution, NodeGuid + ".Device|Any CPU.Build.0");
        copy.RemoveLines(Solution, "{834BB8C1-86AE-4A9F-91CF-5DE25D78AB50}.Release|Any CPU.Build.0");
        int hub = copy.LineOf(Solution, "BarrierNode.Hub.csproj");
        int node = copy.LineOf(Solution, "BarrierNode.Node.nfproj");
        copy.Expect(
            (Solution, hub, "does not build BarrierNode.Hub for Release|Any CPU"),
            (Solution, node, "does not build BarrierNode.Node.Device for Device|Any CPU"));
    }
}
