using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A vehicle comes into a lane.</summary>
/// <param name="Vehicle">What it is.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Driver">How it is driven.</param>
/// <param name="HaltsOn">Name of the detector on which it halts, or null.</param>
/// <param name="As">What the scenario calls it; empty for the word of its kind.</param>
public sealed record SendAct(VehicleKind Vehicle, string Lane, DriverHabit Driver = DriverHabit.Careful, string? HaltsOn = null, string As = "") : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "send";

    /// <summary>What the scenario calls it.</summary>
    public string Name => As.Length > 0 ? As : ScenarioWords.Of(Vehicle);

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("vehicle", ScenarioWords.Of(Vehicle)),
        ("lane", FlowText.Of(Lane)),
        ("driver", Driver == DriverHabit.Careful ? null : ScenarioWords.Of(Driver)),
        ("haltsOn", HaltsOn is null ? null : FlowText.Of(HaltsOn)),
        ("as", As.Length > 0 ? FlowText.Of(As) : null));

    internal override void Do(ScenarioStage stage)
    {
        StreetModel street = stage.Station.Street;
        int car = Driver == DriverHabit.WrongWay ? street.SendWrongWay(Lane, Vehicle) : street.SendVehicle(Lane, Vehicle);
        if (Driver == DriverHabit.Creeps)
        {
            street.DriveOn(car);
        }
        else if (Driver == DriverHabit.Rams)
        {
            street.DriveOnBlindly(car);
        }

        stage.Name(Name, car, Lane);
        if (HaltsOn is not null)
        {
            stage.HaltOn(car, Lane, HaltsOn);
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        VehicleKind? vehicle = section.Word("vehicle", ScenarioWords.Vehicles);
        string? lane = site.Lane(section, "lane");
        DriverHabit? driver = section.OptionalWord("driver", ScenarioWords.Habits);
        string? haltsOn = section.Has("haltsOn") ? site.DetectorOf(section, "haltsOn", lane) : section.OptionalText("haltsOn");
        string name = section.OptionalText("as") ?? "";
        site.NewVehicle(section, name.Length > 0 ? name : vehicle is { } v ? ScenarioWords.Of(v) : "");
        return vehicle is { } kind && lane is not null ? new SendAct(kind, lane, driver ?? DriverHabit.Careful, haltsOn, name) : null;
    }
}
