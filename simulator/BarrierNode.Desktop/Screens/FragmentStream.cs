using System.Text.Json;

namespace BarrierNode.Desktop.Screens;

/// <summary>
/// Keeps one open page up to date with server-sent events: ten looks a second, a message when a part changed, and at least one message a
/// second, so that the browser can tell silence from stillness.
/// </summary>
/// <param name="screen">What is shown.</param>
/// <param name="renderer">Makes the parts.</param>
/// <param name="run">Names this start of the server.</param>
internal sealed class FragmentStream(IStreetScreen screen, FragmentRenderer renderer, string run)
{
    private const int LooksPerHeartbeat = 10;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> _sent = [];
    private int _silentLooks = LooksPerHeartbeat;

    /// <summary>Writes until the reader leaves or the server stops.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "text/event-stream";
        using PeriodicTimer timer = new(LookEvery);
        do
        {
            if (await NextMessageAsync() is { } message)
            {
                await response.WriteAsync($"data: {message}\n\n", cancel);
                await response.Body.FlushAsync(cancel);
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task<string?> NextMessageAsync()
    {
        ScreenState state = screen.Current;
        List<KeyValuePair<string, string>> changed =
            [.. (await renderer.FragmentsAsync(state)).Where(part => _sent.GetValueOrDefault(part.Key) != part.Value)];
        if (changed.Count == 0 && ++_silentLooks < LooksPerHeartbeat)
        {
            return null;
        }

        _silentLooks = 0;
        foreach ((string id, string html) in changed)
        {
            _sent[id] = html;
        }

        return JsonSerializer.Serialize(new
        {
            run,
            at = state.At.ToLocalTime().ToString("HH:mm:ss"),
            parts = changed.ToDictionary(),
        });
    }
}
