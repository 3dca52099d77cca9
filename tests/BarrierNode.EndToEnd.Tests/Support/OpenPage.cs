using BarrierNode.Desktop.Run;
using BarrierNode.Desktop.Screens;
using Microsoft.Playwright;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>The street page of a running street in Chromium, 1280 by 800.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly StreetScreen _screen;
    private readonly ScreenServer _server;

    private OpenPage(LiveStreet street, IPlaywright playwright, IBrowser browser, StreetScreen screen, ScreenServer server, IPage page)
    {
        Street = street;
        _playwright = playwright;
        _browser = browser;
        _screen = screen;
        _server = server;
        Page = page;
    }

    public LiveStreet Street { get; }

    public IPage Page { get; }

    public static async Task<OpenPage> OpenAsync(string siteFile = "promenade.yaml")
    {
        LiveStreet street = new(siteFile);
        StreetScreen screen = new(street.Running);
        ScreenServer server = new(screen, port: 0);
        await server.StartAsync();
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
        });
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        page.SetDefaultTimeout((float)Wait.Limit.TotalMilliseconds);
        await page.GotoAsync(server.Address.ToString());
        return new OpenPage(street, playwright, browser, screen, server, page);
    }

    public ILocator Face(string part, string? lane = null) => Page.Locator($"#face-{lane ?? Street.Lane.Id} {part}");

    public async Task ClickAsync(string label, string? lane = null) =>
        await Page.GetByRole(AriaRole.Button, new() { Name = $"{label} {lane ?? Street.Lane.Id}", Exact = true }).ClickAsync();

    /// <summary>Opens the menu of further commands of the first lane and presses one.</summary>
    public async Task ClickInMenuAsync(string label)
    {
        ILocator menu = Page.Locator($"#more-{Street.Lane.Id}");
        await menu.ClickAsync();
        await ClickAsync(label);
        await menu.ClickAsync();
    }

    public Task ExpectAsync(ILocator part, string text) =>
        Assertions.Expect(part).ToContainTextAsync(text, new() { Timeout = (float)Wait.Limit.TotalMilliseconds });

    /// <summary>How far up the drawing shows the first bollard, in percent.</summary>
    public async Task<int> DrawnPercentAsync() =>
        int.Parse((await Page.Locator($"#way-{Street.Lane.Id} .bollard").First.GetAttributeAsync("data-percent"))!);

    /// <summary>Waits until the drawing shows the first bollard between two heights.</summary>
    public async Task DrawnBetweenAsync(int low, int high)
    {
        DateTime tooLate = DateTime.UtcNow + Wait.Limit;
        int percent;
        while ((percent = await DrawnPercentAsync()) < low || percent > high)
        {
            Assert.IsTrue(DateTime.UtcNow < tooLate, $"the drawing shows {low} to {high} %, found {percent} %");
            await Task.Delay(20);
        }
    }

    /// <summary>Takes a picture: for the documentation when BARRIERNODE_IMAGES=1, else into the folder for temporary files.</summary>
    public async Task TakePictureAsync(string name)
    {
        string folder = Environment.GetEnvironmentVariable("BARRIERNODE_IMAGES") == "1"
            ? Repository.File("docs/images")
            : Path.Combine(Path.GetTempPath(), "barriernode-screens");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name) });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _screen.Dispose();
        Street.Dispose();
    }
}
