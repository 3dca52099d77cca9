using System.Text.Encodings.Web;
using System.Text.Json;
using BarrierNode.Desktop.Screens.Sim.Parts;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>
/// Keeps one open page up to date with server-sent events: <c>frame</c>, what moves, as often as there is a new picture, and at least once a second, so that the
/// browser can tell silence from stillness; <c>parts</c>, the facts beside the picture, five times a second where they have changed.
/// </summary>
/// <param name="city">What is shown.</param>
/// <param name="renderer">Makes the parts.</param>
/// <param name="panel">The panel that is open; only that one is rendered.</param>
internal sealed class SimStream(CityThread city, PartRenderer renderer, string panel)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(1);

    // It goes into no page as it is; the script reads it as data.
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _sent = [];
    private string? _frame;
    private SimView? _view;
    private long _sentAtMs;

    /// <summary>Writes until the reader leaves or the server stops.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "text/event-stream";
        using PeriodicTimer timer = new(s_lookEvery);
        do
        {
            string messages = NextFrame() + await NextPartsAsync();
            if (messages.Length > 0)
            {
                await response.WriteAsync(messages, cancel);
                await response.Body.FlushAsync(cancel);
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private string NextFrame()
    {
        string frame = city.Frame;
        long nowMs = Environment.TickCount64;
        if (frame == _frame && nowMs - _sentAtMs < s_heartbeat.TotalMilliseconds)
        {
            return "";
        }

        _frame = frame;
        _sentAtMs = nowMs;
        return $"event: frame\ndata: {frame}\n\n";
    }

    private async Task<string> NextPartsAsync()
    {
        SimView view = city.View;
        if (ReferenceEquals(view, _view))
        {
            return "";
        }

        _view = view;
        Dictionary<string, string> changed = [];
        await AddAsync<Summary>(changed, "summary", view);
        if (view.Drill is not null)
        {
            await AddAsync<Stage>(changed, "stage", view);
        }

        await AddAsync<EventPanel>(changed, "panel-events", view);
        switch (panel)
        {
            case "lanes":
                await AddAsync<LanePanel>(changed, "panel-lanes", view);
                break;
            case "traffic":
                await AddAsync<TrafficPanel>(changed, "panel-traffic", view);
                break;
            case "cabinet":
                await AddAsync<CabinetPanel>(changed, "panel-cabinet", view);
                break;
            case "faults":
                await AddAsync<FaultPanel>(changed, "panel-faults", view);
                break;
            case "wires":
                await AddAsync<WirePanel>(changed, "panel-wires", view);
                break;
            case "exercise":
                await AddAsync<ExercisePanel>(changed, "panel-exercise", view);
                break;
            case "scenario":
                await AddAsync<ScenarioPanel>(changed, "panel-scenario", view);
                break;
        }

        return changed.Count == 0 ? "" : $"event: parts\ndata: {JsonSerializer.Serialize(changed, s_plain)}\n\n";
    }

    private async Task AddAsync<T>(Dictionary<string, string> changed, string id, SimView view)
        where T : SimPart
    {
        string html = await renderer.RenderAsync<T>(new() { [nameof(SimPart.View)] = view });
        if (_sent.GetValueOrDefault(id) != html)
        {
            _sent[id] = html;
            changed[id] = html;
        }
    }
}
