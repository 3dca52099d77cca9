namespace BarrierNode.EndToEnd.Tests;

/// <summary>A wrong site file is named with its line, and nothing is started.</summary>
[TestClass]
public class SiteFaultTests
{
    private static readonly string s_good = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sites", "minimal.yaml"));

    [TestMethod]
    [DataRow("an unknown key", "board: ESP32_OLIMEX", "board: ESP32_OLIMEX\ncolour: red", 1, "colour")]
    [DataRow("a missing loop", "loops: { loop: [17, 23] }", "loops: {}", 0, "loop")]
    [DataRow("a lane without loops", "    loops:\n      - { name: loop, pin: 14, holdMs: 1000 }\n", "", -7, "no loop")]
    [DataRow("two outputs on one pin", "lower: [33]", "lower: [32]", 0, "32")]
    [DataRow("an output on an input-only pin", "raise: [32]", "raise: [34]", 0, "34")]
    [DataRow("an output on a strapping pin", "raise: [32]", "raise: [2]", 0, "strapping")]
    [DataRow("a stroke of 0", "stroke: { raiseMs: 3000", "stroke: { raiseMs: 0", 0, "raiseMs")]
    [DataRow("a broken line", "lanes:\n", "lanes: [\n", 1, "")]
    public void Run_WithABadSite_NamesFileAndLineAndEndsWithCodeTwo(string what, string good, string bad, int linesBelow, string word)
    {
        using TestFolder folder = new();
        string site = folder["a site.yaml"];
        Assert.Contains(good, s_good, what);
        File.WriteAllText(site, s_good.Replace(good, bad));
        int line = s_good[..s_good.IndexOf(good, StringComparison.Ordinal)].Count(c => c == '\n') + 1 + linesBelow;

        using ToolRun run = ProgramRun.Start(folder["state"], "run", "--headless", "--site", site);

        ProgramRun.AssertEnds(run, 2);
        Assert.Contains($"{site}:{line}: ", run.Errors, what);
        string problem = run.Errors.Split('\n').First(l => l.StartsWith($"{site}:{line}: ", StringComparison.Ordinal));
        Assert.Contains(word, problem);
        Assert.Contains("expected", problem);
        Assert.IsFalse(Directory.Exists(folder["state"]), "nothing was started");
    }
}
