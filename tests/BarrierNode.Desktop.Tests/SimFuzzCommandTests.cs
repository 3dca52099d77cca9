using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode sim fuzz</c>, as people and programs call it.</summary>
[TestClass]
public sealed partial class SimFuzzCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task Commands_OfThePage_Work()
    {
        string[] commands = [.. CommandLineOf().Matches(Repository.Text("docs/fuzzing.md")).Select(m => m.Groups[1].Value)];
        Assert.IsGreaterThanOrEqualTo(2, commands.Length);
        foreach (string command in commands)
        {
            Assert.AreEqual(0, await InvokeAsync(CommandWords.Of(command)), $"{command}: {_errors}{_output}");
        }
    }

    [TestMethod]
    public async Task Json_LastLine_TellsTheResult()
    {
        Assert.AreEqual(0, await InvokeAsync("sim", "fuzz", "--hours", "0.1", "--seed", "5", "--site", "minimal", "--json"), _errors.ToString());
        JsonElement result = JsonDocument.Parse(_output.ToString().TrimEnd().Split('\n')[^1]).RootElement;
        Assert.AreEqual(5, result.GetProperty("seed").GetInt32());
        Assert.IsGreaterThanOrEqualTo(0.1, result.GetProperty("hours").GetDouble());
        Assert.AreEqual(16, result.GetProperty("hash").GetString()!.Length);
        Assert.AreEqual(0, result.GetProperty("findings").GetArrayLength());
        Assert.IsGreaterThan(0, result.GetProperty("laneSecondsPerSecond").GetDouble());
        Assert.IsGreaterThan(0, result.GetProperty("coverage").GetProperty("events").GetProperty("MoveStarted").GetInt64());
    }

    [TestMethod]
    [DataRow("--hours", "0", "found \"0\", expected a number of hours")]
    [DataRow("--seed", "x", "found \"x\", expected a whole number from 0")]
    [DataRow("--jobs", "0", "found \"0\", expected a whole number from 1 to 64")]
    public async Task Option_ThatIsWrong_IsToldInOneSentence(string option, string value, string sentence)
    {
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", "fuzz", option, value));
        Assert.Contains(sentence, _errors.ToString());
    }

    [TestMethod]
    public async Task Site_ThatIsMissing_IsTold()
    {
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", "fuzz", "--hours", "0.1", "--site", "nowhere"));
        Assert.Contains("nowhere", _errors.ToString());
    }

    private Task<int> InvokeAsync(params string[] args) => CommandLine.InvokeAsync(args, (_, _) => Task.FromResult(1), _output, _errors);

    [GeneratedRegex(@"^\./run (sim fuzz [^\n#]+)", RegexOptions.Multiline)]
    private static partial Regex CommandLineOf();
}
