using BarrierNode.Desktop.Screens.Sim.Parts;
using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Serves the window of the simulator on the loopback address.</summary>
public sealed class SimServer : IAsyncDisposable
{
    private readonly CityThread _city;
    private readonly SimLibrary _library;
    private readonly LocalPages _pages;
    private readonly PartRenderer _renderer;

    /// <summary>Prepares the server.</summary>
    /// <param name="city">What is shown, and acted on.</param>
    /// <param name="library">What else can be opened.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public SimServer(CityThread city, SimLibrary library, int port)
    {
        _library = library;
        _city = city;
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
        app.MapGet("/", async () => Results.Content(
            await _renderer.RenderAsync<SimPage>(new()
            {
                [nameof(SimPage.View)] = _city.View,
                [nameof(SimPage.Scenarios)] = _library.Scenarios.Keys,
            }), "text/html; charset=utf-8"));
        app.MapGet("/sim.js", () => LocalPages.Embedded("sim.js", "text/javascript; charset=utf-8"));
        app.MapGet("/sim.css", () => LocalPages.Embedded("sim.css", "text/css; charset=utf-8"));
        app.MapPost("/do/{verb}", DoAsync);
        _pages.MapStream("/stream", (context, end) =>
            new SimStream(_city, _renderer, context.Request.Query["panel"].ToString()).WriteAsync(context.Response, end));
    }

    // Every page that is open loads itself again.
    private async Task<string> OpenAsync(string scenario)
    {
        await _city.Replace(scenario.Length == 0 ? _library.First() : _library.Scenario(scenario));
        return scenario.Length == 0 ? "It begins again." : $"{scenario} runs.";
    }

    private async Task<IResult> DoAsync(string verb, HttpRequest request)
    {
        Dictionary<string, string> fields = request.HasFormContentType
            ? (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString())
            : [];
        try
        {
            return Results.Text(verb == "open"
                ? await OpenAsync(fields.GetValueOrDefault("scenario", ""))
                : await _city.Ask((session, pace) => SimDesk.Do(session, pace, verb, fields)));
        }
        catch (DeskException refused)
        {
            return Results.Text(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
