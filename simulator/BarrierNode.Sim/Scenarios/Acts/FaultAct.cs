namespace BarrierNode.Sim;

/// <summary>Something breaks.</summary>
/// <param name="Fault">What, and how, in the form of <see cref="Sim.Fault"/>: <c>entryLoop stuck</c>.</param>
public sealed record FaultAct(string Fault) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "fault";

    /// <inheritdoc/>
    public override string Value => FlowText.Of(Fault);

    internal override void Do(ScenarioStage stage) => stage.Break(Fault);

    internal static ScenarioAct? Read(ScenarioSite site, ScenarioValue value) => site.Fault(value) is { } fault ? new FaultAct(fault) : null;
}
