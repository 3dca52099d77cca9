namespace BarrierNode.Sim;

/// <summary>An input or an output of the node is on or off: <c>output: { promenade.raise: off }</c>.</summary>
/// <param name="IsOutput">An output; otherwise an input as it counts after its debounce and hold.</param>
/// <param name="Name">Its name at the site.</param>
/// <param name="On">It is on: energised, or acting.</param>
public sealed record PointFact(bool IsOutput, string Name, bool On) : ScenarioFact
{
    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs =>
        [(IsOutput ? "output" : "input", FlowText.Map((Name, ScenarioWords.OnOff(On))))];

    internal override bool Holds(ScenarioView view) => See(view) == On;

    internal override string Seen(ScenarioView view) => $"{Name}: {ScenarioWords.OnOff(See(view))}";

    private bool See(ScenarioView view) => IsOutput ? view.Output(Name) : view.Input(Name);
}
