using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>A button is pressed, a key turned, a sensor acts; or it is released again.</summary>
/// <param name="Input">Its name at the site.</param>
/// <param name="Acts">It acts from now on; false: it rests.</param>
public sealed record ContactAct(string Input, bool Acts) : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => Acts ? "press" : "release";

    /// <inheritdoc/>
    public override string Value => FlowText.Of(Input);

    internal override void Do(ScenarioStage stage)
    {
        switch (Input)
        {
            case SiteNames.EmergencyStop:
                stage.Station.Street.EmergencyStopPressed = Acts;
                break;
            case SiteNames.Reset:
                stage.Station.Street.ResetPressed = Acts;
                break;
            default:
                stage.Station.Street.SetContact(Input, Acts);
                break;
        }
    }

    internal static ScenarioAct? Read(ScenarioSite site, ScenarioValue value, bool acts) =>
        site.Contact(value) is { } name ? new ContactAct(name, acts) : null;
}
