using System.Text.Json;
using System.Xml.Linq;
using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Tests;

[TestClass]
public sealed class SimRunCommandTests
{
    private const string Good = "scenario: Good\ncovers: [H5]\nsite: promenade\nsteps: [{ expect: promenade is up }]\n";
    private const string Bad = "scenario: Bad\ncovers: [H6]\nsite: promenade\nsteps:\n  - wait: 1 s\n  - expect: promenade is down\n";

    [TestMethod]
    public async Task Folder_WithOneThatFails_TellsTheStepWhatWasSeenAndExitsWith1()
    {
        using TestFolder folder = new("scenarios");
        (int code, string output, string errors) = await Run(folder, []);
        Assert.AreEqual(1, code);
        Assert.AreEqual("", errors);
        Assert.Contains("FAILED", output);
        Assert.Contains($"{folder["bad.yaml"]}:6: expect: {{ lane: promenade, position: down }}", output);
        Assert.Contains("seen: position: up", output);
        Assert.EndsWith("1 of 2 scenarios were met.", output.Trim());
    }

    [TestMethod]
    public async Task Json_OfAFolder_IsAnObjectForEachAndASumInTheLastLine()
    {
        using TestFolder folder = new("scenarios");
        (int code, string output, _) = await Run(folder, ["--json", "--seed", "9"]);
        Assert.AreEqual(1, code);
        JsonElement[] lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.HasCount(3, lines);
        Assert.AreEqual("failed", lines[0].GetProperty("steps")[1].GetProperty("state").GetString());
        Assert.AreEqual(9, lines[1].GetProperty("seed").GetInt32());
        Assert.AreEqual("2 1 1", $"{lines[2].GetProperty("scenarios")} {lines[2].GetProperty("passed")} {lines[2].GetProperty("failed")}");
    }

    [TestMethod]
    public async Task JUnit_OfAFolder_HasACaseForEachAndTheFailure()
    {
        using TestFolder folder = new("scenarios");
        await Run(folder, ["--junit", folder["out.xml"]]);
        XElement suite = XDocument.Load(folder["out.xml"]).Root!.Element("testsuite")!;
        Assert.AreEqual("2 1", $"{suite.Attribute("tests")!.Value} {suite.Attribute("failures")!.Value}");
        Assert.AreEqual("Bad", suite.Elements("testcase").Single(c => c.Element("failure") is not null).Attribute("name")!.Value);
    }

    [TestMethod]
    public async Task File_WithAMistake_IsToldWithItsLineAndNothingIsRun()
    {
        using TestFolder folder = new("scenarios");
        await File.WriteAllTextAsync(folder["worse.yaml"], Good.Replace("promenade is up", "promenade is high"));
        (int code, string output, string errors) = await Run(folder, []);
        Assert.AreEqual(CommandLine.WrongInput, code);
        Assert.AreEqual("", output);
        Assert.StartsWith($"{folder["worse.yaml"]}:4: 'promenade' is 'high', expected one of unknown, up, down", errors);
    }

    [TestMethod]
    [DataRow("--rate", "0")]
    [DataRow("--rate", "fast")]
    [DataRow("--seed", "-1")]
    public async Task Option_OutOfRange_IsToldAndExitsWith2(string option, string value)
    {
        using TestFolder folder = new("scenarios");
        (int code, string output, string errors) = await Run(folder, [option, value]);
        Assert.AreEqual(CommandLine.WrongInput, code);
        Assert.AreEqual("", output);
        Assert.Contains($"{option}: found \"{value}\", expected", errors);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(TestFolder folder, string[] options)
    {
        await File.WriteAllTextAsync(folder["bad.yaml"], Bad);
        await File.WriteAllTextAsync(folder["good.yaml"], Good);
        StringWriter output = new();
        StringWriter errors = new();
        int code = await CommandLine.InvokeAsync(
            ["sim", "run", folder.Path, .. options], (_, _) => Task.FromResult(1), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
