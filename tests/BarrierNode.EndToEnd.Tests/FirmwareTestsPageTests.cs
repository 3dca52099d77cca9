namespace BarrierNode.EndToEnd.Tests;

/// <summary>The page about the firmware's unit tests.</summary>
[TestClass]
[DoNotParallelize]
public class FirmwareTestsPageTests
{
    // No process that serves later builds may stay behind: it would keep the output open.
    private static readonly Dictionary<string, string> Alone = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
    };

    [TestMethod]
    public void Command_OnThePage_RunsTheTestsAndTheyPass()
    {
        string page = Repository.Text("docs/firmware-tests.md");
        string[] blocks = [.. page.Split("```sh\n").Skip(1).Select(block => block.Split("\n```")[0])];
        Assert.HasCount(1, blocks);

        string command = $"cd '{Repository.Root}' && {blocks[0]}";
        using ToolRun run = ToolRun.Start("bash", ["-c", command], Alone);
        int code = run.WaitForExit();
        string said = string.Join('\n', run.Lines);
        Assert.AreEqual(0, code, said + run.Errors);
        Assert.Contains("Passed!", said);
        Assert.Contains("NFUnitTest.dll", said);
    }
}
