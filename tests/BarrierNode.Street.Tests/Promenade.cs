using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

/// <summary>The site of simulator/sites/promenade.yaml, built in code.</summary>
internal static class Promenade
{
    public const string Lane = "promenade";
    public const string Depot = "depot";
    public const int Permit = 4;
    public const int EmergencyStop = 36;
    public const int Reset = 39;
    public const int Raise = 16;
    public const int Lower = 17;
    public const int Red = 18;
    public const int Green = 19;
    public const int Warning = 21;
    public const int Down = 33;
    public const int EntryLoop = 25;
    public const int ExitLoop = 26;
    public const int GateRaise = 22;
    public const int GateLower = 23;
    public const int GateUp = 27;
    public const int GateDown = 14;
    public const int GateLoop = 13;
    public const int RaiseMs = 5000;
    public const int LowerMs = 2500;
    public const int GateMs = 12000;
    public const double StopLineM = 20;
    public const double BarrierAtM = 30;

    public static readonly int[] Up = [34, 35, 32];

    public static SiteModel Site() => new(
        File: "promenade.yaml",
        City: "nice",
        Site: "promenade",
        Node: "quai-1",
        Board: new BoardModel("ESP32_REV3", "ESP32 dev kit", new Dictionary<int, BoardPin>()),
        PermitPin: Permit,
        EmergencyStop: new InputModel("emergencyStop", EmergencyStop, NormallyClosed: true, 0, 100),
        ResetButton: new InputModel("reset", Reset, NormallyClosed: false, 60, 60),
        Lanes: [Bollards(), Gate()],
        Street: Layout());

    public static LaneModel Bollards() => new(
        Lane, LaneKind.BollardGroup, 3, [Raise], [Lower], 300, 9000, 1000,
        [Limit("promenade.up1", Up[0]), Limit("promenade.up2", Up[1]), Limit("promenade.up3", Up[2])],
        [Limit("promenade.down", Down)],
        RaiseMs, LowerMs, 8000, 5000, 1000, 0, [Warning], Red, Green,
        [LoopInput("entryLoop", EntryLoop), LoopInput("exitLoop", ExitLoop)]);

    public static LaneModel Gate() => new(
        Depot, LaneKind.SlidingGate, 1, [GateRaise], [GateLower], 500, 20000, 1000,
        [Limit("depot.up", GateUp)], [Limit("depot.down", GateDown)],
        GateMs, GateMs, 18000, 18000, 2000, 1000, [Warning], null, null, [LoopInput("gateLoop", GateLoop)]);

    public static InputModel Limit(string name, int pin) => new(name, pin, NormallyClosed: false, 40, 0);

    public static InputModel LoopInput(string name, int pin) => new(name, pin, NormallyClosed: true, 0, 1000);

    private static StreetLayout Layout() => new(60, 22, 18,
    [
        new CarriagewayLayout(Lane, 7, 7, BarrierAtM, StopLineM,
            [new LoopLayout("entryLoop", 24, 28), new LoopLayout("exitLoop", 31.5, 35.5)]),
        new CarriagewayLayout(Depot, 17, 5, 30, 22, [new LoopLayout("gateLoop", 26, 34)]),
    ]);
}
