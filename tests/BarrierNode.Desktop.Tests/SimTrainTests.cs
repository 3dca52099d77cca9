using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode sim train</c>, and what docs/training.md says of it.</summary>
[TestClass]
public sealed partial class SimTrainTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static string Exercise => Repository.File("simulator/exercises/blue-light.yaml");

    private static string Answers => Repository.File("simulator/exercises/answers/blue-light.yaml");

    [TestMethod]
    public async Task Train_WithoutAnswers_ShowsTheBriefingAlone()
    {
        Assert.AreEqual(0, await TrainAsync(Exercise), _errors.ToString());
        string text = _output.ToString();
        Assert.StartsWith("An ambulance before closed bollards (blue-light, blue-light, 3:00.0)", text);
        Assert.Contains("Market day. The lane azur is closed.", text);
        Assert.Contains("    40  The lane is open within 20 s of the call.", text);
        Assert.Contains("   -50  The emergency raise was started while an ambulance waited.", text);
        Assert.DoesNotContain("Debrief", text);
    }

    [TestMethod]
    public async Task Train_WithGoodAnswers_IsPassed()
    {
        Assert.AreEqual(0, await TrainAsync(Exercise, "--answers", Answers), _errors.ToString());
        string text = _output.ToString();
        Assert.MatchesRegex(@"operator +command: \{ emergencyVehicle: azur \}", text);
        Assert.MatchesRegex(@"right +\+40  The lane is open within 20 s of the call\.", text);
        Assert.EndsWith($"Passed: 100 of 100 points, 70 % needed to pass.{Environment.NewLine}", text);
    }

    [TestMethod]
    public async Task Train_InFrench_SaysEverythingInFrench()
    {
        Assert.AreEqual(0, await TrainAsync(Exercise, "--answers", Answers, "--language", "fr"), _errors.ToString());
        string text = _output.ToString();
        Assert.StartsWith("Une ambulance devant des bornes fermées", text);
        Assert.MatchesRegex(@"azur +se ferme", text);
        Assert.EndsWith($"Réussi : 100 points sur 100, il en faut 70 %.{Environment.NewLine}", text);
    }

    [TestMethod]
    public async Task Train_WithAnswersThatDoNothing_FailsAndSaysWhatIsToBeLearned()
    {
        using TestFolder folder = new();
        await File.WriteAllTextAsync(folder["idle.yaml"], "answers: blue-light\nsteps: []\n");
        Assert.AreEqual(1, await TrainAsync(Exercise, "--answers", folder["idle.yaml"]), _errors.ToString());
        Assert.Contains("Use the command \"emergency vehicle\".", _output.ToString());
        Assert.Contains("Not passed: 0 of 100 points", _output.ToString());
    }

    [TestMethod]
    public async Task Train_WithASeed_IsAnotherRunWithTheSameEnd()
    {
        List<string> hashes = [];
        foreach (string seed in new[] { "1", "2" })
        {
            _output.GetStringBuilder().Clear();
            Assert.AreEqual(0, await TrainAsync(Exercise, "--answers", Answers, "--json", "--seed", seed), _errors.ToString());
            hashes.Add((string)JsonNode.Parse(_output.ToString().TrimEnd().Split('\n')[^1])!["hash"]!);
        }

        Assert.AreNotEqual(hashes[0], hashes[1]);
    }

    [TestMethod]
    public async Task Train_AsJson_IsOneObjectALine()
    {
        Assert.AreEqual(0, await TrainAsync(Exercise, "--answers", Answers, "--json", "--language", "fr"), _errors.ToString());
        JsonNode[] lines = [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
        Assert.AreEqual("exercise", (string)lines[0]["event"]!);
        Assert.AreEqual("Une ambulance devant des bornes fermées", (string)lines[0]["title"]!);
        JsonNode act = lines.First(l => (string?)l["kind"] == "act");
        Assert.AreEqual(("operator", "command: { emergencyVehicle: azur }"), ((string)act["role"]!, (string)act["id"]!));
        Assert.AreEqual(100, (int)lines[^1]["points"]!);
        Assert.IsTrue((bool)lines[^1]["passed"]!);
    }

    [TestMethod]
    [DataRow("--language", "de", ":1: there is no language 'de', expected one of en, fr")]
    [DataRow("--seed", "x", "--seed: found \"x\", expected a whole number from 0 to 2147483647.")]
    [DataRow("--answers", "none.yaml", "none.yaml:1: the file does not exist, expected the path of a YAML file")]
    public async Task Train_WithWrongInput_SaysWhatIsExpected(string option, string value, string sentence)
    {
        Assert.AreEqual(CommandLine.WrongInput, await TrainAsync(Exercise, option, value));
        Assert.Contains(sentence, _errors.ToString());
    }

    [TestMethod]
    public async Task TrainCommands_InTheDocumentation_Work()
    {
        int count = 0;
        foreach (Match match in TrainLine().Matches(Repository.Text("docs/training.md") + Repository.Text("README.md")))
        {
            count++;
            string[] words = [.. match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w.StartsWith("simulator/", StringComparison.Ordinal) ? Repository.File(w) : w)];
            Assert.AreEqual(0, await TrainAsync(words), $"{match.Value}: {_errors}");
        }

        Assert.IsGreaterThanOrEqualTo(4, count);
    }

    private Task<int> TrainAsync(params string[] words) =>
        CommandLine.InvokeAsync(["sim", "train", .. words], (_, _) => Task.FromResult(1), _output, _errors);

    [GeneratedRegex(@"(?:^|`)\./run sim train ([^`\n#]+)", RegexOptions.Multiline)]
    private static partial Regex TrainLine();
}
