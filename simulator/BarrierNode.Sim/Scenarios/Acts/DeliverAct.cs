namespace BarrierNode.Sim;

/// <summary>The latest command comes to the node once more, from somebody who has seen it.</summary>
/// <param name="How">How it comes.</param>
public sealed record DeliverAct(Delivery How) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "deliver";

    /// <inheritdoc/>
    public override string Value => ScenarioWords.Deliveries.First(d => d.Value == How).Word;

    internal override void Do(ScenarioStage stage) => stage.Deliver(How);

    internal static ScenarioAct? Read(ScenarioValue value) => value.OneOf([.. ScenarioWords.Deliveries.Select(d => d.Word)]) is { } word
        ? new DeliverAct(ScenarioWords.Deliveries.First(d => d.Word == word).Value)
        : null;
}
