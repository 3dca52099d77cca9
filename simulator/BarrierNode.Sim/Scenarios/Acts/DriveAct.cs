using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A driver does something else from now on.</summary>
/// <param name="Vehicle">What the scenario calls the vehicle.</param>
/// <param name="Does">What the driver does.</param>
public sealed record DriveAct(string Vehicle, DriverTurn Does) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => ScenarioWords.Of(Does);

    /// <inheritdoc/>
    public override string Value => FlowText.Of(Vehicle);

    internal override void Do(ScenarioStage stage)
    {
        StreetModel street = stage.Station.Street;
        int car = stage.CarOf(Vehicle);
        bool there = Does switch
        {
            DriverTurn.Halt => street.Halt(car),
            DriverTurn.DriveOn => street.DriveOn(car),
            DriverTurn.Ram => street.DriveOnBlindly(car),
            DriverTurn.BackOut => street.BackOut(car),
            _ => street.RemoveCar(car),
        };
        if (!there)
        {
            throw new ScenarioActException($"the vehicle '{Vehicle}' has left the street");
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, ScenarioValue value, DriverTurn does) =>
        site.Vehicle(value) is { } name ? new DriveAct(name, does) : null;
}
