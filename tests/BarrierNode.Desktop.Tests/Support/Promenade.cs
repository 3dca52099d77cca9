using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Tests;

/// <summary>The site of simulator/sites/promenade.yaml: three bollards with a signal beside a sliding gate.</summary>
internal static class Promenade
{
    public static SiteModel Site { get; } = new(
        "promenade.yaml", "nice", "promenade", "quai-1", new BoardModel("ESP32_REV3", "ESP32 dev kit", new Dictionary<int, BoardPin>()), 4,
        Contact("emergencyStop", 36), Contact("reset", 39), [Bollards(), Gate()],
        new StreetLayout(60, 22, 18,
        [
            new("promenade", 7, 7, 30, 20, [new("entryLoop", 24, 28), new("exitLoop", 31.5, 35.5)]),
            new("depot", 17, 5, 30, 22, [new("gateLoop", 26, 34)]),
        ]));

    private static LaneModel Bollards() => new(
        "promenade", LaneKind.BollardGroup, 3, [16], [17], 300, 9000, 1000, [Contact("up1", 34)], [Contact("down", 33)],
        5000, 2500, 8000, 5000, 1000, 0, [21], 18, 19, [Contact("entryLoop", 25), Contact("exitLoop", 26)]);

    private static LaneModel Gate() => new(
        "depot", LaneKind.SlidingGate, 1, [22], [23], 500, 20000, 1000, [Contact("up", 27)], [Contact("down", 14)],
        12000, 12000, 18000, 18000, 2000, 1000, [21], null, null, [Contact("gateLoop", 13)]);

    private static InputModel Contact(string name, int pin) => new(name, pin, true, 0, 1000);
}
