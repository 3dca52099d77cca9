using System.Globalization;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A vehicle stands somewhere in a lane, until it is told to drive.</summary>
/// <param name="Vehicle">What it is.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="FrontM">x of its front in metres; null: its middle is where <paramref name="On"/> has its own.</param>
/// <param name="On">Name of a detector, or <c>barriers</c>; null where the front is given.</param>
/// <param name="As">What the scenario calls it; empty for the word of its kind.</param>
public sealed record ParkAct(VehicleKind Vehicle, string Lane, double? FrontM, string? On, string As = "") : ScenarioAct
{
    /// <summary>The word for the place of the barriers.</summary>
    public const string Barriers = "barriers";

    /// <inheritdoc/>
    public override string Verb => "park";

    /// <summary>What the scenario calls it.</summary>
    public string Name => As.Length > 0 ? As : ScenarioWords.Of(Vehicle);

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("vehicle", ScenarioWords.Of(Vehicle)),
        ("lane", FlowText.Of(Lane)),
        ("frontM", FrontM?.ToString("0.###", CultureInfo.InvariantCulture)),
        ("on", On is null ? null : FlowText.Of(On)),
        ("as", As.Length > 0 ? FlowText.Of(As) : null));

    internal override void Do(ScenarioStage stage)
    {
        double frontM = FrontM ?? (stage.MiddleM(Lane, On!) + (VehicleBody.Of(Vehicle).LengthM / 2));
        stage.Name(Name, stage.Station.Street.ParkVehicle(Lane, Vehicle, frontM), Lane);
    }

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        VehicleKind? vehicle = section.Word("vehicle", ScenarioWords.Vehicles);
        string? lane = site.Lane(section, "lane");
        double? frontM = section.OptionalNumber("frontM", -100, 1000);
        string? on = section.Has("on") ? site.PlaceOf(section, "on", lane) : section.OptionalText("on");
        string name = section.OptionalText("as") ?? "";
        site.NewVehicle(section, name.Length > 0 ? name : vehicle is { } v ? ScenarioWords.Of(v) : "");
        if (section.Has("frontM") == section.Has("on"))
        {
            section.Problems.Add(section.Line, "'park' has not one of the keys 'frontM' and 'on'", "one of them");
            return null;
        }

        return vehicle is { } kind && lane is not null ? new ParkAct(kind, lane, frontM, on, name) : null;
    }
}
