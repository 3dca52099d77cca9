using Microsoft.Playwright;
using static BarrierNode.Desktop.Tests.FakeStreet;

namespace BarrierNode.Desktop.Tests;

/// <summary>Takes pictures for people to look at, into the folder for temporary files.</summary>
[TestClass]
public class ScreenshotTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "barriernode-screens");

    [TestMethod]
    [DataRow(1280, 800, "busy")]
    [DataRow(1280, 800, "normal")]
    [DataRow(1280, 800, "stale")]
    [DataRow(1280, 800, "cut")]
    [DataRow(800, 600, "busy")]
    public async Task Page_InAState_FillsThePicture(int width, int height, string look)
    {
        await using OpenStreet open = await OpenStreet.OpenAsync(width, height, Looks[look]);
        if (look == "cut")
        {
            await open.Server.StopAsync();
            await Assertions.Expect(open.Page.Locator("body")).ToHaveClassAsync("cut", new() { Timeout = 15_000 });
        }

        Directory.CreateDirectory(Folder);
        byte[] picture = await open.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{look}-{width}x{height}.png"), FullPage = width < 1000,
        });
        Assert.IsGreaterThan(20_000, picture.Length, "a page that is not empty");
    }

    private static readonly Dictionary<string, Action<FakeStreet>> Looks = new()
    {
        ["normal"] = _ => { },
        ["cut"] = Busy,
        ["busy"] = Busy,
        ["stale"] = street =>
        {
            Busy(street);
            street.Change(s => s with { Node = s.Node! with { Live = false, Connection = "lost", BeatAge = TimeSpan.FromSeconds(7) } });
        },
    };

    internal static void Busy(FakeStreet street)
    {
        street.ChangeStreetLane("promenade", l => l with { Barriers = [0.37, 0.37, 0.41], Loops = [true, false], Warning = true });
        street.ChangeStreetLane("depot", l => l with { Barriers = [0.6] });
        street.ChangeLane("promenade", l => l with
        {
            Position = "lowering", Protected = false, BlockedBy = ["entryLoop"], Warning = true,
            LastCommand = Commanded("raise", Stage("sent"), Stage("refused", "interlocked", "entryLoop")),
        });
        street.ChangeLane("depot", l => l with
        {
            Position = "stopped", Protected = false, Mode = "tripped", Trips = ["strokeOverrun"],
            LastCommand = Commanded("lower", Stage("sent"), Stage("accepted"), Stage("moving"), Stage("aborted", "strokeOverrun")),
        });
        street.Change(s => s with
        {
            Street = s.Street with
            {
                Cars =
                [
                    new(1, "promenade", 27.4, 4.5, 7, 2, false), new(2, "promenade", 19.6, 4.5, 7, 0, true),
                    new(3, "depot", 21.7, 4.5, 17, 0, true), new(4, "promenade", 52, 4.5, 7, 5, false),
                ],
            },
            Events =
            [
                Event(12, "commandRefused", "promenade", ",\"op\":\"raise\",\"reason\":\"interlocked\",\"why\":[\"entryLoop\"]"),
                Event(11, "detected", "promenade", ",\"input\":\"entryLoop\""),
                Event(10, "tripped", "depot", ",\"trip\":\"strokeOverrun\""),
                Event(9, "moveStarted", "promenade", ",\"op\":\"lower\""),
                Event(8, "commandAccepted", "promenade", ",\"op\":\"lower\""),
                Event(7, "linkUp", null, late: true),
                Event(6, "linkDown", null, late: true),
                .. Enumerable.Range(1, 5).Reverse().Select(n => Event(n, n == 1 ? "started" : "cleared", n == 1 ? null : "depot")),
            ],
        });
    }
}
