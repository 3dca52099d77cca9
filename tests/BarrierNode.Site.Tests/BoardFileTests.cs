namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class BoardFileTests
{
    private static readonly string Rev3 = Path.Combine(SiteFiles.BoardsFolder, "esp32-rev3.yaml");

    [TestMethod]
    public void Boards_OfTheRepository_AreTheKnownTargets()
    {
        CollectionAssert.AreEqual(new[] { "ESP32_OLIMEX", "ESP32_REV3", "ESP32_S3" }, SiteFiles.Boards.Select(b => b.Name).ToArray());
        CollectionAssert.AreEqual(new[] { 40, 40, 49 }, SiteFiles.Boards.Select(b => b.Pins.Count).ToArray());
    }

    [TestMethod]
    public void Boards_OfTheChip_AgreeOnWhatTheChipFixes()
    {
        foreach (BoardModel board in SiteFiles.Boards.Where(b => b.Name != "ESP32_S3"))
        {
            foreach (int gpio in new[] { 0, 2, 5, 12, 15, 1, 3, 6, 7, 8, 9, 10, 11, 20, 24, 28, 29, 30, 31, 37, 38 })
            {
                Assert.IsFalse(board.Pins[gpio].MayBeInput || board.Pins[gpio].MayBeOutput, $"{board.Name} GPIO {gpio}");
            }

            foreach (int gpio in Enumerable.Range(34, 6).Append(14))
            {
                Assert.IsFalse(board.Pins[gpio].MayBeOutput, $"{board.Name} GPIO {gpio}");
            }
        }
    }

    [TestMethod]
    public void S3_PinsThatTheChipNeeds_AreNotForEquipment()
    {
        BoardModel board = SiteFiles.Boards.Single(b => b.Name == "ESP32_S3");
        int[] taken = [0, 3, 19, 20, 22, 23, 24, 25, .. Enumerable.Range(26, 12), 43, 44, 45, 46];

        foreach (int gpio in taken)
        {
            Assert.IsFalse(board.Pins[gpio].MayBeInput || board.Pins[gpio].MayBeOutput, $"GPIO {gpio}");
        }

        Assert.IsTrue(board.Pins[18].MayBeInput && !board.Pins[18].MayBeOutput, "GPIO 18 pulses at power-up");
    }

    [TestMethod]
    public void Olimex_PinsOfEthernet_AreTaken()
    {
        BoardModel board = SiteFiles.Boards.Single(b => b.Name == "ESP32_OLIMEX");

        foreach (int gpio in new[] { 12, 17, 18, 19, 21, 22, 23, 25, 26, 27 })
        {
            Assert.AreEqual(PinUse.Ethernet, board.Pins[gpio].Use, $"GPIO {gpio}");
        }

        Assert.IsNotEmpty(board.Preparation);
    }

    [TestMethod]
    [DataRow("{ gpio: 4, use: input-output }", "{ gpio: 4, use: anything }", "board.yaml:{0}: 'pin.use' is 'anything', expected "
        + "input-output or input-only or strapping or flash or ethernet or psram or serial or board or absent")]
    [DataRow("{ gpio: 4, use: input-output }", "{ gpio: 4, use: input-output, colour: red }",
        "board.yaml:{0}: unknown key 'colour' in 'pin', expected one of gpio, use, bootPulse, note")]
    [DataRow("{ gpio: 4, use: input-output }", "{ gpio: 5, use: input-output }",
        "board.yaml:{1}: GPIO 5 is here a second time, expected every pin once")]
    public void Board_Spoilt_IsRefused(string find, string replace, string problem)
    {
        string text = File.ReadAllText(Rev3);
        Assert.HasCount(2, text.Split(find));
        int line = text[..text.IndexOf(find, StringComparison.Ordinal)].Split('\n').Length;

        var e = Assert.ThrowsExactly<SiteFileException>(() => Load(text.Replace(find, replace)));

        Assert.Contains(string.Format(problem, line, line + 1), e.Problems.Select(p => p.ToString()));
    }

    [TestMethod]
    public void Board_WithoutAPin_IsRefused()
    {
        string text = File.ReadAllText(Rev3).Replace("  - { gpio: 4, use: input-output }\n", "");
        int list = text[..text.IndexOf("  - {", StringComparison.Ordinal)].Split('\n').Length;

        var e = Assert.ThrowsExactly<SiteFileException>(() => Load(text));

        Assert.AreEqual($"board.yaml:{list}: GPIO 4 is missing, expected every pin from 0 to 39", e.Message);
    }

    private static BoardModel Load(string text)
    {
        string folder = Directory.CreateTempSubdirectory("bn-board-").FullName;
        try
        {
            string path = Path.Combine(folder, "board.yaml");
            File.WriteAllText(path, text);
            return BoardFile.Load(path);
        }
        catch (SiteFileException e)
        {
            throw new SiteFileException([.. e.Problems.Select(p => p with { File = Path.GetFileName(p.File) })]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
