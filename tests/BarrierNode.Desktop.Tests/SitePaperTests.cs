using BarrierNode.Desktop.Cli;
using BarrierNode.Site;
using BarrierNode.Site.Explain;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>Checklist and wiring list of <c>site explain --format html</c>, in a browser and on paper.</summary>
[TestClass]
public sealed class SitePaperTests
{
    /// <summary>A4 landscape less the margins of 10 mm, in CSS pixels.</summary>
    private const int PaperWidth = 1046;
    private const int PaperHeight = 718;

    [TestMethod]
    [DataRow(SitePart.Checklist, "promenade")]
    [DataRow(SitePart.Checklist, "two-channel")]
    [DataRow(SitePart.Wiring, "minimal")]
    [DataRow(SitePart.Wiring, "two-channel")]
    [DataRow(SitePart.All, "two-channel")]
    public async Task Paper_A4Landscape_IsWideEnough(SitePart part, string site)
    {
        await using OpenPaper open = await OpenPaper.OpenAsync(part, site, PaperWidth, PaperHeight);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.AreEqual(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        int[] rights = await open.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('table')].map(t => Math.ceil(t.getBoundingClientRect().right))");
        Assert.IsNotEmpty(rights);
        Assert.IsLessThanOrEqualTo(PaperWidth, rights.Max());
        await open.TakePictureAsync($"paper-{part}-{site}".ToLowerInvariant());
    }

    [TestMethod]
    public async Task Checklist_OnPaper_HasBoxesAndRoomToWrite()
    {
        await using OpenPaper open = await OpenPaper.OpenAsync(SitePart.Checklist, "promenade", PaperWidth, PaperHeight);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        LocatorBoundingBoxResult box = (await open.Page.Locator(".box").First.BoundingBoxAsync())!;
        LocatorBoundingBoxResult remark = (await open.Page.Locator(".steps tbody td:last-child").First.BoundingBoxAsync())!;
        LocatorBoundingBoxResult signature = (await open.Page.Locator(".blanks span").GetByText("Signature", new() { Exact = true }).BoundingBoxAsync())!;

        Assert.IsGreaterThanOrEqualTo(10, box.Width);
        Assert.IsGreaterThanOrEqualTo(60, remark.Width);
        Assert.IsGreaterThanOrEqualTo(200, signature.Width);
    }

    [TestMethod]
    [DataRow(ColorScheme.Light)]
    [DataRow(ColorScheme.Dark)]
    public async Task Text_OfEveryPart_HasEnoughContrast(ColorScheme colours)
    {
        await using OpenPaper open = await OpenPaper.OpenAsync(SitePart.All, "promenade", 1280, 800, colours);

        string[] found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);

        Assert.IsEmpty(found, string.Join("; ", found));
    }

    [TestMethod]
    public async Task Cell_AndItsStep_CanBothBeLinkedTo()
    {
        await using OpenPaper open = await OpenPaper.OpenAsync(SitePart.All, "promenade", 1280, 800);

        Assert.AreEqual(1, await open.Page.Locator("[id='promenade.raise/entryLoop']").CountAsync());
        Assert.AreEqual(1, await open.Page.Locator("[id='check:promenade.raise/entryLoop']").CountAsync());
        Assert.AreEqual(1, await open.Page.Locator("[id='check:H5']").CountAsync());
        int twice = await open.Page.EvaluateAsync<int>(
            "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size; }");
        Assert.AreEqual(0, twice);
    }

    /// <summary>The page as a file on disk, and a browser in front of it.</summary>
    private sealed class OpenPaper : IAsyncDisposable
    {
        private readonly TestFolder _folder = new();

        private OpenPaper(IPage page) => Page = page;

        public IPage Page { get; }

        public static async Task<OpenPaper> OpenAsync(
            SitePart part, string site, int width, int height, ColorScheme colours = ColorScheme.Light)
        {
            OpenPaper open = new(await Browser.NewPageAsync(width, height, colours: colours));
            string file = open._folder["page.html"];
            SiteModel model = SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), ProgramFiles.BoardsFolder);
            await File.WriteAllTextAsync(file, SitePages.Write(model, part, PageFormat.Html));
            await open.Page.GotoAsync(new Uri(file).AbsoluteUri);
            return open;
        }

        /// <summary>A picture for people to look at.</summary>
        public async Task TakePictureAsync(string name)
        {
            string folder = Path.Combine(Path.GetTempPath(), "barriernode-screens");
            Directory.CreateDirectory(folder);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }

        public async ValueTask DisposeAsync()
        {
            await Page.CloseAsync();
            _folder.Dispose();
        }
    }
}
