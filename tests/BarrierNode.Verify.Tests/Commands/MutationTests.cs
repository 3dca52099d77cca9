using System.Globalization;
using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Tests.Commands;

/// <summary>Mutation testing runs, and the page of what survived is right.</summary>
[TestClass]
public sealed partial class MutationTests
{
    private const string Page = "docs/mutation.md";

    [TestMethod]
    public void Page_Commands_AreTheLongAndTheShortForm() => Assert.AreSequenceEqual(["tests/mutate", "tests/mutate --short"], ShellCommand.OnPage(Page));

    [TestMethod]
    public void Page_EverySurvivor_IsWhereThePageSaysAndHasAReason()
    {
        MatchCollection rows = Row().Matches(Repository.Text(Page));
        Assert.IsNotEmpty(rows);
        foreach (Match row in rows)
        {
            string[] source = Repository.Text($"firmware/BarrierNode.Interlock/{row.Groups["file"]}").Split('\n');
            int line = int.Parse(row.Groups["line"].Value, CultureInfo.InvariantCulture);
            Assert.Contains(row.Groups["code"].Value.Replace("\\|", "|", StringComparison.Ordinal), source[line - 1], row.Value);
            Assert.IsGreaterThan(10, row.Groups["why"].Value.Trim().Length, row.Value);
        }
    }

    [TestMethod]
    [TestCategory("Long")]
    public void ShortForm_OfTheTableProof_LeavesNothingUnexplained()
    {
        (int exitCode, string output) = ShellCommand.Run("tests/mutate --short");
        Assert.AreEqual(0, exitCode, output);
        Match score = Score().Match(output.TrimEnd().Split('\n')[^1]);
        Assert.IsTrue(score.Success, output);
        Assert.IsGreaterThan(15, int.Parse(score.Groups["killed"].Value, CultureInfo.InvariantCulture), output);
        Assert.AreEqual("0", score.Groups["unexplained"].Value, output);
    }

    [GeneratedRegex(@"^\| (?<file>\w+\.cs) \| (?<line>\d+) \| `(?<code>.*?)` \| `.*?` \|(?<why>.*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^Mutation score [\d.]+ %: (?<killed>\d+) of \d+ killed, \d+ survived, (?<unexplained>\d+) of them unexplained$")]
    private static partial Regex Score();
}
