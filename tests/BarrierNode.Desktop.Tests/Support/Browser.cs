using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>One Chromium for all tests of this project; every test opens its own page in it.</summary>
[TestClass]
public static class Browser
{
    private const string Chromium = "/usr/bin/chromium";
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    [AssemblyInitialize]
    public static async Task Open(TestContext _)
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    [AssemblyCleanup]
    public static async Task Close()
    {
        await _browser!.CloseAsync();
        _playwright!.Dispose();
    }

    public static Task<IPage> NewPageAsync(
        int width = 1280, int height = 800, ReducedMotion motion = ReducedMotion.NoPreference, ColorScheme colours = ColorScheme.Light) =>
        _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = motion, ColorScheme = colours });
}
