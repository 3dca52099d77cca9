using BarrierNode.Desktop.Screens;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>Pictures of the simulator's window for people to look at, and how smoothly it moves.</summary>
[TestClass]
public class SimPictureTests
{
    private const int ShortMs = 2000;
    private const int LongMs = 10_000;

    // An overloaded machine is slow, yet it moves.
    private const double SlowestPerSecond = 3;
    private const double SmoothPerSecond = 30;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("sim-day")]
    [DataRow("sim-night")]
    [DataRow("sim-faults")]
    [DataRow("sim-crowd")]
    [DataRow("training")]
    [DataRow("training-run")]
    [DataRow("training-briefing")]
    public async Task Window_InAState_FillsThePicture(string name)
    {
        await using OpenSim open = await OpenSim.OpenAsync(name switch
        {
            "sim-night" => ["simulator/sites/largest.yaml", "simulator/sites/minimal.yaml"],
            "sim-crowd" => ["simulator/sites/piazza.yaml"],
            "training" or "training-briefing" => ["simulator/exercises/broken-loop.yaml"],
            "training-run" => ["simulator/exercises/crowd-surge.yaml"],
            _ => ["simulator/sites/promenade.yaml"],
        });
        await (name switch
        {
            "sim-day" => DayAsync(open),
            "sim-night" => NightAsync(open),
            "sim-crowd" => CrowdAsync(open),
            "training" => TrainingAsync(open),
            "training-briefing" => TrainingBriefingAsync(open),
            "training-run" => TrainingRunAsync(open),
            _ => FaultsAsync(open),
        });
        await open.Page.WaitForTimeoutAsync(600);

        string folder = Environment.GetEnvironmentVariable("BARRIERNODE_IMAGES") == "1"
            ? Repository.File("docs/images")
            : Path.Combine(Path.GetTempPath(), "barriernode-screens");
        Directory.CreateDirectory(folder);
        byte[] picture = await open.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });

        Assert.IsGreaterThan(30_000, picture.Length, "a page that is not empty");
        Assert.IsEmpty(open.Errors, string.Join("; ", open.Errors));
    }

    [TestMethod]
    public async Task FiveLanes_WithFortyVehicles_MoveSmoothly()
    {
        bool measure = Environment.GetEnvironmentVariable("BARRIERNODE_MEASURE") == "1";
        await using OpenSim open = await OpenSim.OpenAsync("simulator/sites/largest.yaml", "simulator/sites/minimal.yaml");
        await OpenEveryLaneAsync(open);
        await open.DoAsync("traffic", "vehicles=8");
        await open.PassAsync(20);
        await open.DoAsync("rate", "rate=1");
        await Assertions.Expect(open.Page.Locator(".vehicle")).ToHaveCountAsync(40);

        double perSecond = await open.Page.EvaluateAsync<double>("""
            async ms => {
              const from = shownPictures, start = performance.now();
              await new Promise(done => setTimeout(done, ms));
              return (shownPictures - from) * 1000 / (performance.now() - start);
            }
            """, measure ? LongMs : ShortMs);

        int vehicles = await open.Page.Locator(".vehicle").CountAsync();
        TestContext.WriteLine($"{perSecond:0.0} pictures a second, 5 lanes, {vehicles} vehicles");
        Assert.IsGreaterThan(measure ? SmoothPerSecond : SlowestPerSecond, perSecond);
    }

    private static async Task DayAsync(OpenSim open)
    {
        await open.DoAsync("send", "site=0&lane=promenade&kind=Van&driver=careful");
        await open.DoAsync("send", "site=0&lane=promenade&kind=Car&driver=careful");
        await open.DoAsync("send", "site=0&lane=promenade&kind=Motorcycle&driver=careful");
        await open.DoAsync("send", "site=0&lane=depot&kind=TruckTrailer&driver=careful");
        await open.PassAsync(8);
        await open.DoAsync("command", "site=0&lane=promenade&op=lower");
        await open.DoAsync("command", "site=0&lane=depot&op=lower");
        await open.DoAsync("walk", "site=0&lane=depot&x=14");
        await open.PassAsync(7.5);
    }

    private static async Task NightAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#night");
        await open.Page.ClickAsync("#tab-wires");
        await OpenEveryLaneAsync(open);
        await open.DoAsync("command", "site=0&lane=lane-d&op=raise");
        await open.DoAsync("traffic", "vehicles=8");
        await open.PassAsync(14);
    }

    private static async Task FaultsAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#tab-faults");
        await open.DoAsync("send", "site=0&lane=promenade&kind=Car&driver=halts on entryLoop");
        await open.DoAsync("send", "site=0&lane=depot&kind=HighBed&driver=careful");
        await open.PassAsync(12);
        await open.DoAsync("break", "site=0&point=exitLoop&kind=stuck");
        await open.DoAsync("break", "site=0&point=promenade.lower.wire&kind=off");
        await open.DoAsync("obstruct", "site=0&lane=promenade&barrier=2&what=Jam");
        await open.DoAsync("person", "site=0&lane=promenade&x=38&y=5.5");
        await open.DoAsync("command", "site=0&lane=promenade&op=lower");
        await open.PassAsync(6);
    }

    private static async Task CrowdAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#tab-cabinet");
        await open.DoAsync("crowd", "site=0&in=500&out=20");
        await open.DoAsync("command", "site=0&lane=nord&op=lower");
        await open.DoAsync("send", "site=0&lane=nord&kind=Bicycle&driver=careful");
        await open.PassAsync(20);
        await open.DoAsync("walk", "site=0&lane=sud&x=10");
        await open.PassAsync(3);
    }

    private static async Task TrainingAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#tab-exercise");
        await open.DoAsync("begin");
        await open.PassAsync(18);
        await open.DoAsync("command", "site=0&lane=street&op=raise");
        await open.PassAsync(17);
        string bypass = await open.AskAsync((session, _) => LaneActions.Of(session.City.Stations[0].Site.Lanes[0], session.City.Stations[0].Site)
            .First(a => a.Label.StartsWith("Bypass entryLoop", StringComparison.Ordinal)).Path);
        await open.DoAsync("command", $"site=0&lane=street&op={bypass}");
        await open.PassAsync(15);
        await open.DoAsync("contact", "site=0&name=street.localKey&acts=1");
        await open.PassAsync(2);
        await open.DoAsync("contact", "site=0&name=street.raiseButton&acts=1");
        await open.PassAsync(14);
        await open.DoAsync("contact", "site=0&name=street.raiseButton&acts=0");
        await open.PassAsync(110);
        await open.DoAsync("mend", "site=0&point=entryLoop.wire");
        await open.PassAsync(130);
        await Assertions.Expect(open.Page.Locator("#stage.over")).ToBeVisibleAsync();
    }

    private static async Task TrainingBriefingAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#tab-exercise");
        await open.Page.SelectOptionAsync("#language", "fr");
        await open.OpenAnotherAsync("Open the exercise");
        await Assertions.Expect(open.Page.Locator("#stage.briefing")).ToContainTextAsync("Consigne");
    }

    private static async Task TrainingRunAsync(OpenSim open)
    {
        await open.Page.ClickAsync("#tab-exercise");
        await open.DoAsync("begin");
        await open.PassAsync(28);
        await open.DoAsync("command", "site=0&lane=nord&op=egress");
        await open.PassAsync(25);
        await Assertions.Expect(open.Page.Locator("#panel-exercise li.met", new() { HasText = "The gate nord is open" })).ToBeVisibleAsync();
    }

    private static async Task OpenEveryLaneAsync(OpenSim open)
    {
        foreach ((int site, string lane) in new[] { (0, "lane-a"), (0, "lane-b"), (0, "lane-c"), (0, "lane-d"), (1, "yard") })
        {
            await open.DoAsync("command", $"site={site}&lane={lane}&op=lower");
        }

        await open.PassAsync(5);
    }
}
