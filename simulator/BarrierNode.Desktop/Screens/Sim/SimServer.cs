using System.Text;
using BarrierNode.Desktop.Screens.Sim.Parts;
using BarrierNode.Sim;
using Microsoft.Extensions.Logging.Abstractions;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Serves the window of the simulator on the loopback address.</summary>
public sealed class SimServer : IAsyncDisposable
{
    private readonly CityThread _city;
    private readonly SimLibrary _library;
    private readonly LoopbackServer _server;
    private readonly PartRenderer _renderer;

    /// <summary>Prepares the server.</summary>
    /// <param name="city">What is shown, and acted on.</param>
    /// <param name="library">What else can be opened.</param>
    /// <param name="port">TCP port, 1 to 65535, or 0 for a free one.</param>
    public SimServer(CityThread city, SimLibrary library, int port)
    {
        _library = library;
        _city = city;
        _server = new(port);
        _renderer = new(_server.Services, NullLoggerFactory.Instance);
        Map();
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

    private void Map()
    {
        _server.Routes.MapGet("/", async () => Results.Content(
            await _renderer.RenderAsync<SimPage>(new()
            {
                [nameof(SimPage.View)] = _city.View,
                [nameof(SimPage.Scenarios)] = _library.Scenarios.Keys,
                [nameof(SimPage.Exercises)] = _library.Exercises,
            }), "text/html; charset=utf-8"));
        _server.MapFile("sim.js", "text/javascript; charset=utf-8");
        _server.MapFile("sim.css", "text/css; charset=utf-8");
        _server.MapFile("icon.svg", "image/svg+xml");
        _server.Routes.MapPost("/do/{verb}", DoAsync);
        _server.Routes.MapGet("/answers", AnswersAsync);
        _server.MapStream("/stream", (context, end) =>
            new SimStream(_city, _renderer, context.Request.Query["panel"].ToString()).WriteAsync(context.Response, end));
    }

    // Every page that is open loads itself again.
    private async Task<string> OpenAsync(Dictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("exercise", "") is { Length: > 0 } exercise)
        {
            await _city.Replace(_library.Exercise(exercise, fields.GetValueOrDefault("language", "")));
            return exercise;
        }

        string scenario = fields.GetValueOrDefault("scenario", "");
        await _city.Replace(scenario.Length == 0 ? _library.First() : _library.Scenario(scenario));
        return scenario.Length == 0 ? "It begins again." : $"{scenario} runs.";
    }

    private async Task<IResult> AnswersAsync()
    {
        ExerciseAnswers? answers = await _city.Ask((session, _) => session.Drill?.Run.Answers);
        return answers is null
            ? Results.Text("No exercise is open.", statusCode: StatusCodes.Status404NotFound)
            : Results.File(Encoding.UTF8.GetBytes(AnswersWriter.Write(answers)), "application/yaml", $"{answers.Exercise}-answers.yaml");
    }

    private async Task<IResult> DoAsync(string verb, HttpRequest request)
    {
        Dictionary<string, string> fields = request.HasFormContentType
            ? (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString())
            : [];
        try
        {
            return Results.Text(verb == "open"
                ? await OpenAsync(fields)
                : await _city.Ask((session, pace) => SimDesk.Do(session, pace, verb, fields)));
        }
        catch (DeskException refused)
        {
            return Results.Text(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
