using System.Text.RegularExpressions;
using BarrierNode.Verify.Tests.Commands;

namespace BarrierNode.Verify.Tests.Claims;

/// <summary>Each reaction in software can be taken out, and the test that must notice is one of its row.</summary>
[TestClass]
public sealed partial class HazardRemovalTests
{
    [TestMethod]
    public void Removals_OfEveryRowWithSoftware_AreThere()
    {
        foreach (HazardRow row in HazardLog.Rows.Where(row => row.Files.Length > 0))
        {
            Assert.Contains(row.Id, HazardLog.Removals.Select(r => r.Hazard).ToArray(), $"no removal shows that the tests of {row.Id} notice");
        }
    }

    [TestMethod]
    public void Removal_EveryOne_BelongsToARowItsFileAndItsTest()
    {
        foreach (Removal removal in HazardLog.Removals)
        {
            HazardRow? row = Array.Find(HazardLog.Rows, row => row.Id == removal.Hazard);
            Assert.IsNotNull(row, $"{removal.Hazard} is not on {HazardLog.Page}");
            Assert.Contains(removal.Test, row.Tests, $"{removal.Hazard}: its row does not name {removal.Test}");
            Assert.Contains(removal.File, row.Files, $"{removal.Hazard}: its row does not name {removal.File}");
            Assert.IsGreaterThan(3, removal.Removes.Length, removal.Hazard);
        }
    }

    [TestMethod]
    public void Removal_EveryOne_FindsItsTextOnce()
    {
        foreach (Removal removal in HazardLog.Removals)
        {
            Assert.HasCount(2, Repository.Text(removal.File).Split(removal.Find), $"{removal.Hazard}: {removal.File} must have this once: {removal.Find}");
            Assert.AreNotEqual(removal.Find, removal.Replace, removal.Hazard);
        }
    }

    [TestMethod]
    public void Page_Commands_AreTheLongAndTheShortForm() => Assert.AreSequenceEqual(["tests/hazards", "tests/hazards --short"], ShellCommand.OnPage(HazardLog.Page));

    [TestMethod]
    public void Page_LastRun_WasOfAsManyRemovalsAndNoticedEach()
    {
        Match run = LastRun().Match(Repository.Text(HazardLog.Page));
        string expected = $"{HazardLog.Removals.Length} of {HazardLog.Removals.Length}";
        Assert.AreEqual(expected, run.Groups[1].Value, "run tests/hazards and write on the page what it says");
    }

    [TestMethod]
    [TestCategory("Long")]
    public void ShortForm_OfThreeRemovals_NoticesEach()
    {
        (int exitCode, string output) = ShellCommand.Run("tests/hazards --short");
        Assert.AreEqual(0, exitCode, output);
        int tried = HazardLog.Removals.Count(removal => removal.Short);
        Assert.AreEqual(3, tried);
        Assert.HasCount(tried, Killed().Matches(output), output);
        Assert.AreEqual($"{tried} of {tried} removals noticed", output.TrimEnd().Split('\n')[^1]);
    }

    [GeneratedRegex(@"^Last run: (\d+ of \d+) removals noticed, on \d+ \w+ \d{4}", RegexOptions.Multiline)]
    private static partial Regex LastRun();

    [GeneratedRegex(@"^H\d+ +killed by \w+ in \d+ s: without .+$", RegexOptions.Multiline)]
    private static partial Regex Killed();
}
