using System.Collections.Concurrent;
using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Hub;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Tests;

/// <summary>A street without anything behind it: a test sets what is shown and sees what was asked for.</summary>
internal sealed class FakeStreet : IStreetScreen
{
    private static readonly NodeAddress Address = new("nice", "promenade", "quai-1");
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 31, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private ScreenState _state;

    public FakeStreet() => _state = new(Promenade.Site, Quiet(), LiveNode(), [], Start);

    public ConcurrentQueue<string> Asked { get; } = new();

    public string? Refusal { get; set; }

    public Exception? Fault { get; set; }

    public ScreenState Current
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    public void Change(Func<ScreenState, ScreenState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }

    public void ChangeStreetLane(string lane, Func<LaneSnapshot, LaneSnapshot> change) => Change(s => s with
    {
        Street = s.Street with { Lanes = [.. s.Street.Lanes.Select(l => l.Id == lane ? change(l) : l)] },
    });

    public void ChangeLane(string lane, Func<LaneView, LaneView> change) => Change(s => s with
    {
        Node = s.Node! with { Lanes = [.. s.Node.Lanes.Select(l => l.Id == lane ? change(l) : l)] },
    });

    /// <summary>Puts something else in place of the depot's gate.</summary>
    public void Replace(LaneKind kind, params double[] barriers)
    {
        Change(s => s with
        {
            Site = s.Site with { Lanes = [.. s.Site.Lanes.Select(l => l.Id == "depot" ? l with { Kind = kind, Barriers = barriers.Length } : l)] },
        });
        ChangeStreetLane("depot", l => l with { Kind = kind, Barriers = barriers });
    }

    public Task<string?> Command(string lane, CommandOp op, int argument, string operatorName)
    {
        Asked.Enqueue($"{lane} {Names.Of(op)}{(argument == 0 ? "" : $" {argument}")} by {operatorName}");
        return Fault is null ? Task.FromResult(Refusal) : throw Fault;
    }

    public void SendCar(string lane) => Asked.Enqueue($"{lane} car");

    public void DriveOn(string lane) => Asked.Enqueue($"{lane} drive on");

    public void MoveByHand(string lane, bool deploy) => Asked.Enqueue($"{lane} {(deploy ? "deployed" : "stowed")}");

    public void PressEmergencyStop(bool pressed) => Asked.Enqueue($"button {(pressed ? "pressed" : "released")}");

    public void PressReset() => Asked.Enqueue("reset pressed");

    public static EventView Event(long number, string code, string? lane, string fields = "", bool late = false) => new(
        Address, number, 26, number * 1000, Start.AddSeconds(number), code, lane, late,
        $$"""{"n":{{number}},"boot":26,"upMs":{{number * 1000}},"code":"{{code}}"{{fields}},"hist":{{(late ? "true" : "false")}}}""");

    public static CommandView Commanded(string op, params CommandStage[] stages) =>
        new("0123456789abcdef0123456789abcdef", Address, "promenade", op, "anna", Start, stages);

    public static CommandStage Stage(string name, string? reason = null, params string[] blockedBy) => new(name, Start, reason, blockedBy);

    private static StreetSnapshot Quiet() => new(
        83_000_000,
        [
            new("promenade", LaneKind.BollardGroup, [1, 1, 1], [false, false], Red: true, Green: false, Warning: false),
            new("depot", LaneKind.SlidingGate, [1], [false], Red: false, Green: false, Warning: false),
        ],
        [], EmergencyStopPressed: false, PermissionAlive: true, Strikes: 0, Collisions: 0);

    private static NodeView LiveNode() => new(
        Address, "ready", "26-9f3a12cd", "0.1.0", 1204, TimeSpan.FromSeconds(0.4), Live: true,
        [Closed("promenade", "red"), Closed("depot", "dark")]);

    private static LaneView Closed(string lane, string signal) =>
        new(lane, "up", "remote", true, [], [], [], signal, false, TimeSpan.FromSeconds(12), null);
}
