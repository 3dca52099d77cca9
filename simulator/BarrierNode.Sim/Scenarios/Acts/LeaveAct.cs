namespace BarrierNode.Sim;

/// <summary>A person goes away.</summary>
/// <param name="Person">What the scenario calls the person.</param>
public sealed record LeaveAct(string Person) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "leave";

    /// <inheritdoc/>
    public override string Value => FlowText.Of(Person);

    internal override void Do(ScenarioStage stage)
    {
        if (!stage.Station.Street.RemovePerson(stage.PersonOf(Person)))
        {
            throw new ScenarioActException($"'{Person}' has left the street");
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, ScenarioValue value) => site.Person(value) is { } name ? new LeaveAct(name) : null;
}
