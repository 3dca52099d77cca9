namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class BoardPageTests
{
    private static readonly string PageText = Page.Text("hardware", "README.md");

    [TestMethod]
    public void Tables_OfThePage_AreThoseOfTheBoardFiles()
    {
        string expected = BoardPage.Tables(SiteFiles.Boards);

        Page.IsMade(expected, "<!-- boards -->\n", "<!-- /boards -->", "hardware", "README.md");
    }

    [TestMethod]
    [DataRow("ESP32_REV3")]
    [DataRow("ESP32_OLIMEX")]
    [DataRow("ESP32_S3")]
    public void PinsLeft_OnThePage_AreThoseOfTheBoardFile(string name)
    {
        BoardModel board = SiteFiles.Boards.Single(b => b.Name == name);
        string both = string.Join(", ", board.Pins.Values.Where(p => p.MayBeOutput).Select(p => p.Gpio).Order());
        string inputs = string.Join(", ", board.Pins.Values.Where(p => p.MayBeInput && !p.MayBeOutput).Select(p => p.Gpio).Order());

        Assert.Contains($"| {name} | {both} | {inputs} |\n", PageText);
    }
}
