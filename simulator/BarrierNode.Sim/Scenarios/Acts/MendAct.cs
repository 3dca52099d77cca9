namespace BarrierNode.Sim;

/// <summary>Something that is broken is mended.</summary>
/// <param name="Point">What, by its name; <c>all</c> for everything.</param>
public sealed record MendAct(string Point) : ScenarioAct
{
    /// <summary>The word for everything.</summary>
    public const string Everything = "all";

    /// <inheritdoc/>
    public override string Verb => "mend";

    /// <inheritdoc/>
    public override string Value => FlowText.Of(Point);

    internal override void Do(ScenarioStage stage)
    {
        if (Point == Everything)
        {
            stage.Station.Faults.ClearAll();
        }
        else if (!stage.Station.Faults.Clear(Point))
        {
            throw new ScenarioActException($"'{Point}' is not broken");
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, ScenarioValue value) => site.FaultPoint(value) is { } point ? new MendAct(point) : null;
}
