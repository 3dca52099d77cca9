using System.Text.Json.Nodes;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Every site that comes with the program runs: its broker, node and hub start, and a car passes its first lane.</summary>
[TestClass]
[DoNotParallelize]
public class SiteRunTests
{
    // A street runs in real time and mostly waits, so several run beside each other.
    private static readonly ParallelOptions s_together = new() { MaxDegreeOfParallelism = 6 };

    [TestMethod]
    public void EverySite_RunHeadless_LetsACarPassAndEndsWell()
    {
        string[] files = [.. Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Select(file => Path.GetFileName(file)!)];
        Assert.IsGreaterThanOrEqualTo(8, files.Length);
        Parallel.ForEach(files, s_together, Run);
    }

    private static void Run(string file)
    {
        using TestFolder folder = new();
        using ToolRun run = ProgramRun.Start(folder.Path, "run", "--headless", "--json", "--site", Repository.File("simulator/sites/" + file));
        ProgramRun.Told(run, "ready");
        WaitForCommand(run, "lower", "done");
        WaitForCommand(run, "raise", "done");
        ProgramRun.Told(run, "passed");

        run.Signal("INT");

        ProgramRun.AssertEnds(run, 0);
        JsonNode end = ProgramRun.Told(run, "summary");
        Assert.IsTrue((bool)end["passed"]!, $"{file}: {end}");
        Assert.AreEqual(0, (int)end["strikes"]!, $"{file}: {end}");
        Assert.AreEqual(0, (int)end["collisions"]!, $"{file}: {end}");
        Assert.AreEqual(0, (int)end["problems"]!, $"{file}: {end}");
    }

    private static void WaitForCommand(ToolRun run, string operation, string stage) => run.WaitForLine(
        line => line.StartsWith("{\"event\":\"command\"", StringComparison.Ordinal)
            && line.Contains($"\"op\":\"{operation}\",\"stage\":\"{stage}\"", StringComparison.Ordinal),
        $"{operation} is {stage}");
}
