using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BarrierNode.Desktop.Screens;

/// <summary>Serves pages on the loopback address, to this machine alone. It reads no configuration and logs nothing of its own.</summary>
internal sealed class LocalPages : IAsyncDisposable
{
    private readonly int _port;

    /// <summary>Prepares the server.</summary>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public LocalPages(int port)
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
        App = builder.Build();
        App.Use(GuardAsync);
        App.MapGet("/icon.svg", () => Embedded("icon.svg", "image/svg+xml"));
    }

    /// <summary>An exception behind a request, which got a plain answer instead. Raised on the request's thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>Where addresses are added.</summary>
    public WebApplication App { get; }

    /// <summary>Where the pages are, once started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>A file that is part of the program.</summary>
    /// <param name="name">Its name in <c>wwwroot</c>.</param>
    /// <param name="contentType">What it is.</param>
    public static IResult Embedded(string name, string contentType) =>
        Results.Stream(typeof(LocalPages).Assembly.GetManifestResourceStream("wwwroot/" + name)!, contentType);

    /// <summary>Adds an address whose answer goes on until the reader leaves or the server stops.</summary>
    /// <param name="path">The address.</param>
    /// <param name="write">Writes the answer.</param>
    public void MapStream(string path, Func<HttpContext, CancellationToken, Task> write) => App.MapGet(path, async (HttpContext context) =>
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, App.Lifetime.ApplicationStopping);
        await write(context, end.Token);
    });

    /// <summary>Starts to listen.</summary>
    /// <param name="cancel">Gives up the start.</param>
    /// <exception cref="PortTakenException">Somebody else listens there, or this user may not.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            await App.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw PortTakenException.Of(_port, e);
        }

        Address = new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => App.DisposeAsync();

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
