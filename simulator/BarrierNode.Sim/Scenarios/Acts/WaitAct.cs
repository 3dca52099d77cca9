namespace BarrierNode.Sim;

/// <summary>Nothing is done for a while.</summary>
/// <param name="Us">How long, in microseconds.</param>
public sealed record WaitAct(long Us) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "wait";

    /// <inheritdoc/>
    public override string Value => DurationText.Write(Us);

    internal override void Do(ScenarioStage stage)
    {
        // The run lets the time pass.
    }

    internal static ScenarioAct? Read(ScenarioValue value) => value.Duration() is { } us ? new WaitAct(us) : null;
}
