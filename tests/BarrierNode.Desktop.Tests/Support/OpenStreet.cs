using System.Collections.Concurrent;
using BarrierNode.Desktop.Screens;
using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests;

/// <summary>A server with a fake street behind it, and a browser in front.</summary>
internal sealed class OpenStreet : IAsyncDisposable
{
    private OpenStreet(FakeStreet street, ScreenServer server, IPage page)
    {
        Street = street;
        Server = server;
        Page = page;
        page.Console += (_, message) => Note(message.Type, message.Text);
        page.PageError += (_, error) => Errors.Enqueue(error);
    }

    public FakeStreet Street { get; }

    public ScreenServer Server { get; }

    public IPage Page { get; }

    public ConcurrentQueue<string> Errors { get; } = new();

    public static async Task<OpenStreet> OpenAsync(int width = 1280, int height = 800, Action<FakeStreet>? prepare = null)
    {
        FakeStreet street = new();
        prepare?.Invoke(street);
        ScreenServer server = new(street, port: 0);
        await server.StartAsync();
        OpenStreet open = new(street, server, await Browser.NewPageAsync(width, height));
        await open.Page.GotoAsync(server.Address.ToString());
        return open;
    }

    public ILocator Face(string lane) => Page.Locator(".face", new() { Has = Page.Locator($"#face-{lane}") });

    public ILocator Button(string lane, string label) =>
        Face(lane).GetByRole(AriaRole.Button, new() { Name = $"{label} {lane}", Exact = true });

    /// <summary>The next thing that the page asked of the street.</summary>
    public async Task<string> AskedAsync()
    {
        string? asked = null;
        await Until.TrueAsync(() => Street.Asked.TryDequeue(out asked), "the page asks for something");
        return asked!;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        await Server.DisposeAsync();
    }

    private void Note(string type, string text)
    {
        if (type is "error" or "warning")
        {
            Errors.Enqueue(text);
        }
    }
}
