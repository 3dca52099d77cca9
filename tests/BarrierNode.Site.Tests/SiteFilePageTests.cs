namespace BarrierNode.Site.Tests;

/// <summary>docs/site-file.md: its example is a site, and it names every key that the reader knows.</summary>
[TestClass]
public sealed class SiteFilePageTests
{
    private static readonly string PageText = Page.Text("docs", "site-file.md");
    private static readonly string Example = Page.Between(PageText, "```yaml\n", "```");

    [TestMethod]
    public void Example_OfThePage_IsASite()
    {
        SiteModel site = SiteFiles.Read(Example);

        Assert.AreEqual("liege/meuse/quay-1", $"{site.City}/{site.Site}/{site.Node}");
        Assert.IsNotNull(SiteCompiler.Compile(site));
    }

    [TestMethod]
    [DataRow("version: 1", "## Top")]
    [DataRow("- id: quay", "## Lane")]
    [DataRow("deadTimeMs: 300", "### drive")]
    [DataRow("limits: {", "### limits")]
    [DataRow("down: {", "### limits")]
    [DataRow("stroke: {", "### stroke")]
    [DataRow("scan: {", "### scan")]
    [DataRow("emergencyStop: {", "### emergencyStop")]
    [DataRow("feedback: {", "### feedback")]
    [DataRow("warning: {", "### warning")]
    [DataRow("signal: {", "### signal")]
    [DataRow("- { name: exit,", "### loops")]
    [DataRow("- { role: raise-button,", "### inputs")]
    [DataRow("- { role: heater,", "### outputs")]
    [DataRow("settings: {", "### settings")]
    [DataRow("- { days: mon-fri,", "### Timetable")]
    [DataRow("- { name: carnival,", "### Closures")]
    [DataRow("lengthM: 60", "## Street")]
    [DataRow("- { lane: quay,", "### carriageways")]
    public void Keys_ThatTheReaderKnows_AreOnThePage(string section, string heading)
    {
        // The reader lists its keys when it meets one that is like none of them.
        string spoilt = section.EndsWith('{') ? $"{section} zzzzzzzz: 1,"
            : section.EndsWith(',') ? $"{section} zzzzzzzz: 1,"
            : $"{section}\nzzzzzzzz: 1".Replace("\n", "\n" + new string(' ', IndentOf(section)));
        Assert.HasCount(2, Example.Split(section));
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(Example.Replace(section, spoilt)));
        string known = e.Problems.Single().Expected;
        Assert.StartsWith("one of ", known);

        var onThePage = Page.Rows(Page.Between(PageText, heading + "\n", "\n##")).Select(r => r.First).ToList();
        foreach (string key in known["one of ".Length..].Split(", "))
        {
            Assert.Contains(key, onThePage, $"{heading}: {key}");
        }
    }

    private static int IndentOf(string section)
    {
        string line = Example.Split('\n').First(l => l.Contains(section, StringComparison.Ordinal));
        return line.Length - line.TrimStart(' ', '-').Length;
    }
}
