using System.Globalization;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Something gets in the way of a barrier, or is taken away.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Barrier">Which barrier, from 1.</param>
/// <param name="By">What.</param>
public sealed record ObstructAct(string Lane, int Barrier, Obstacle By) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "obstruct";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("lane", FlowText.Of(Lane)), ("barrier", Barrier.ToString(CultureInfo.InvariantCulture)), ("by", ScenarioWords.Of(By)));

    internal override void Do(ScenarioStage stage) => stage.Station.Street.Obstruct(Lane, Barrier - 1, By);

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        string? lane = site.Lane(section, "lane");
        int barrier = section.OptionalInt("barrier", 1, site.BarriersOf(lane)) ?? 1;
        Obstacle? by = section.Word("by", ScenarioWords.Obstacles);
        return lane is not null && by is { } obstacle ? new ObstructAct(lane, barrier, obstacle) : null;
    }
}
