using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>How everything is before the first step of a scenario.</summary>
public sealed record ScenarioGiven
{
    /// <summary>How long the node has been on at time 0, in microseconds, when nothing else is said: it is connected, and its detectors are clear.</summary>
    public const long UsualSettleUs = 10_000_000;

    /// <summary>Where the barriers stand.</summary>
    public StreetStart Barriers { get; init; } = StreetStart.BarriersUp;

    /// <summary>How long the node has been on at time 0, in microseconds.</summary>
    public long SettleUs { get; init; } = UsualSettleUs;

    /// <summary>Local time of day at time 0 in minutes since 2024-01-01 00:00, as the hub tells it; null: it tells what it likes.</summary>
    public int? ClockMinutes { get; init; }

    /// <summary>The buttons, keys and sensors that act from the beginning, by their names.</summary>
    public IReadOnlyList<string> Acting { get; init; } = [];

    /// <summary>What is broken from the beginning, in the form of <see cref="Fault"/>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
