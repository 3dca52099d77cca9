using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens;

/// <summary>Serves the street page on the loopback address. It reads no configuration and logs nothing of its own.</summary>
public sealed class ScreenServer : IAsyncDisposable
{
    private readonly IStreetScreen _screen;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly FragmentRenderer _renderer;
    private readonly LocalPages _pages;

    /// <summary>Prepares the server.</summary>
    /// <param name="screen">What is shown, and who acts.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public ScreenServer(IStreetScreen screen, int port)
    {
        _screen = screen;
        _pages = new(port);
        _pages.Faulted += e => Faulted?.Invoke(e);
        _renderer = new(_pages.App.Services, NullLoggerFactory.Instance);
        Map();
    }

    /// <summary>An exception behind a request, which got a plain answer instead. Raised on the request's thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>Where the page is, once started.</summary>
    public Uri Address => _pages.Address;

    /// <summary>Starts to listen.</summary>
    /// <param name="cancel">Gives up the start.</param>
    /// <exception cref="PortTakenException">Somebody else listens there, or this user may not.</exception>
    public Task StartAsync(CancellationToken cancel = default) => _pages.StartAsync(cancel);

    /// <summary>Ends every stream and stops to listen.</summary>
    public Task StopAsync() => _pages.App.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    private void Map()
    {
        WebApplication app = _pages.App;
        app.MapGet("/", async () => Results.Content(await _renderer.PageAsync(_screen.Current, _run), "text/html; charset=utf-8"));
        _pages.MapStream("/stream", (context, end) => new FragmentStream(_screen, _renderer, _run).WriteAsync(context.Response, end));
        app.MapGet("/street.js", () => LocalPages.Embedded("street.js", "text/javascript; charset=utf-8"));
        app.MapGet("/street.css", () => LocalPages.Embedded("street.css", "text/css; charset=utf-8"));
        new ScreenActions(_screen).Map(app);
    }
}
