namespace BarrierNode.Sim;

/// <summary>The power of the cabinet fails, or comes back.</summary>
/// <param name="On">It comes back.</param>
public sealed record PowerAct(bool On) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "power";

    /// <inheritdoc/>
    public override string Value => ScenarioWords.OnOff(On);

    internal override void Do(ScenarioStage stage)
    {
        if (stage.Station.Node.HasPower == On)
        {
            throw new ScenarioActException($"the power is {ScenarioWords.OnOff(On)} already");
        }

        if (On)
        {
            stage.Station.Node.PowerOn();
        }
        else
        {
            stage.Station.Node.PowerOff();
        }
    }

    internal static ScenarioAct? Read(ScenarioValue value) => value.OnOff() is { } on ? new PowerAct(on) : null;
}
