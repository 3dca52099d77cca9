namespace BarrierNode.Sim;

/// <summary>The broker delivers the latest command once more.</summary>
/// <param name="Retained">It also keeps it for whoever connects.</param>
public sealed record ReplayAct(bool Retained) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "replay";

    /// <inheritdoc/>
    public override string Value => Retained ? "retained" : "late";

    internal override void Do(ScenarioStage stage) => stage.Replay(Retained);

    internal static ScenarioAct? Read(ScenarioValue value) => value.OneOf(["late", "retained"]) is { } word ? new ReplayAct(word == "retained") : null;
}
