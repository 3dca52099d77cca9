using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>The hub tells another time of day.</summary>
/// <param name="ClockMinutes">Local time in minutes since 2024-01-01 00:00.</param>
public sealed record ClockAct(int ClockMinutes) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "clock";

    /// <inheritdoc/>
    public override string Value => FlowText.Of(LocalTime.Write(ClockMinutes));

    internal override void Do(ScenarioStage stage) => stage.TellTime(ClockMinutes);

    internal static ScenarioAct? Read(ScenarioValue value) => value.Clock() is { } minutes ? new ClockAct(minutes) : null;
}
