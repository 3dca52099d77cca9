using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode sim faults</c>, as people and programs call it.</summary>
[TestClass]
public sealed partial class SimFaultsCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task Commands_OfThePage_Work()
    {
        string[] commands = [.. CommandLineOf().Matches(Repository.Text("docs/faults.md")).Select(m => m.Groups[1].Value)];
        Assert.IsGreaterThanOrEqualTo(2, commands.Length);
        foreach (string command in commands)
        {
            Assert.AreEqual(0, await InvokeAsync(CommandWords.Of(command)), $"{command}: {_errors}");
        }
    }

    [TestMethod]
    public async Task Table_OfThePage_IsWhatTheCommandWrites()
    {
        Assert.AreEqual(0, await InvokeAsync("sim", "faults", Repository.File("simulator/sites/promenade.yaml")), _errors.ToString());
        StringAssert.Contains(Repository.Text("docs/faults.md"), $"```text\n{_output.ToString().ReplaceLineEndings("\n")}```");
    }

    [TestMethod]
    public async Task Json_NamesEveryPointWithItsKinds()
    {
        Assert.AreEqual(0, await InvokeAsync("sim", "faults", Repository.File("simulator/sites/promenade.yaml"), "--json"), _errors.ToString());
        JsonElement loop = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("points").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "entryLoop");
        Assert.AreEqual("contact", loop.GetProperty("group").GetString());
        JsonElement delayed = loop.GetProperty("kinds").EnumerateArray().Single(k => k.GetProperty("kind").GetString() == "delayed");
        Assert.AreEqual("800ms", delayed.GetProperty("usual").GetString());
        Assert.AreEqual("1ms", delayed.GetProperty("least").GetString());
        Assert.AreEqual("1min", delayed.GetProperty("most").GetString());
    }

    [TestMethod]
    public async Task SiteFile_ThatIsWrong_IsToldWithItsLine()
    {
        using TestFolder folder = new("faults");
        string file = folder["wrong.yaml"];
        await File.WriteAllTextAsync(file, "version: 1\ncity: NICE\n");
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", "faults", file));
        StringAssert.Contains(_errors.ToString(), "wrong.yaml:2: ");
    }

    [TestMethod]
    public async Task SiteFile_ThatIsMissing_IsToldInOneSentence()
    {
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("sim", "faults", "nowhere.yaml"));
        StringAssert.Contains(_errors.ToString(), "found \"nowhere.yaml\", expected an existing file, or the name of a site that comes with the program.");
    }

    private Task<int> InvokeAsync(params string[] words) => CommandLine.InvokeAsync(
        [.. words.Select(w => w.StartsWith("simulator/", StringComparison.Ordinal) ? Repository.File(w) : w)],
        (_, _) => Task.FromResult(1), _output, _errors);

    [GeneratedRegex(@"^\s*\./run (sim faults [^`\n#]+)", RegexOptions.Multiline)]
    private static partial Regex CommandLineOf();
}
