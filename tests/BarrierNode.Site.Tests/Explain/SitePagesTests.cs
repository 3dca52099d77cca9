using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>The pages about a site: which parts they have, and that each form keeps its form.</summary>
[TestClass]
public sealed class SitePagesTests
{
    [TestMethod]
    [DynamicData(nameof(SiteFiles.Names), typeof(SiteFiles))]
    public void Text_OfEveryPart_IsAsciiAndFitsTheWidth(string site)
    {
        string text = SitePages.Write(SiteFiles.Site(site), SitePart.All, PageFormat.Text);
        string[] tooLong = [.. text.Split('\n').Where(line => line.Length > MatrixText.Width || line.EndsWith(' '))];

        Assert.IsEmpty(tooLong, string.Join('\n', tooLong));
        Assert.IsTrue(text.All(c => c is '\n' or (>= ' ' and <= '~')));
    }

    [TestMethod]
    [DataRow(PageFormat.Text)]
    [DataRow(PageFormat.Markdown)]
    [DataRow(PageFormat.Html)]
    public void Page_OfAPart_HasThatPartAlone(PageFormat format)
    {
        SiteModel site = SiteFiles.Site("promenade");
        Dictionary<SitePart, string> titles = new()
        {
            [SitePart.Matrix] = "Interlock of nice/promenade/quai-1",
            [SitePart.Checklist] = "Acceptance of nice/promenade/quai-1",
            [SitePart.Wiring] = "Wiring of nice/promenade/quai-1",
        };
        string all = SitePages.Write(site, SitePart.All, format);
        foreach ((SitePart part, string title) in titles)
        {
            string page = SitePages.Write(site, part, format);
            Assert.Contains(title, page);
            Assert.Contains(title, all);
            foreach (string other in titles.Values.Where(t => t != title))
            {
                Assert.DoesNotContain(other, page);
            }
        }
    }

    [TestMethod]
    [DataRow(PageFormat.Text)]
    [DataRow(PageFormat.Markdown)]
    [DataRow(PageFormat.Html)]
    public void Page_OfTheMatrix_IsThatOfItsWriter(PageFormat format)
    {
        SiteModel site = SiteFiles.Site("two-channel");
        InterlockMatrix matrix = InterlockMatrix.Of(site);
        string expected = format switch
        {
            PageFormat.Markdown => MatrixMarkdown.Write(matrix),
            PageFormat.Html => MatrixHtml.Write(matrix),
            _ => MatrixText.Write(matrix),
        };

        Assert.AreEqual(expected, SitePages.Write(site, SitePart.Matrix, format));
    }

    [TestMethod]
    public void Example_OfThePage_IsAStepOfThePromenade()
    {
        string example = Page.Between(Page.Text("docs", "acceptance.md"), "```text\n", "```");

        Assert.Contains(example, SitePages.Write(SiteFiles.Site("promenade"), SitePart.Checklist, PageFormat.Text));
    }

    [TestMethod]
    [DataRow("C", "Conditions")]
    [DataRow("X", "Exclusions")]
    [DataRow("D", "Dead times")]
    [DataRow("L", "Run limits")]
    [DataRow("R", "Leases")]
    [DataRow("F", "Feedback contacts")]
    [DataRow("P", "Two-channel inputs")]
    [DataRow("T", "Trips")]
    public void Names_OnThePage_AreThoseOfSteps(string letter, string chapter)
    {
        string row = Page.Text("docs", "acceptance.md").Split('\n').Single(line => line.StartsWith($"| {letter} |", StringComparison.Ordinal));
        string name = row.Split('`')[1];
        CheckStep[] steps =
        [
            .. new[] { "promenade", "two-channel" }.SelectMany(site => AcceptanceChecklist.Of(SiteFiles.Site(site)).Chapters)
                .Where(c => c.Title == chapter).SelectMany(c => c.Steps).Where(s => s.Name == name),
        ];

        Assert.HasCount(1, steps, name);
        Assert.StartsWith(letter, steps[0].Number);
    }

    [TestMethod]
    public void Html_OfEveryPart_NeedsNothingFromElsewhereAndClosesOnce()
    {
        string page = SitePages.Write(SiteFiles.Site("promenade"), SitePart.All, PageFormat.Html);

        foreach (string refused in new[] { "<script", "<link", "<img", "<iframe", "http://", "https://", "url(", "@import", "javascript:" })
        {
            Assert.DoesNotContain(refused, page);
        }

        Assert.HasCount(2, page.Split("</html>"));
        Assert.HasCount(2, page.Split("<body>"));
    }
}
