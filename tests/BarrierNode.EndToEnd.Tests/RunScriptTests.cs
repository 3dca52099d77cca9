namespace BarrierNode.EndToEnd.Tests;

/// <summary>The script <c>./run</c> as a person starts it.</summary>
[TestClass]
[DoNotParallelize]
public class RunScriptTests
{
    [TestMethod]
    public void RunScript_Help_ListsTheOptions()
    {
        using ToolRun run = ToolRun.Start("bash", Repository.File("run"), "--help");
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        string said = string.Join('\n', run.Lines);
        foreach (string option in new[] { "--port", "--broker", "--site", "--headless", "--for", "--json" })
        {
            Assert.Contains(option, said);
        }
    }

    [TestMethod]
    public async Task RunScript_FromAnotherFolder_ReachesThePageAndTellsHowToStop()
    {
        using TestFolder folder = new();
        int port = ProgramRun.FreePort();
        using ToolRun run = ToolRun.Start(
            "bash",
            ["-c", "cd / && exec \"$0\" \"$@\"", Repository.File("run"), "--port", $"{port}", "--for", "5", "--site", Repository.File("simulator/sites/minimal.yaml")],
            ProgramRun.State(folder["a state"]));
        run.WaitForLine(line => line.Contains("Ctrl-C", StringComparison.Ordinal), "it tells how to stop");
        Assert.Contains($"Page     http://localhost:{port}", string.Join('\n', run.Lines));
        using HttpClient browser = new();
        string page = await browser.GetStringAsync($"http://localhost:{port}/");
        Assert.Contains("yard", page);
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
    }
}
