using System.Globalization;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>A person stands on a barrier: on the cover of a bollard, or in the way of a gate.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Barrier">Which barrier, from 1.</param>
/// <param name="As">What the scenario calls the person; empty for <c>person</c>.</param>
public sealed record PersonAct(string Lane, int Barrier, string As = "") : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "person";

    /// <summary>What the scenario calls the person.</summary>
    public string Name => As.Length > 0 ? As : Verb;

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("lane", FlowText.Of(Lane)), ("barrier", Barrier.ToString(CultureInfo.InvariantCulture)), ("as", As.Length > 0 ? FlowText.Of(As) : null));

    internal override void Do(ScenarioStage stage) => stage.NamePerson(Name, stage.Station.Street.PlacePersonOnBarrier(Lane, Barrier - 1));

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        string? lane = site.Lane(section, "lane");
        int barrier = section.OptionalInt("barrier", 1, site.BarriersOf(lane)) ?? 1;
        string name = section.OptionalText("as") ?? "";
        site.NewPerson(section, name.Length > 0 ? name : "person");
        return lane is null ? null : new PersonAct(lane, barrier, name);
    }
}
