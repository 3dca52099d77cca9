using System.Globalization;

namespace BarrierNode.Verify.Tests.Claims;

/// <summary>The page of features claims nothing that no test shows.</summary>
[TestClass]
public class FeaturePageTests
{
    private const string Page = "docs/features.md";

    private static readonly PageRow[] Rows = PageTable.Rows(Page, "#", "feature", "state", "how, or why not", "tests");

    [TestMethod]
    public void Page_Rows_AreNumberedAndNameEachFeatureOnce()
    {
        Assert.AreSequenceEqual(Enumerable.Range(1, Rows.Length).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToArray(), Rows.Select(row => row.Cells[0]).ToArray());
        Assert.HasCount(Rows.Length, Rows.Select(row => row.Cells[1]).Distinct().ToArray());
        Assert.IsGreaterThanOrEqualTo(73, Rows.Length);
    }

    [TestMethod]
    public void Page_Number_IsThatOfTheRowsThatWork() =>
        Assert.Contains($"{Rows.Count(row => row.Cells[2] == "works")} of {Rows.Length} features work.", Repository.Text(Page));

    [TestMethod]
    public void Row_ThatWorks_NamesTestsThatAreAlive()
    {
        foreach (PageRow row in Rows.Where(row => row.Cells[2] == "works"))
        {
            Assert.IsNotEmpty(row.Codes(4), $"{row.Cells[0]} {row.Cells[1]} names no test");
            foreach (string test in row.Codes(4))
            {
                Assert.Contains(test, LivingTests.OfRepository, $"{row.Cells[0]} {row.Cells[1]}: {test} does not exist, is ignored or says nothing");
            }
        }
    }

    [TestMethod]
    public void Row_ThatDoesNotWork_SaysWhyAndNamesNoTest()
    {
        foreach (PageRow row in Rows.Where(row => row.Cells[2] != "works"))
        {
            Assert.AreEqual("no", row.Cells[2], row.Cells[1]);
            Assert.IsGreaterThan(15, row.Cells[3].Length, $"{row.Cells[1]}: why not?");
            Assert.IsEmpty(row.Codes(4), row.Cells[1]);
        }
    }
}
