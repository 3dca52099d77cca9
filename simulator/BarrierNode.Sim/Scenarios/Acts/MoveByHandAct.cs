using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>People move the barriers of a lane by hand.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Up">To the upper end: closed, deployed.</param>
public sealed record MoveByHandAct(string Lane, bool Up) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "moveByHand";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(("lane", FlowText.Of(Lane)), ("to", Up ? "up" : "down"));

    internal override void Do(ScenarioStage stage) => stage.MoveByHand(Lane, Up);

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        string? lane = site.Lane(section, "lane");
        bool? up = section.Word("to", [("up", true), ("down", false)]);
        return lane is not null && up is { } end ? new MoveByHandAct(lane, end) : null;
    }
}
