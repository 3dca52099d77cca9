using System.Globalization;

namespace BarrierNode.Verify.Tests.Commands;

/// <summary>The benchmarks run, and what they say does not depend on the machine: nothing is allocated, and the gate is no more than some times a loop without rules.</summary>
[TestClass]
public class BenchmarkTests
{
    private const string Command = "dotnet run -c Release --project tests/BarrierNode.Benchmarks -- scan";

    [TestMethod]
    public void Page_Commands_AreTheLongAndTheShortForm() =>
        Assert.AreSequenceEqual([Command, $"{Command} --short"], ShellCommand.OnPage("docs/benchmarks.md"));

    [TestMethod]
    public void ShortForm_EveryMeasurement_AllocatesNothingAndKeepsItsRatioToTheFloor()
    {
        (int exitCode, string output) = RunAsBuilt($"{Command} --short");
        Assert.AreEqual(0, exitCode, output);

        // About four times what they usually are: a test of the order of magnitude. A city makes objects for its messages.
        (string Name, double MostTimesFloor, double MostBytes)[] bounds =
        [
            ("floor", 1, 0), ("gate, minimal", 45, 0), ("gate, promenade", 60, 0), ("gate, largest", 160, 0),
            ("whole scan of the firmware, promenade", 450, 0), ("whole scan of the firmware, largest site", 900, 0),
            ("whole city at rest, promenade", 1200, 150),
        ];
        foreach ((string name, double mostTimesFloor, double mostBytes) in bounds)
        {
            string[] cells = output.Split('\n').Single(line => line.StartsWith($"| {name}", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
            Assert.IsLessThanOrEqualTo(mostBytes, double.Parse(cells[4], CultureInfo.InvariantCulture), $"bytes a scan of: {name}");
            Assert.IsLessThanOrEqualTo(mostTimesFloor, double.Parse(cells[3], CultureInfo.InvariantCulture), $"ratio of: {name}");
        }
    }

    [TestMethod]
    public void Program_WithoutArguments_TellsItsUsage()
    {
        (int exitCode, string output) = RunAsBuilt("dotnet run -c Release --project tests/BarrierNode.Benchmarks");
        Assert.AreEqual(2, exitCode, output);
        Assert.Contains($"Usage: {Command} [--short]", output);
    }

    // It was built with these tests.
    private static (int ExitCode, string Output) RunAsBuilt(string command) =>
        ShellCommand.Run(command.Replace("dotnet run ", "dotnet run --no-build ", StringComparison.Ordinal));
}
