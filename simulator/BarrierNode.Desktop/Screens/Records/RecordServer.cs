using BarrierNode.Desktop.Records;
using BarrierNode.Desktop.Screens.Parts;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens.Records;

/// <summary>Serves one flight record as a page on the loopback address: <c>/</c>, and the parts that depend on the scan or on the width.</summary>
public sealed class RecordServer : IAsyncDisposable
{
    private const int UsualWidth = 900;
    private const int MinWidth = 200;
    private const int MaxWidth = 40_000;

    private readonly RecordPicture _picture;
    private readonly string _file;
    private readonly StreetScale _scale;
    private readonly LoopbackServer _server;

    /// <summary>Prepares the server.</summary>
    /// <param name="record">The record.</param>
    /// <param name="file">Name of its file, for the title.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public RecordServer(LoadedRecord record, string file, int port)
    {
        _picture = new RecordPicture(record);
        _file = file;
        _scale = new StreetScale(record.Site);
        _server = new LoopbackServer(port);
        _server.Routes.MapGet("/", PageAsync);
        _server.Routes.MapGet("/scans/{scan:int}", ScanAsync);
        _server.Routes.MapGet("/traces", TracesAsync);
        _server.MapFile("record.js", "text/javascript; charset=utf-8");
        _server.MapFile("morph.js", "text/javascript; charset=utf-8");
        _server.MapFile("record.css", "text/css; charset=utf-8");
        _server.MapFile("street.css", "text/css; charset=utf-8");
        _server.MapFile("icon.svg", "image/svg+xml");
    }

    /// <inheritdoc cref="LoopbackServer.Address"/>
    public Uri Address => _server.Address;

    /// <inheritdoc cref="LoopbackServer.StartAsync"/>
    public Task StartAsync(CancellationToken cancel = default) => _server.StartAsync(cancel);

    /// <inheritdoc cref="LoopbackServer.StopAsync"/>
    public Task StopAsync() => _server.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> PageAsync()
    {
        await using HtmlRenderer renderer = Renderer();
        return Results.Content(
            await renderer.HtmlAsync(typeof(RecordPage), new Dictionary<string, object?>
            {
                [nameof(RecordPage.Picture)] = _picture,
                [nameof(RecordPage.Scale)] = _scale,
                [nameof(RecordPage.File)] = _file,
                [nameof(RecordPage.Width)] = UsualWidth,
            }),
            "text/html; charset=utf-8");
    }

    private async Task<IResult> ScanAsync(int scan)
    {
        if (scan < 0 || scan >= _picture.Story.Scans.Count)
        {
            return Results.Text($"This record has the scans 0 to {_picture.Story.Scans.Count - 1}.", statusCode: StatusCodes.Status404NotFound);
        }

        await using HtmlRenderer renderer = Renderer();
        var at = new Dictionary<string, object?> { ["Picture"] = _picture, ["Scan"] = scan };
        return Results.Json(new Dictionary<string, string>
        {
            ["street"] = await renderer.HtmlAsync(typeof(RecordStreet), new Dictionary<string, object?>(at) { ["Scale"] = _scale }),
            ["scan"] = await renderer.HtmlAsync(typeof(ScanFacts), at),
            ["values"] = await renderer.HtmlAsync(typeof(TraceValues), at),
        });
    }

    private async Task<IResult> TracesAsync(int width)
    {
        await using HtmlRenderer renderer = Renderer();
        return Results.Content(
            await renderer.HtmlAsync(typeof(TraceLines), new Dictionary<string, object?>
            {
                [nameof(TraceLines.Picture)] = _picture,
                [nameof(TraceLines.Width)] = Math.Clamp(width, MinWidth, MaxWidth),
            }),
            "text/html; charset=utf-8");
    }

    private HtmlRenderer Renderer() => new(_server.Services, NullLoggerFactory.Instance);
}
