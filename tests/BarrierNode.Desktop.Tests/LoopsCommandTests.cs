using System.Text.Json;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode loops</c>, as people and programs call it, in the short form.</summary>
[TestClass]
public sealed partial class LoopsCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task Commands_OfThePage_KeepEveryLimit()
    {
        string[] commands = [.. CommandLineOf().Matches(Repository.Text("docs/loops.md")).Select(m => m.Groups[1].Value).Distinct()];
        Assert.IsGreaterThanOrEqualTo(3, commands.Length);
        foreach (string command in commands)
        {
            // What is long on the page is run short here.
            string[] words = CommandWords.Of(command);
            words = words.Contains("--passages") ? words : [.. words, "--passages", "140"];
            words = words.Contains("--hours") ? words : [.. words, "--hours", "1"];
            Assert.AreEqual(0, await InvokeAsync(words), command + "\n" + _output + _errors);
        }
    }

    [TestMethod]
    public async Task Table_ForPeople_HasEveryKindMovingAndStanding()
    {
        Assert.AreEqual(0, await InvokeAsync("loops", "--passages", "70", "--hours", "0.1", "--seed", "3"));
        string text = _output.ToString();
        StringAssert.Contains(text, "70 passages over two loops, drift up to 10000 ppm a minute, seed 3");
        Assert.HasCount(4, text.Split("\nBicycle "), "calm, rough, and standing");
        Assert.HasCount(3, text.Split("\nTruckTrailer "));
        StringAssert.Contains(text, "Every limit is kept.");
    }

    [TestMethod]
    public async Task Json_IsOneObjectWithTheSameFigures()
    {
        Assert.AreEqual(0, await InvokeAsync("loops", "--json", "--passages", "70", "--hours", "0.1"));
        JsonElement root = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.IsTrue(root.GetProperty("good").GetBoolean());
        Assert.AreEqual(8, root.GetProperty("passages").GetArrayLength());
        Assert.AreEqual(7, root.GetProperty("standing").GetArrayLength());
        Assert.AreEqual(
            70, root.GetProperty("passages").EnumerateArray().Sum(p => p.GetProperty("passages").GetInt32() + p.GetProperty("below").GetInt32()));
    }

    [TestMethod]
    [DataRow("--passages", "7")]
    [DataRow("--passages", "many")]
    [DataRow("--hours", "0")]
    [DataRow("--drift", "10001")]
    [DataRow("--seed", "-1")]
    public async Task Option_OutOfRange_IsToldInOneSentence(string option, string value)
    {
        Assert.AreEqual(CommandLine.WrongInput, await InvokeAsync("loops", option, value));
        StringAssert.StartsWith(_errors.ToString(), $"{option}: found \"{value}\", expected ");
        Assert.AreEqual("", _output.ToString());
    }

    [GeneratedRegex(@"`\./run (loops(?: [^`]*)?)`")]
    private static partial Regex CommandLineOf();

    private Task<int> InvokeAsync(params string[] words) =>
        CommandLine.InvokeAsync(words, (_, _) => Task.FromResult(1), _output, _errors);
}
