using System.Collections.Concurrent;
using BarrierNode.Desktop.Screens.Sim;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>The window of the simulator, open in a browser. The city stands until the test lets time pass or starts its clock.</summary>
internal sealed class OpenSim : IAsyncDisposable
{
    private readonly CityThread _city;
    private readonly SimServer _server;

    private OpenSim(CityThread city, SimServer server, IPage page)
    {
        _city = city;
        _server = server;
        Page = page;
        page.Console += (_, message) => Note(message.Type, message.Text);
        page.PageError += (_, error) => Errors.Enqueue(error);
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    public ConcurrentQueue<string> Errors { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Address => _server.Address;

    public SimServer Server => _server;

    public static async Task<OpenSim> OpenAsync(params string[] files)
    {
        SimLibrary library = SimLibrary.Open([.. files.Select(Repository.File)], 1, Repository.File("simulator/scenarios"));
        SimServer? server = null;
        CityThread city = new(library.First(), new CityPace { Paused = true });
        try
        {
            server = new(city, library, port: 0);
            await server.StartAsync();
            OpenSim open = new(city, server, await Browser.NewPageAsync(1440, 900));
            await open.PassAsync(5);
            await open.Page.GotoAsync(server.Address.ToString());
            return open;
        }
        catch
        {
            city.Dispose();
            throw;
        }
    }

    /// <summary>Lets time of the city pass.</summary>
    public Task PassAsync(double seconds) => _city.Ask((session, _) =>
    {
        for (long us = (long)(seconds * 1e6); us > 0; us -= CityPace.SliceUs)
        {
            session.Advance(Math.Min(us, CityPace.SliceUs));
        }

        return 0;
    });

    /// <summary>Presses a button that the page may not have open.</summary>
    public Task<string> DoAsync(string verb, string fields = "") => _city.Ask((session, pace) => SimDesk.Do(
        session, pace, verb, fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1])));

    public Task<T> AskAsync<T>(Func<SimSession, CityPace, T> work) => _city.Ask(work);

    /// <summary>Presses a button that opens something else, and waits for the page of that.</summary>
    public async Task OpenAnotherAsync(string button)
    {
        string? run = await Page.GetAttributeAsync("body", "data-run");
        await Button(button).ClickAsync();

        // The script notes the rate with the first picture.
        await Assertions.Expect(Page.Locator($"body[data-rate]:not([data-run='{run}'])")).ToHaveCountAsync(1);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task ResultAsync(string sentence) => Assertions.Expect(Page.Locator("#result")).ToHaveTextAsync(sentence);

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _city.Dispose();
    }

    private void Note(string type, string text)
    {
        if (type is "error" or "warning")
        {
            Errors.Enqueue(text);
        }
    }
}
