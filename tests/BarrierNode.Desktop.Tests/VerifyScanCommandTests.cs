using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode verify scan</c>, as people and programs call it.</summary>
[TestClass]
public sealed partial class VerifyScanCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task Commands_OfThePage_FindNothing()
    {
        string[] commands = [.. CommandLineOf().Matches(Repository.Text("docs/scan-check.md")).Select(m => m.Groups[1].Value)];
        Assert.IsGreaterThanOrEqualTo(3, commands.Length);
        foreach (string command in commands)
        {
            Assert.AreEqual(0, await InvokeAsync(CommandWords.Of(command)), _errors.ToString());
            Assert.AreEqual("", _errors.ToString());
        }
    }

    [TestMethod]
    public async Task Site_SmallerThanTheLargestTable_TakesLess()
    {
        await InvokeAsync("verify", "scan", "--json");
        JsonElement largest = JsonDocument.Parse(_output.ToString()).RootElement;
        _output.GetStringBuilder().Clear();
        await InvokeAsync("verify", "scan", "--json", "--site", Repository.File("simulator/sites/minimal.yaml"));
        JsonElement minimal = JsonDocument.Parse(_output.ToString()).RootElement;

        foreach (string part in new[] { "scan", "gate", "rest" })
        {
            Assert.IsLessThan(largest.GetProperty(part).GetInt64(), minimal.GetProperty(part).GetInt64(), part);
        }

        Assert.AreEqual(0, minimal.GetProperty("findings").GetArrayLength());
        Assert.AreEqual(
            minimal.GetProperty("scan").GetInt64(), minimal.GetProperty("methods").EnumerateArray().Sum(m => m.GetProperty("total").GetInt64()));
    }

    [TestMethod]
    public async Task Table_ForPeople_HasTotalsEstimateAndMethods()
    {
        Assert.AreEqual(0, await InvokeAsync("verify", "scan"));
        string text = _output.ToString();
        StringAssert.Contains(text, "gate and conditioning");
        StringAssert.Matches(text, new(@"whole scan; estimated \d+\.\d to \d+\.\d ms on an ESP32"));
        StringAssert.Contains(text, "BarrierNode.Interlock.Gate.Scan");
    }

    [TestMethod]
    public async Task SiteFile_ThatIsWrong_IsToldWithItsLine()
    {
        using var folder = new TestFolder("site");
        await File.WriteAllTextAsync(folder["wrong.yaml"], "version: 7\n");
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("verify", "scan", "--site", folder["wrong.yaml"]));
        StringAssert.Contains(_errors.ToString(), "wrong.yaml:1:");
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public async Task Root_WithoutFirmware_IsToldAsAFinding()
    {
        using var folder = new TestFolder("empty");
        await File.WriteAllTextAsync(folder["BarrierNode.sln"], "");
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("verify", "scan", "--root", folder.Path));
        StringAssert.StartsWith(_errors.ToString(), "firmware/nanoframework-api:1: ");
        Assert.AreEqual("", _output.ToString());
    }

    [GeneratedRegex(@"`\./run (verify scan(?: [^`]*)?)`")]
    private static partial Regex CommandLineOf();

    private Task<int> InvokeAsync(params string[] words) =>
        CommandLine.InvokeAsync(words, (_, _) => Task.FromResult(1), _output, _errors);
}
