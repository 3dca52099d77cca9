using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Records;
using BarrierNode.Desktop.Screens.Records;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>The page of a flight record: what it shows, and how one walks through it.</summary>
[TestClass]
public sealed class RecordPageTests
{
    private const int TriggerScan = 90;
    private const int LastScan = 153;

    [TestMethod]
    public async Task Page_Opened_ShowsTheScanOfTheTrigger()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();

        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Flight record stop.bnfr of lab / minimal / bench-1");
        await Assertions.Expect(open.Page.Locator(".verdict")).ToHaveTextAsync("replay identical");
        await Assertions.Expect(open.Page.Locator(".at")).ToContainTextAsync("0.000 s from the trigger");
        await Assertions.Expect(open.Page.Locator("[data-fact=trips]")).ToHaveTextAsync("emergencyStop");
        await Assertions.Expect(open.Output("yard.lower")).ToContainTextAsync("trip: emergencyStop");
        await Assertions.Expect(open.Output("yard.lower")).ToHaveClassAsync("refused");
        await Assertions.Expect(open.Page.Locator("#street .mushroom.pressed")).ToHaveCountAsync(1);
        await open.AssertNoErrorsAsync();
    }

    [TestMethod]
    public async Task Keys_StepByScanAndByChange()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();

        await open.PressAsync("ArrowLeft", TriggerScan - 1);
        await Assertions.Expect(open.Page.Locator("dd[data-lane=yard]")).ToHaveTextAsync("lowering, lower drive on");
        await Assertions.Expect(open.Output("yard.lower")).ToHaveClassAsync("on");
        await open.PressAsync("Shift+ArrowRight", TriggerScan + 9);
        await open.PressAsync("Home", 0);
        await open.PressAsync("ArrowLeft", 0);
        await open.PressAsync("n", 1);
        await open.PressAsync("End", LastScan);
        await open.PressAsync("p", TriggerScan + 1);
        await open.PressAsync("t", TriggerScan);
        await Assertions.Expect(open.Slider).ToHaveAttributeAsync("aria-valuetext", "0.000 s, scan 91 of 154");
    }

    [TestMethod]
    public async Task Slider_Moved_ShowsThatScanInPictureAndValues()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();
        await open.Slider.FillAsync("0");
        await open.ShownAsync(0);

        await Assertions.Expect(open.Page.Locator("#street .bollard").First).ToHaveAttributeAsync("data-percent", "50");
        await open.Slider.FillAsync("40");
        await open.ShownAsync(40);
        await Assertions.Expect(open.Page.Locator("#street .bollard").First).ToHaveAttributeAsync("data-percent", "100");
        await Assertions.Expect(open.Value("contact emergencyStop")).ToHaveTextAsync("0");
        await open.Slider.FillAsync("120");
        await open.ShownAsync(120);
        await Assertions.Expect(open.Value("contact emergencyStop")).ToHaveTextAsync("1");
    }

    [TestMethod]
    public async Task Traces_Clicked_PutTheCursorThere()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();
        LocatorBoundingBoxResult box = (await open.Page.Locator("#traces").BoundingBoxAsync())!;
        await open.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + 30);
        await open.ShownAsync(76);
    }

    [TestMethod]
    public async Task Play_FromTheStart_ReachesTheEndByItself()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();
        await open.PressAsync("End", LastScan);
        await open.PressAsync("Shift+ArrowLeft", LastScan - 10);
        await open.Page.EvaluateAsync("""
            () => { window.seen = 0; new MutationObserver(() => window.seen++).observe(document.body, { attributeFilter: ['data-shown'] }); }
            """);
        await open.Page.Locator("[data-go=play]").ClickAsync();
        await open.ShownAsync(LastScan);
        Console.WriteLine($"{await open.Page.EvaluateAsync<int>("() => window.seen")} of 10 scans drawn");
        await Assertions.Expect(open.Page.Locator("[data-go=play]")).ToHaveTextAsync("Play");
    }

    [TestMethod]
    public async Task Traces_HaveARowForEverySignalThatChanges()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();
        int changing = new RecordPicture(OpenRecord.Load()).Changing.Count;
        Assert.IsGreaterThan(8, changing);
        await Assertions.Expect(open.Page.Locator("#traces .trace")).ToHaveCountAsync(changing);
        await Assertions.Expect(open.Page.Locator(".names li")).ToHaveCountAsync(changing + 2);
        await Assertions.Expect(open.Page.Locator(".values li")).ToHaveCountAsync(changing + 2);
        await Assertions.Expect(open.Page.Locator(".constant summary")).ToContainTextAsync("signals never change");
        await open.Page.Locator("#zoom").SelectOptionAsync("16");
        await Assertions.Expect(open.Page.Locator("#traces")).ToHaveAttributeAsync("width", new Regex("^1[0-9]{4}$"));
    }

    [TestMethod]
    public async Task Text_OnThePage_HasEnoughContrast()
    {
        await using OpenRecord open = await OpenRecord.OpenAsync();
        string[] found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);
        Assert.IsEmpty(found, string.Join("; ", found));
    }

    [TestMethod]
    [DataRow("/scans/154", HttpStatusCode.NotFound)]
    [DataRow("/scans/-1", HttpStatusCode.NotFound)]
    [DataRow("/scans/0", HttpStatusCode.OK)]
    [DataRow("/traces?width=1000000000", HttpStatusCode.OK)]
    public async Task Server_AskedForAPart_AnswersWhatThereIs(string path, HttpStatusCode expected)
    {
        await using RecordServer server = new(OpenRecord.Load(), "stop.bnfr", 0);
        await server.StartAsync();
        using HttpClient client = new();
        Assert.AreEqual(expected, (await client.GetAsync(new Uri(server.Address, path))).StatusCode);
    }

    [TestMethod]
    public async Task Server_OfTheLargestSite_RendersEveryScan()
    {
        LoadedRecord record = OpenRecord.LoadLargest();
        await using RecordServer server = new(record, "largest.bnfr", 0);
        await server.StartAsync();
        using HttpClient client = new() { BaseAddress = server.Address };
        int scans = record.Story.Scans.Count;
        Assert.IsGreaterThan(200, scans);
        Assert.IsGreaterThan(20, new RecordPicture(record).Changing.Count);
        long start = Stopwatch.GetTimestamp();
        for (int scan = 0; scan < scans; scan += 4)
        {
            string parts = await client.GetStringAsync($"/scans/{scan}");
            Assert.Contains($"scan {scan + 1} of {scans}", parts);
        }

        double ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds / Math.Ceiling(scans / 4.0);
        Console.WriteLine($"{scans} scans, {record.Story.Traces.Signals.Count} signals, {ms:0.0} ms for the parts of a scan");
    }

    /// <summary>The picture is for the documentation when BARRIERNODE_IMAGES=1, otherwise for people to look at.</summary>
    [TestMethod]
    [DataRow(1280, 800)]
    [DataRow(800, 900)]
    public async Task Page_OfAnAccident_FillsThePicture(int width, int height)
    {
        await using OpenRecord open = await OpenRecord.OpenAsync(width, height, OpenRecord.LoadPromenade());
        await open.Page.WaitForFunctionAsync("() => document.getElementById('traces').width.baseVal.value === document.querySelector('.plot').clientWidth");
        bool forDocs = width == 1280 && Environment.GetEnvironmentVariable("BARRIERNODE_IMAGES") == "1";
        string folder = forDocs ? Repository.File("docs/images") : Path.Combine(Path.GetTempPath(), "barriernode-screens");
        Directory.CreateDirectory(folder);
        string name = width == 1280 ? "record.png" : $"record-{width}.png";
        byte[] picture = await open.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = width < 1000 });
        Assert.IsGreaterThan(20_000, picture.Length, "a page that is not empty");
        await open.AssertNoErrorsAsync();
    }
}
