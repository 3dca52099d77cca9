using System.CommandLine;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Screens.Sim;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary><c>barriernode sim open</c> and its pages in the documentation.</summary>
[TestClass]
public sealed partial class SimOpenCommandTests
{
    [TestMethod]
    public void Options_Given_ReachTheWindow()
    {
        string site = Repository.File("simulator/sites/piazza.yaml");

        SimOpenOptions options = Parse([site, "--seed", "7", "--rate", "max", "--port", "6001", "--language", "fr"], out _)!;

        Assert.AreEqual(site, options.Files.Single());
        Assert.AreEqual((7, double.PositiveInfinity, 6001), (options.Seed, options.Rate, options.Port));
        Assert.AreEqual("fr", options.Language);
    }

    [TestMethod]
    [DataRow("--seed", "x", "--seed: found \"x\", expected a whole number from 0 to 2147483647.")]
    [DataRow("--rate", "0", "--rate: found \"0\", expected a number from 0.01 to 10000, or max.")]
    [DataRow("--port", "0", "--port: found \"0\", expected a number from 1 to 65535.")]
    public void Option_ThatIsWrong_IsNamedWithWhatWasExpected(string option, string value, string sentence)
    {
        Assert.IsNull(Parse([option, value], out string[] errors));

        Assert.AreEqual(sentence, errors.Single());
    }

    [TestMethod]
    public void File_ThatIsMissing_IsNamed()
    {
        Assert.IsNull(Parse(["nowhere.yaml"], out string[] errors));

        Assert.AreEqual("argument: found \"nowhere.yaml\", expected an existing file.", errors.Single());
    }

    [TestMethod]
    public void Scenario_AmongSites_IsRefused()
    {
        string scenario = Repository.File("simulator/scenarios/hazards/car-on-the-entry-loop.yaml");

        DeskException wrong = Assert.ThrowsExactly<DeskException>(
            () => SimLibrary.Open([Repository.File("simulator/sites/minimal.yaml"), scenario], null, Repository.File("simulator/scenarios")));

        Assert.AreEqual($"{scenario} is a scenario, which brings its own site; open it alone.", wrong.Message);
    }

    [TestMethod]
    public void Scenario_Opened_BringsItsSiteAndItsSeed()
    {
        SimLibrary library = SimLibrary.Open([Repository.File("simulator/scenarios/hazards/car-on-the-entry-loop.yaml")], null, "nowhere");

        SimSession session = library.First();

        Assert.AreEqual("A car on the entry loop keeps the bollards down", session.Scenario!.Scenario.Name);
        Assert.AreEqual("promenade", session.City.Stations.Single().Site.Site);
        Assert.IsEmpty(library.Scenarios);
    }

    [TestMethod]
    public void Commands_InTheDocumentation_AreUnderstood()
    {
        int count = 0;
        foreach (string page in (string[])[Repository.File("README.md"), .. Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)])
        {
            foreach (Match match in OpenLine().Matches(File.ReadAllText(page)))
            {
                count++;
                string[] words =
                [
                    .. match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(word => word.StartsWith("simulator/", StringComparison.Ordinal) ? Repository.File(word) : word),
                ];
                SimOpenOptions? options = Parse(words, out string[] errors);
                Assert.IsNotNull(options, $"{page}: {match.Value}: {string.Join("; ", errors)}");
                _ = SimLibrary.Open(options.Files, options.Seed, "nowhere", options.Language).First();
            }
        }

        Assert.IsGreaterThanOrEqualTo(8, count);
    }

    private static SimOpenOptions? Parse(string[] words, out string[] errors)
    {
        SimOpenOptions? taken = null;
        Command command = SimOpenCommand.Create((options, _) => Task.FromResult((taken = options) is null ? 1 : 0));
        ParseResult result = command.Parse(words);
        errors = [.. result.Errors.Select(e => e.Message).Distinct()];
        return errors.Length == 0 && result.Invoke() == 0 ? taken : null;
    }

    [GeneratedRegex(@"(?:^|`)\./run sim open([^`\n#]*)", RegexOptions.Multiline)]
    private static partial Regex OpenLine();
}
