using System.Collections.Concurrent;
using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Interlock;
using BarrierNode.Site;
using BarrierNode.Site.Explain;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>The page of <c>site explain --format html</c>, in a browser and on paper.</summary>
[TestClass]
public sealed class InterlockPageTests
{
    private const string Promenade = "promenade";
    private const string Largest = "largest";

    /// <summary>A4 landscape less the margins of 10 mm, in CSS pixels.</summary>
    private const int PaperWidth = 1046;
    private const int PaperHeight = 718;

    /// <summary>Matrix and signs of the promenade, and nothing below them.</summary>
    private const int PictureHeight = 632;

    private const string WiderThanPage = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [TestMethod]
    public async Task Cells_InTheBrowser_AreThoseOfTheMatrix()
    {
        InterlockMatrix matrix = Matrix(Promenade);
        string[] expected =
        [
            .. from o in matrix.Outputs from c in matrix.Conditions let need = matrix.Cell(o, c)
               where need != Need.None select $"{InterlockMatrix.CellId(o, c)} {(need == Need.One ? "1" : "0")}",
        ];
        await using OpenMatrix open = await OpenMatrix.OpenAsync(matrix);

        string[] cells = await open.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.matrix td[id]')].map(cell => cell.id + ' ' + cell.textContent[0])");

        CollectionAssert.AreEqual(expected, cells);
        Assert.AreEqual(1, await open.Page.Locator("[id='promenade.raise/entryLoop']").CountAsync());
    }

    [TestMethod]
    [DataRow("minimal")]
    [DataRow(Promenade)]
    public async Task Page_Opened_LoadsNothingAndComplainsOfNothing(string site)
    {
        await using OpenMatrix open = await OpenMatrix.OpenAsync(Matrix(site));

        Assert.HasCount(1, open.Requests, string.Join(", ", open.Requests));
        Assert.IsEmpty(open.Complaints, string.Join("; ", open.Complaints));
        Assert.AreEqual(0, await open.Page.Locator("script, link, img, iframe").CountAsync());
        Assert.AreEqual($"Interlock of {Matrix(site).Place}", await open.Page.TitleAsync());
        StringAssert.Contains(await open.Page.Locator("header").TextContentAsync(), $"site table {Matrix(site).TableHash}");
        Assert.AreNotEqual("00000000", Matrix(site).TableHash);
    }

    [TestMethod]
    public async Task Heads_WhileTheMatrixScrolls_StayInSight()
    {
        await using OpenMatrix open = await OpenMatrix.OpenAsync(Matrix(Promenade), width: 500, height: 320);
        ILocator box = open.Page.Locator(".matrix");
        ILocator head = open.Page.Locator(".matrix thead th").First;

        await box.EvaluateAsync("box => { box.scrollIntoView(); box.scrollTo(250, 90); }");

        Assert.AreEqual("250 90", await box.EvaluateAsync<string>("box => `${box.scrollLeft} ${box.scrollTop}`"), "the matrix scrolls");
        LocatorBoundingBoxResult outer = (await box.BoundingBoxAsync())!;
        LocatorBoundingBoxResult corner = (await head.BoundingBoxAsync())!;
        LocatorBoundingBoxResult column = (await open.Page.Locator(".matrix thead th").Last.BoundingBoxAsync())!;
        LocatorBoundingBoxResult row = (await open.Page.Locator(".matrix tbody th").Last.BoundingBoxAsync())!;
        Assert.AreEqual((outer.X, outer.Y), (corner.X, corner.Y));
        Assert.AreEqual(outer.Y, column.Y);
        Assert.AreEqual(outer.X, row.X);
    }

    [TestMethod]
    [DataRow(ColorScheme.Light, Media.Screen)]
    [DataRow(ColorScheme.Dark, Media.Screen)]
    [DataRow(ColorScheme.Dark, Media.Print)]
    public async Task Text_InEveryLight_HasEnoughContrast(ColorScheme colours, Media media)
    {
        await using OpenMatrix open = await OpenMatrix.OpenAsync(Matrix(Promenade), colours: colours);
        await open.Page.EmulateMediaAsync(new() { Media = media });

        string[] found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);

