using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BarrierNode.Desktop.Screens;

/// <summary>A web server on the loopback address that answers only its own pages. It reads no configuration and logs nothing of its own.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly int _port;
    private readonly WebApplication _app;

    /// <summary>Prepares the server.</summary>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public LoopbackServer(int port)
    {
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
        _app.Use(GuardAsync);
    }

    /// <summary>An exception behind a request, which got a plain answer instead. Raised on the request's thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>Where the server is, once started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What the server answers is added here, before it is started.</summary>
    public IEndpointRouteBuilder Routes => _app;

    /// <summary>Where components would find services; the screens need none.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Answers with a file of <c>wwwroot</c>, which is embedded in the program.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="contentType">Its content type.</param>
    public void MapFile(string name, string contentType) => _app.MapGet("/" + name, () =>
        Results.Stream(typeof(LoopbackServer).Assembly.GetManifestResourceStream("wwwroot/" + name)!, contentType));

    /// <summary>Adds an address whose answer goes on until the reader leaves or the server stops.</summary>
    /// <param name="path">The address.</param>
    /// <param name="write">Writes the answer.</param>
    public void MapStream(string path, Func<HttpContext, CancellationToken, Task> write) => _app.MapGet(path, async (HttpContext context) =>
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _app.Lifetime.ApplicationStopping);
        await write(context, end.Token);
    });

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
