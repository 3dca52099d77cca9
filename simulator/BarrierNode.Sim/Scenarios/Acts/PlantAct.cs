using System.Globalization;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Weather, mains or wear change; each stays as set. Null: as it was.</summary>
/// <param name="TemperatureC">Temperature in degrees Celsius.</param>
/// <param name="SupplyV">Steady mains voltage.</param>
/// <param name="Lane">Id of the lane that the others are about, or null.</param>
/// <param name="LeakPercentPerHour">How far its barriers sink, in percent of the stroke an hour.</param>
/// <param name="LoadPercent">Share of the force of a good drive that snow or wind takes from a raise.</param>
/// <param name="WearCycles">Strokes that its drives have made.</param>
public sealed record PlantAct(double? TemperatureC, double? SupplyV, string? Lane, double? LeakPercentPerHour, double? LoadPercent, double? WearCycles) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "plant";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("temperatureC", Number(TemperatureC)), ("supplyV", Number(SupplyV)), ("lane", Lane is null ? null : FlowText.Of(Lane)),
        ("leakPercentPerHour", Number(LeakPercentPerHour)), ("loadPercent", Number(LoadPercent)), ("wearCycles", Number(WearCycles)));

    internal override void Do(ScenarioStage stage)
    {
        PlantConditions conditions = stage.Station.Street.Conditions;
        conditions.TemperatureC = TemperatureC ?? conditions.TemperatureC;
        conditions.SupplyV = SupplyV ?? conditions.SupplyV;
        if (Lane is not null)
        {
            LaneConditions lane = conditions.Lane(Lane);
            lane.LeakPercentPerHour = LeakPercentPerHour ?? lane.LeakPercentPerHour;
            lane.LoadPercent = LoadPercent ?? lane.LoadPercent;
            lane.WearCycles = WearCycles ?? lane.WearCycles;
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        double? temperatureC = section.OptionalNumber("temperatureC", -40, 70);
        double? supplyV = section.OptionalNumber("supplyV", 0, 300);
        double? leak = section.OptionalNumber("leakPercentPerHour", 0, 36_000);
        double? load = section.OptionalNumber("loadPercent", 0, 200);
        double? wear = section.OptionalNumber("wearCycles", 0, 5_000_000);
        bool ofALane = (leak ?? load ?? wear) is not null;
        string? lane = ofALane ? site.Lane(section, "lane") : null;
        return new PlantAct(temperatureC, supplyV, lane, leak, load, wear);
    }

    private static string? Number(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture);
}
