using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>What a scenario can say about a lane by one word.</summary>
internal static class LaneWords
{
    /// <summary>What is seen of a node without power, or that has told nothing yet.</summary>
    public const string Nothing = "nothing";

    /// <summary>The keys.</summary>
    public static IReadOnlyList<LaneWord> All { get; } =
    [
        new("position", [.. Enum.GetValues<LanePosition>().Select(Names.Of)], "Where the lane is, as the node tells it", Told(s => Names.Of(LaneState.Position(s)))),
        new("mode", [.. Enum.GetValues<LaneMode>().Select(Names.Of)], "Who may move it, as the node tells it", Told(s => Names.Of(LaneState.Mode(s)))),
        new("protected", ["true", "false"], "Every barrier is proven up, as the node tells it", Told(s => LaneState.IsProtected(s) ? "true" : "false")),
        new("signal", [.. Enum.GetValues<LaneSignal>().Select(Names.Of)], "What the gate lets the signal show, as the node tells it", Told(s => Names.Of(LaneState.Signal(s)))),
        new("efo", ["ready", "notReady"], "Whether an emergency fast operation would raise the lane, as the node tells it", Told(Efo)),
        new("red", ["lit", "dark"], "The red lamp, as people in the street see it", Street((_, l) => l.Red ? "lit" : "dark")),
        new("green", ["lit", "dark"], "The green lamp, as people in the street see it", Street((_, l) => l.Green ? "lit" : "dark")),
        new("warning", ["on", "off"], "Buzzer and beacon, as people in the street see and hear them", Street((_, l) => l.Warning ? "on" : "off")),
        new("barriers", ["up", "down", "between"], "Where the barriers stand in the street: all of them at that end, or not", Street((_, l) => Ends(l.Barriers))),
    ];

    /// <summary>What is seen.</summary>
    public static string See(ScenarioView view, string lane, string key) => All.First(w => w.Key == key).See(view, lane);

    private static Func<ScenarioView, string, string> Told(Func<int, string> word) =>
        (view, lane) => view.State(lane) is { } state ? word(state.A) : Nothing;

    private static Func<ScenarioView, string, string> Street(Func<ScenarioView, Street.LaneSnapshot, string> word) =>
        (view, lane) => word(view, view.Street.Lanes.First(l => l.Id == lane));

    private static string Efo(int state)
    {
        int readiness = LaneState.Efo(state);
        return (readiness & EfoReadiness.Fitted) == 0 ? Nothing : (readiness & EfoReadiness.Ready) != 0 ? "ready" : "notReady";
    }

    // An end is where its limit switch is: the last hundredth of the stroke.
    private static string Ends(IReadOnlyList<double> barriers) =>
        barriers.All(b => b >= 0.99) ? "up" : barriers.All(b => b <= 0.01) ? "down" : "between";
}

/// <summary>One such key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Words">The words that it can have.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="See">Which word it has now.</param>
internal sealed record LaneWord(string Key, IReadOnlyList<string> Words, string Meaning, Func<ScenarioView, string, string> See);
