using System.Collections.Concurrent;
using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Records;
using BarrierNode.Desktop.Screens.Records;
using BarrierNode.Site;
using BarrierNode.Street;
using BarrierNode.Street.Records;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>A flight record in a browser.</summary>
internal sealed class OpenRecord : IAsyncDisposable
{
    private readonly RecordServer _server;
    private readonly ConcurrentQueue<string> _errors = new();

    private OpenRecord(RecordServer server, IPage page)
    {
        _server = server;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; }

    public ILocator Slider => Page.Locator("#slider");

    public static LoadedRecord Load() => Of(TestRecord.SiteFilePath, FlightRecord.Read(TestRecord.Make()));

    /// <summary>A raise that a car on the loop forbids, a lowering, and the emergency stop in the middle of it.</summary>
    public static LoadedRecord LoadPromenade()
    {
        string file = Repository.File("simulator/sites/promenade.yaml");
        SiteModel site = SiteFile.Load(file, ProgramFiles.BoardsFolder);
        StreetModel street = new(site);
        StreetClock clock = new(street);
        VirtualCabinet cabinet = new(SiteCompiler.Compile(site), street);
        clock.Every(VirtualCabinet.ScanPeriodUs, _ => cabinet.Scan());
        clock.Advance(5_200_000);
        street.SendVehicle("depot", VehicleKind.Truck);
        Assert.IsTrue(cabinet.Controller.Requests.Put(1, CommandOp.Lower, 6, 0));
        clock.Advance(500_000);
        Assert.IsTrue(cabinet.Controller.Requests.Put(0, CommandOp.Lower, 7, 0));
        clock.Advance(4_000_000);
        int car = street.ParkVehicle("promenade", VehicleKind.Car, 27);
        clock.Advance(300_000);
        Assert.IsTrue(cabinet.Controller.Requests.Put(0, CommandOp.Raise, 8, 0));
        clock.Advance(300_000);
        Assert.IsTrue(street.RemoveCar(car));
        clock.Advance(1_300_000);
        Assert.IsTrue(cabinet.Controller.Requests.Put(0, CommandOp.Raise, 9, 0));
        clock.Advance(2_500_000);
        street.EmergencyStopPressed = true;
        clock.Advance(2_000_000);
        return Of(file, FlightRecord.Of(cabinet.Controller.Recorder));
    }

    /// <summary>A stroke of every lane of the largest site, and a flight record on request.</summary>
    public static LoadedRecord LoadLargest()
    {
        string file = Repository.File("simulator/sites/largest.yaml");
        SiteModel site = SiteFile.Load(file, ProgramFiles.BoardsFolder);
        StreetModel street = new(site);
        StreetClock clock = new(street);
        VirtualCabinet cabinet = new(SiteCompiler.Compile(site), street);
        clock.Every(VirtualCabinet.ScanPeriodUs, _ => cabinet.Scan());
        clock.Advance(1_000_000);
        foreach ((int lane, LaneModel model) in site.Lanes.Index())
        {
            cabinet.Controller.Requests.Put(lane, CommandOp.Lower, 7 + lane, 0);
            street.SendVehicle(model.Id, VehicleKind.Car);
        }

        clock.Advance(3_000_000);
        cabinet.Controller.WantRecord();
        clock.Advance(3_000_000);
        return Of(file, FlightRecord.Of(cabinet.Controller.Recorder));
    }

    public static async Task<OpenRecord> OpenAsync(int width = 1280, int height = 800, LoadedRecord? record = null)
    {
        RecordServer server = new(record ?? Load(), "stop.bnfr", 0);
        await server.StartAsync();
        OpenRecord open = new(server, await Browser.NewPageAsync(width, height));
        await open.Page.GotoAsync(server.Address.ToString());
        await Assertions.Expect(open.Page.Locator("#cursor")).ToHaveAttributeAsync("transform", new System.Text.RegularExpressions.Regex("translate"));
        return open;
    }

    public ILocator Output(string name) => Page.Locator($"tr[data-output='{name}']");

    /// <summary>The value at the cursor of the signal with this label.</summary>
    public ILocator Value(string label) => Page.Locator(".values li").Nth(
        Page.Locator(".names li").AllInnerTextsAsync().GetAwaiter().GetResult().Select(Words).ToList().IndexOf(label));

    public async Task PressAsync(string key, int scan)
    {
        await Page.Keyboard.PressAsync(key);
        await ShownAsync(scan);
    }

    public Task ShownAsync(int scan) => Assertions.Expect(Page.Locator("body"))
        .ToHaveAttributeAsync("data-shown", scan.ToString(CultureInfo.InvariantCulture), new() { Timeout = 15_000 });

    public Task AssertNoErrorsAsync()
    {
        Assert.IsEmpty(_errors, string.Join("; ", _errors));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        await _server.DisposeAsync();
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static LoadedRecord Of(string siteFile, FlightRecord record)
    {
        SiteModel site = SiteFile.Load(siteFile, ProgramFiles.BoardsFolder);
        SiteTable table = SiteCompiler.Compile(site);
        return new(site, table, new RecordStory(table, record));
    }
}
