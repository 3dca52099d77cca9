using System.Text.Json.Nodes;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Every site that comes with the program runs: its broker, node and hub start, and a car passes its first lane.</summary>
[TestClass]
public class SiteRunTests
{
    public static IEnumerable<object[]> Sites =>
        Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order().Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Site_RunHeadless_LetsACarPassAndEndsWell(string file)
    {
        using TestFolder folder = new();
        using ToolRun run = ProgramRun.Start(folder.Path, "run", "--headless", "--json", "--site", Repository.File("simulator/sites/" + file));
        ProgramRun.Told(run, "ready");
        WaitForCommand(run, "lower", "done");
        WaitForCommand(run, "raise", "done");
        ProgramRun.Told(run, "passed");

        run.Signal("INT");

        ProgramRun.AssertEnds(run, 0);
        JsonNode end = JsonNode.Parse(run.Lines[^1])!;
        Assert.IsTrue((bool)end["passed"]!, run.Lines[^1]);
        Assert.AreEqual(0, (int)end["strikes"]!, run.Lines[^1]);
        Assert.AreEqual(0, (int)end["collisions"]!, run.Lines[^1]);
        Assert.AreEqual(0, (int)end["problems"]!, run.Lines[^1]);
    }

    private static void WaitForCommand(ToolRun run, string operation, string stage) => run.WaitForLine(
        line => line.StartsWith("{\"event\":\"command\"", StringComparison.Ordinal)
            && line.Contains($"\"op\":\"{operation}\",\"stage\":\"{stage}\"", StringComparison.Ordinal),
        $"{operation} is {stage}");
}
