using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>The forms keep their form: lines that fit, pages that need nothing, names that stay names.</summary>
[TestClass]
public sealed class MatrixFormTests
{
    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    [DataRow("two-channel")]
    public void Text_OfASite_IsAsciiAndFitsTheWidth(string name)
    {
        AssertFits(MatrixText.Write(InterlockMatrix.Of(SiteFiles.Site(name))));
    }

    [TestMethod]
    public void Text_OfTheLargestTable_FitsTheWidthInSeveralBlocks()
    {
        string text = MatrixText.Write(InterlockMatrix.Of(HandTable.Largest()));

        AssertFits(text);
        Assert.HasCount(4, text.Split("\nout0xxxxxxxxxxxxxxxxxxxx  0"));
    }

    [TestMethod]
    public void Html_OfASite_NeedsNothingFromElsewhere()
    {
        string page = MatrixHtml.Write(InterlockMatrix.Of(SiteFiles.Site("promenade")));

        foreach (string refused in new[] { "<script", "<link", "<img", "<iframe", "http://", "https://", "//", "url(", "@import", "javascript:" })
        {
            Assert.DoesNotContain(refused, page);
        }
    }

    [TestMethod]
    [DataRow("<script>alert(1)</script>")]
    [DataRow("\"onmouseover=\"alert(1)")]
    [DataRow("'><img src=x>&amp;")]
    [DataRow("</style></title>")]
    public void Html_WithAHostileName_ShowsItAsText(string name)
    {
        string page = MatrixHtml.Write(Named(name));

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("\"onmouseover", page);
        Assert.HasCount(2, page.Split("</style>"));
        Assert.HasCount(2, page.Split("</title>"));
        Assert.Contains($"<td>{System.Net.WebUtility.HtmlEncode(name)}</td>", page);
    }

    [TestMethod]
    [DataRow("a|b")]
    [DataRow("<b>*x*</b>")]
    [DataRow("[x](javascript:y)")]
    [DataRow(@"\|")]
    [DataRow("`code`")]
    [DataRow("https://x.example")]
    public void Markdown_WithAHostileName_ShowsItAsText(string name)
    {
        string page = MatrixMarkdown.Write(Named(name));

        string[] row = MatrixPages.MarkdownTable(page, "Matrix")[1];
        Assert.AreEqual(name, row[0]);
        Assert.AreEqual(name, MatrixPages.MarkdownTable(page, "Matrix")[0][1]);
        foreach (string raw in new[] { "<b>", "*x*", "[x]", "`code`", "s://" })
        {
            Assert.DoesNotContain(raw, page);
        }
    }

    private static InterlockMatrix Named(string name)
    {
        SiteTable table = HandTable.Of(inputs: 1, outputs: 1);
        table.City = name;
        table.Board = name;
        table.InputNames[0] = name;
        table.OutputNames[0] = name;
        table.Lanes[0].Id = name;
        table.Gate.Words[GateTable.MustBeZeroAt] = 1 | (1L << ConditionBit.OfLane(0, ConditionBit.LaneUp));
        return InterlockMatrix.Of(table);
    }

    private static void AssertFits(string text)
    {
        string[] tooLong = [.. text.Split('\n').Where(line => line.Length > MatrixText.Width || line.EndsWith(' '))];
        Assert.IsEmpty(tooLong, string.Join('\n', tooLong));
        Assert.IsTrue(text.All(c => c is '\n' or (>= ' ' and <= '~')));
    }
}
