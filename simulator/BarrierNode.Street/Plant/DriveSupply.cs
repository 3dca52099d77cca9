namespace BarrierNode.Street;

/// <summary>What the drive supply can do: a contactor needs more voltage to pull in than to stay.</summary>
/// <param name="PullsIn">A contactor that is off pulls in.</param>
/// <param name="Holds">A contactor that is on stays on, and drives have power.</param>
internal readonly record struct DriveSupply(bool PullsIn, bool Holds)
{
    // IEC 60947-4-1: closes from 85 % of its rated voltage on, drops out between 75 and 20 %.
    private const double PullInPart = 0.85;
    private const double DropOutPart = 0.6;

    /// <summary>The supply at some mains voltage.</summary>
    /// <param name="switchedOn">Permission chain and emergency stop let it through.</param>
    /// <param name="mainsV">The voltage.</param>
    public static DriveSupply Of(bool switchedOn, double mainsV) => new(
        switchedOn && mainsV >= PullInPart * PlantConditions.NominalV, switchedOn && mainsV >= DropOutPart * PlantConditions.NominalV);
}
