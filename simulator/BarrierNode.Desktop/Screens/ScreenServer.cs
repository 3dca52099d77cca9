using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens;

/// <summary>Serves the street page on the loopback address. It reads no configuration and logs nothing of its own.</summary>
public sealed class ScreenServer : IAsyncDisposable
{
    private readonly IStreetScreen _screen;
    private readonly int _port;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly FragmentRenderer _renderer;
    private readonly WebApplication _app;

    /// <summary>Prepares the server.</summary>
    /// <param name="screen">What is shown, and who acts.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public ScreenServer(IStreetScreen screen, int port)
    {
        _screen = screen;
        _port = port;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4096;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _renderer = new(_app.Services, NullLoggerFactory.Instance);
        Map();
    }

    /// <summary>An exception behind a request, which got a plain answer instead. Raised on the request's thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>Where the page is, once started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Starts to listen.</summary>
    /// <param name="cancel">Gives up the start.</param>
    /// <exception cref="PortTakenException">Somebody else listens there, or this user may not.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        try
        {
            await _app.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw PortTakenException.Of(_port, e);
        }

        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Ends every stream and stops to listen.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.Use(GuardAsync);
        _app.MapGet("/", async () => Results.Content(await _renderer.PageAsync(_screen.Current, _run), "text/html; charset=utf-8"));
        _app.MapGet("/stream", StreamAsync);
        _app.MapGet("/street.js", () => Embedded("street.js", "text/javascript; charset=utf-8"));
        _app.MapGet("/street.css", () => Embedded("street.css", "text/css; charset=utf-8"));
        _app.MapGet("/icon.svg", () => Embedded("icon.svg", "image/svg+xml"));
        new ScreenActions(_screen).Map(_app);
    }

    private static IResult Embedded(string name, string contentType) =>
        Results.Stream(typeof(ScreenServer).Assembly.GetManifestResourceStream("wwwroot/" + name)!, contentType);

    private async Task StreamAsync(HttpContext context)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _app.Lifetime.ApplicationStopping);
        await new FragmentStream(_screen, _renderer, _run).WriteAsync(context.Response, end.Token);
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        HttpResponse response = context.Response;
        response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        if (RequestGuard.Refusal(context.Request) is { } refusal)
        {
            await Results.Text(refusal, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops: the usual end of a stream.
        }
        catch (Exception e)
        {
            Faulted?.Invoke(e);
            if (!response.HasStarted)
            {
                await Results.Text("The server could not do this. Its log has the details.", statusCode: 500).ExecuteAsync(context);
            }
        }
    }
}
