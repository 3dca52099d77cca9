using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;
using Names = BarrierNode.Control.Names;

namespace BarrierNode.Sim;

/// <summary>The words of scenarios for what the code has names for.</summary>
internal static class ScenarioWords
{
    public static readonly IReadOnlyList<(string Word, VehicleKind Value)> Vehicles = Kebab<VehicleKind>();

    /// <summary>The word of a driver who comes from the far end.</summary>
    public const string WrongWay = "wrong-way";

    public static readonly IReadOnlyList<(string Word, (DriverHabit Habit, bool WrongWay) Value)> Drivers =
        [.. Enum.GetValues<DriverHabit>().Select(h => (Of(h), (h, false))), (WrongWay, (DriverHabit.Ordinary, true))];

    public static readonly IReadOnlyList<(string Word, DriverTurn Value)> Turns = [.. Enum.GetValues<DriverTurn>().Select(t => (Of(t), t))];

    public static readonly IReadOnlyList<(string Word, Obstacle Value)> Obstacles =
        [("person", Obstacle.Person), ("jam", Obstacle.Jam), ("ice", Obstacle.Ice), ("debris", Obstacle.Debris), ("nothing", Obstacle.None)];

    public static readonly IReadOnlyList<(string Word, StreetStart Value)> Starts =
        [("up", StreetStart.BarriersUp), ("down", StreetStart.BarriersDown), ("between", StreetStart.BarriersHalfWay)];

    public static readonly IReadOnlyList<(string Word, Delivery Value)> Deliveries = [.. Enum.GetValues<Delivery>().Select(d => (Spelling.Camel(d.ToString()), d))];

    // The clock is told by the hub itself, see ClockAct.
    public static readonly IReadOnlyList<(string Word, CommandOp Value)> Operations =
        [.. Enum.GetValues<CommandOp>().Where(o => o is not CommandOp.None and not CommandOp.Clock).Select(o => (Names.Of(o), o))];

    public static readonly IReadOnlyList<(string Word, AckStage Value)> Stages = [.. Enum.GetValues<AckStage>().Select(s => (Names.Of(s), s))];

    public static readonly IReadOnlyList<(string Word, RefusalReason Value)> Reasons =
        [.. Enum.GetValues<RefusalReason>().Where(r => r != RefusalReason.None).Select(r => (Names.Of(r), r))];

    public static readonly IReadOnlyList<(string Word, EventCode Value)> Events = [.. Enum.GetValues<EventCode>().Select(e => (Names.Of(e), e))];

    public static string Of(VehicleKind kind) => Spelling.Kebab(kind.ToString());

    public static string Of(DriverHabit habit) => Spelling.Kebab(habit.ToString());

    public static string Of(DriverTurn turn) => Spelling.Camel(turn.ToString());

    public static string Of(Obstacle obstacle) => Obstacles.First(o => o.Value == obstacle).Word;

    public static string Of(StreetStart start) => Starts.First(s => s.Value == start).Word;

    public static string OnOff(bool on) => on ? "on" : "off";

    private static (string Word, T Value)[] Kebab<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => (Spelling.Kebab(v.ToString()!), v))];
}