        Assert.IsEmpty(found, string.Join("; ", found));
        string ground = await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        Assert.AreEqual(media == Media.Screen && colours == ColorScheme.Dark ? "rgb(20, 25, 31)" : "rgb(255, 255, 255)", ground);
    }

    [TestMethod]
    public async Task Names_ThatLookLikeHtml_AreShownAndDoNothing()
    {
        const string Hostile = "<img src='x' onerror=\"document.title='caught'\">&lt;";
        SiteTable table = SiteCompiler.Compile(Site(Promenade));
        table.InputNames[table.InputNames.IndexOf("entryLoop")] = Hostile;
        table.OutputNames[0] = Hostile;
        table.Node = Hostile;
        await using OpenMatrix open = await OpenMatrix.OpenAsync(InterlockMatrix.Of(table));

        Assert.AreEqual($"Interlock of nice/promenade/{Hostile}", await open.Page.TitleAsync());
        Assert.AreEqual(Hostile, await open.Page.Locator(".matrix tbody th").First.TextContentAsync());
        Assert.AreEqual(1, await open.Page.Locator(".matrix thead th").GetByText(Hostile, new() { Exact = true }).CountAsync());
        Assert.HasCount(1, open.Requests, string.Join(", ", open.Requests));
        Assert.IsEmpty(open.Complaints, string.Join("; ", open.Complaints));
    }

    [TestMethod]
    [DataRow(Promenade)]
    [DataRow("two-channel")]
    [DataRow(Largest)]
    public async Task Paper_A4Landscape_HoldsTheMatrix(string site)
    {
        InterlockMatrix shown = site == Largest ? InterlockMatrix.Of(LargestTable()) : Matrix(site);
        await using OpenMatrix open = await OpenMatrix.OpenAsync(shown, PaperWidth, PaperHeight);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.AreEqual(0, await open.Page.EvaluateAsync<int>(WiderThanPage));
        await open.TakePictureAsync($"interlock-paper-{site}");
        LocatorBoundingBoxResult matrix = (await open.Page.Locator(".matrix table").BoundingBoxAsync())!;
        Assert.IsLessThanOrEqualTo(PaperWidth, matrix.X + matrix.Width);
        Assert.IsLessThanOrEqualTo(PaperHeight, matrix.Y + matrix.Height, "the matrix is on the first sheet");
    }

    [TestMethod]
    [DataRow(ColorScheme.Light, Media.Screen, "interlock")]
    [DataRow(ColorScheme.Dark, Media.Screen, "interlock-dark")]
    [DataRow(ColorScheme.Light, Media.Print, "interlock-print")]
    public async Task Page_InEveryLight_FillsThePicture(ColorScheme colours, Media media, string name)
    {
        await using OpenMatrix open = await OpenMatrix.OpenAsync(Matrix(Promenade), PaperWidth, PictureHeight, colours);
        await open.Page.EmulateMediaAsync(new() { Media = media });

        Assert.IsGreaterThan(20_000, await open.TakePictureAsync(name), "a page that is not empty");
    }

    private static InterlockMatrix Matrix(string site) => InterlockMatrix.Of(Site(site));

    private static SiteModel Site(string name) => SiteFile.Load(Repository.File($"simulator/sites/{name}.yaml"), ProgramFiles.BoardsFolder);

    /// <summary>As large as a table can be, with the longest names, every output looking at every condition.</summary>
    private static SiteTable LargestTable()
    {
        long[] words = new long[GateTable.WordCount];
        words[GateTable.InputCountAt] = GateTable.MaxInputs;
        words[GateTable.OutputCountAt] = GateTable.MaxOutputs;
        words[GateTable.TripConditionsAt] = GateTable.DerivedConditions;
        words.AsSpan(GateTable.MustBeZeroAt, GateTable.MaxOutputs).Fill(-1);
        words.AsSpan(GateTable.TripCodesAt + 4, 4).Fill(0x0101010101010101);
        SiteTable table = new(GateTable.MaxInputs, GateTable.MaxOutputs, 1) { Gate = new(words) };
        table.Lanes[0] = new() { Id = "a-lane", UpInputs = [], DownInputs = [] };
        for (int i = 0; i < GateTable.MaxInputs; i++)
        {
            table.InputNames[i] = $"input{i}".PadRight(24, 'x');
        }

        for (int o = 0; o < GateTable.MaxOutputs; o++)
        {
            table.OutputNames[o] = $"output{o}".PadRight(24, 'x');
        }

        return table;
    }

    /// <summary>The page as a file on disk, and a browser in front of it.</summary>
    private sealed class OpenMatrix : IAsyncDisposable
    {
        private readonly TestFolder _folder = new();

        private OpenMatrix(IPage page)
        {
            Page = page;
            page.Request += (_, request) => Requests.Enqueue(request.Url);
            page.Console += (_, message) => Complaints.Enqueue(message.Text);
            page.PageError += (_, error) => Complaints.Enqueue(error);
        }

        public IPage Page { get; }

        public ConcurrentQueue<string> Requests { get; } = new();

        public ConcurrentQueue<string> Complaints { get; } = new();

        public static async Task<OpenMatrix> OpenAsync(
            InterlockMatrix matrix, int width = 1280, int height = 800, ColorScheme colours = ColorScheme.Light)
        {
            OpenMatrix open = new(await Browser.NewPageAsync(width, height, colours: colours));
            string file = open._folder["interlock.html"];
            await File.WriteAllTextAsync(file, MatrixHtml.Write(matrix));
            await open.Page.GotoAsync(new Uri(file).AbsoluteUri);
            return open;
        }

        /// <summary>
        /// The picture of the light screen is for the documentation when BARRIERNODE_IMAGES=1; the others are for people to look at.
        /// </summary>
        public async Task<int> TakePictureAsync(string name)
        {
            bool forDocs = name == "interlock" && Environment.GetEnvironmentVariable("BARRIERNODE_IMAGES") == "1";
            string folder = forDocs ? Repository.File("docs/images") : Path.Combine(Path.GetTempPath(), "barriernode-screens");
            Directory.CreateDirectory(folder);
            return (await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") })).Length;
        }

        public async ValueTask DisposeAsync()
        {
            await Page.CloseAsync();
            _folder.Dispose();
        }
    }
}
