namespace BarrierNode.Verify.Tests.Claims;

/// <summary>The page of hazards says nothing that no test proves.</summary>
[TestClass]
public class HazardPageTests
{
    // Numbers of the list that the page began with.
    private const int FirstHazards = 34;

    [TestMethod]
    public void Page_EveryHazard_IsThereOnceAndInOrder()
    {
        string[] hazards = [.. HazardLog.Rows.Select(row => row.Id)];
        Assert.AreSequenceEqual(Enumerable.Range(1, hazards.Length).Select(n => $"H{n}").ToArray(), hazards);
        Assert.IsGreaterThanOrEqualTo(FirstHazards, hazards.Length);
    }

    [TestMethod]
    public void Row_EveryOne_NamesTestsThatAreAlive()
    {
        foreach (HazardRow row in HazardLog.Rows)
        {
            Assert.IsNotEmpty(row.Tests, $"{row.Id} names no test");
            foreach (string test in row.Tests)
            {
                Assert.Contains(test, LivingTests.OfRepository, $"{row.Id}: {test} does not exist, is ignored or says nothing");
            }
        }
    }

    [TestMethod]
    public void Row_EveryOne_SaysWhatAndWhere()
    {
        foreach (HazardRow row in HazardLog.Rows)
        {
            Assert.IsGreaterThan(10, row.Hazard.Length, row.Id);
            Assert.IsGreaterThan(20, row.Reaction.Length, row.Id);
            Assert.IsTrue(row.Files.Length > 0 || row.Where.Contains("hardware/README.md", StringComparison.Ordinal), $"{row.Id} says nowhere where");
            foreach (string file in row.Files)
            {
                Assert.IsTrue(File.Exists(Repository.File(file)), $"{row.Id}: {file} does not exist");
            }
        }
    }
}
