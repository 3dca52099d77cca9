using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode sim bench</c> and <c>sim same</c>, as people and programs call them, in the short form.</summary>
[TestClass]
public sealed partial class SimSpeedCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task Commands_OfThePage_Work()
    {
        string[] commands = [.. CommandLineOf().Matches(Repository.Text("docs/simulator-speed.md")).Select(m => m.Groups[1].Value).Distinct()];
        Assert.IsGreaterThanOrEqualTo(3, commands.Length);
        foreach (string command in commands)
        {
            // What is long on the page is run short here.
            string[] words = CommandWords.Of(command.Replace("1,10,100,1000", "1,3", StringComparison.Ordinal).Replace("--seeds 1000", "--seeds 3", StringComparison.Ordinal));
            words = words.Contains("--seconds") ? words : [.. words, "--seconds", "3"];
            Assert.AreEqual(0, await InvokeAsync(words), command + "\n" + _output + _errors);
        }
    }

    [TestMethod]
    public async Task Bench_SeveralSizes_GivesATableWithARowForEach()
    {
        Assert.AreEqual(0, await InvokeAsync("sim", "bench", "--nodes", "1,3", "--seconds", "3"), _errors.ToString());
        string[] lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(4, lines);
        StringAssert.Contains(lines[0], "promenade: 2 lanes a node");
        StringAssert.Matches(lines[2], FirstRow());
        StringAssert.Matches(lines[3], SecondRow());
    }

    [TestMethod]
    public async Task Bench_Json_HasTheRateOfTheFirstCity()
    {
        Assert.AreEqual(0, await InvokeAsync("sim", "bench", "--json", "--nodes", "2,1", "--seconds", "3"), _errors.ToString());
        JsonElement root = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.AreEqual(2, root.GetProperty("cities").GetArrayLength());
        JsonElement first = root.GetProperty("cities")[0];
        Assert.AreEqual(4, first.GetProperty("lanes").GetInt32());
        Assert.AreEqual(first.GetProperty("laneSecondsPerSecond").GetDouble(), root.GetProperty("laneSecondsPerSecond").GetDouble());
        Assert.IsGreaterThan(100, root.GetProperty("laneSecondsPerSecond").GetDouble());
        Assert.IsGreaterThan(10_000, first.GetProperty("bytesPerNode").GetInt64());
    }

    [TestMethod]
    public async Task Same_AFewSeeds_SaysThatNoneDiffersAndTheSameHashAgain()
    {
        string[] line = ["sim", "same", "--json", "--seeds", "3", "--seconds", "5", "--seed", "11"];
        Assert.AreEqual(0, await InvokeAsync(line), _errors.ToString());
        string first = _output.ToString();
        JsonElement root = JsonDocument.Parse(first).RootElement;
        Assert.AreEqual(0, root.GetProperty("differing").GetArrayLength());
        StringAssert.Matches(root.GetProperty("hash").GetString(), Hash());
        _output.GetStringBuilder().Clear();
        Assert.AreEqual(0, await InvokeAsync(line));
        Assert.AreEqual(first, _output.ToString());
    }

    [TestMethod]
    [DataRow("bench", "--nodes", "0")]
    [DataRow("bench", "--nodes", "1,,2")]
    [DataRow("bench", "--nodes", "10001")]
    [DataRow("bench", "--seconds", "0")]
    [DataRow("bench", "--site", "no such file")]
    [DataRow("same", "--seeds", "none")]
    [DataRow("same", "--seconds", "-1")]
    public async Task Option_OutOfRange_IsToldInOneSentence(string command, string option, string value)
    {
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", command, option, value));
        StringAssert.StartsWith(_errors.ToString(), $"{option}: found \"{value}\", expected ");
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    [DataRow("bench")]
    [DataRow("same")]
    public async Task Site_WithAProblem_IsNamedWithItsLine(string command)
    {
        using TestFolder folder = new("sites");
        string file = folder["wrong.yaml"];
        await File.WriteAllTextAsync(file, "version: 1\ncity: nice\nsite: wrong\nnode: n\nboard: NO_SUCH_BOARD\n");
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", command, "--site", file));
        StringAssert.Contains(_errors.ToString(), $"{file}:5");
    }

    [GeneratedRegex(@"^\./run (sim (?:bench|same)[^\n#]*)", RegexOptions.Multiline)]
    private static partial Regex CommandLineOf();

    [GeneratedRegex(@"^ +1 +2 +[\d,]+ +[\d,]+ +100 ?% +\d+")]
    private static partial Regex FirstRow();

    [GeneratedRegex(@"^ +3 +6 +[\d,]+ +[\d,]+ +\d+ ?% +\d+")]
    private static partial Regex SecondRow();

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex Hash();

    private Task<int> InvokeAsync(params string[] words) =>
        CommandLine.InvokeAsync(words, (_, _) => Task.FromResult(1), _output, _errors);
}
