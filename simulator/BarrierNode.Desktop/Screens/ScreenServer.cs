using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens;

/// <summary>Serves the street page on the loopback address.</summary>
public sealed class ScreenServer : IAsyncDisposable
{
    private readonly IStreetScreen _screen;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly LoopbackServer _server;
    private readonly FragmentRenderer _renderer;

    /// <summary>Prepares the server.</summary>
    /// <param name="screen">What is shown, and who acts.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public ScreenServer(IStreetScreen screen, int port)
    {
        _screen = screen;
        _server = new(port);
        _renderer = new(_server.Services, NullLoggerFactory.Instance);
        _server.Routes.MapGet("/", async () => Results.Content(await _renderer.PageAsync(_screen.Current, _run), "text/html; charset=utf-8"));
        _server.MapStream("/stream", (context, end) => new FragmentStream(_screen, _renderer, _run).WriteAsync(context.Response, end));
        _server.MapFile("morph.js", "text/javascript; charset=utf-8");
        _server.MapFile("street.js", "text/javascript; charset=utf-8");
        _server.MapFile("street.css", "text/css; charset=utf-8");
        _server.MapFile("icon.svg", "image/svg+xml");
        new ScreenActions(_screen).Map(_server.Routes);
    }

    /// <inheritdoc cref="LoopbackServer.Faulted"/>
    public event Action<Exception>? Faulted
    {
        add => _server.Faulted += value;
        remove => _server.Faulted -= value;
    }

    /// <inheritdoc cref="LoopbackServer.Address"/>
    public Uri Address => _server.Address;

    /// <inheritdoc cref="LoopbackServer.StartAsync"/>
    public Task StartAsync(CancellationToken cancel = default) => _server.StartAsync(cancel);

    /// <inheritdoc cref="LoopbackServer.StopAsync"/>
    public Task StopAsync() => _server.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
