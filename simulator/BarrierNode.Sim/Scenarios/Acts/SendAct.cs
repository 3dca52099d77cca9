using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A vehicle comes into a lane.</summary>
/// <param name="Vehicle">What it is.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Driver">What its driver does beside driving.</param>
/// <param name="WrongWay">It comes from the far end, against the direction of the lane, and brakes for nothing.</param>
/// <param name="HaltsOn">Name of the detector on which it halts, or null.</param>
/// <param name="As">What the scenario calls it; empty for the word of its kind.</param>
public sealed record SendAct(
    VehicleKind Vehicle, string Lane, DriverHabit Driver = DriverHabit.Ordinary, bool WrongWay = false, string? HaltsOn = null, string As = "") : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "send";

    /// <summary>What the scenario calls it.</summary>
    public string Name => As.Length > 0 ? As : ScenarioWords.Of(Vehicle);

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("vehicle", ScenarioWords.Of(Vehicle)),
        ("lane", FlowText.Of(Lane)),
        ("driver", WrongWay ? ScenarioWords.WrongWay : Driver == DriverHabit.Ordinary ? null : ScenarioWords.Of(Driver)),
        ("haltsOn", HaltsOn is null ? null : FlowText.Of(HaltsOn)),
        ("as", As.Length > 0 ? FlowText.Of(As) : null));

    internal override void Do(ScenarioStage stage)
    {
        StreetModel street = stage.Station.Street;
        int car = WrongWay ? street.SendWrongWay(Lane, Vehicle)
            : Driver == DriverHabit.Ordinary ? street.SendVehicle(Lane, Vehicle) : street.SendDriver(Lane, Vehicle, Driver);
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
        (DriverHabit Habit, bool WrongWay)? driver = section.OptionalWord("driver", ScenarioWords.Drivers);
        string? haltsOn = section.Has("haltsOn") ? site.DetectorOf(section, "haltsOn", lane) : section.OptionalText("haltsOn");
        string name = section.OptionalText("as") ?? "";
        site.NewVehicle(section, name.Length > 0 ? name : vehicle is { } v ? ScenarioWords.Of(v) : "");
        return vehicle is { } kind && lane is not null
            ? new SendAct(kind, lane, driver?.Habit ?? DriverHabit.Ordinary, driver?.WrongWay ?? false, haltsOn, name)
            : null;
    }
}
