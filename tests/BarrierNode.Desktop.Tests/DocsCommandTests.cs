using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary>Every command line in the documentation is one that the program takes.</summary>
[TestClass]
public sealed partial class DocsCommandTests
{
    [TestMethod]
    public async Task RunCommands_InTheDocumentation_AreUnderstood()
    {
        int count = 0;
        foreach (string page in Pages())
        {
            foreach (Match match in RunLine().Matches(File.ReadAllText(page)))
            {
                count++;
                string line = match.Groups[1].Value;
                var errors = new StringWriter();
                RunOptions? taken = null;
                int code = await CommandLine.InvokeAsync(
                    ["run", .. CommandWords.Of(line)],
                    (options, _) => Task.FromResult((taken = options) is null ? 1 : 0),
                    new StringWriter(),
                    errors);
                Assert.AreEqual(0, code, $"{page}: ./run{line}: {errors}");
                Assert.IsTrue(taken is not null || line.Contains("--help", StringComparison.Ordinal), $"{page}: ./run{line} runs nothing");
            }
        }

        Assert.IsGreaterThanOrEqualTo(6, count);
    }

    [TestMethod]
    public async Task SiteCommands_InTheDocumentation_Work()
    {
        int count = 0;
        using TestFolder folder = new("results");
        foreach (string page in Pages())
        {
            foreach (Match match in SiteLine().Matches(await File.ReadAllTextAsync(page)))
            {
                count++;
                string line = match.Groups[1].Value;
                string[] words = CommandWords.Of(line);
                int target = Array.IndexOf(words, "--out") + 1;
                if (target > 0)
                {
                    words[target] = folder[$"{count} {words[target]}"];
                }

                var errors = new StringWriter();
                var output = new StringWriter();
                int code = await CommandLine.InvokeAsync(
                    words, (_, _) => Task.FromResult(1), output, errors, new EnterKey());
                Assert.AreEqual(0, code, $"{page}: ./run {line}: {errors}");
                Assert.AreNotEqual("", output.ToString(), $"{page}: ./run {line} says nothing");
            }
        }

        Assert.IsGreaterThanOrEqualTo(9, count);
    }

    [TestMethod]
    public void Links_InTheDocumentation_LeadSomewhere()
    {
        string root = Repository.Root;
        string[] pages = [.. Directory.GetFiles(root, "*.md"), .. new[] { "docs", "hardware", "simulator", "firmware" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.md", SearchOption.AllDirectories))];
        foreach (string page in pages)
        {
            foreach (Match match in Link().Matches(File.ReadAllText(page)))
            {
                string target = Path.Combine(Path.GetDirectoryName(page)!, match.Groups[1].Value);
                Assert.IsTrue(File.Exists(target) || Directory.Exists(target), $"{page}: {match.Groups[1].Value} does not exist");
            }
        }
    }

    private static string[] Pages() =>
        [Repository.File("README.md"), .. Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)];

    [GeneratedRegex(@"(?:^|`)\./run (site [^`\n#]+)", RegexOptions.Multiline)]
    private static partial Regex SiteLine();

    [GeneratedRegex(@"(?:^\s*|`)\./run(?! (?:site|verify|record|loops|sim)\b)((?: [^`\n#]+)?)", RegexOptions.Multiline)]
    private static partial Regex RunLine();

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]+)")]
    private static partial Regex Link();
}
