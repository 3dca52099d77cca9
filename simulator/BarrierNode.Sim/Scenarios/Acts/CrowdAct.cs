using System.Globalization;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>People walk over the counting lines of the site, from now on.</summary>
/// <param name="InPerMin">How many come in, in the mean, a minute.</param>
/// <param name="OutPerMin">How many go out, in the mean, a minute.</param>
public sealed record CrowdAct(double InPerMin, double OutPerMin) : ScenarioAct
{
    /// <summary>Most people a minute that two counters take.</summary>
    public const double MostPerMin = 1320;

    /// <inheritdoc/>
    public override string Verb => "crowd";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        ("inPerMin", InPerMin.ToString("0.###", CultureInfo.InvariantCulture)), ("outPerMin", OutPerMin.ToString("0.###", CultureInfo.InvariantCulture)));

    internal override void Do(ScenarioStage stage) => stage.Walk(InPerMin, OutPerMin);

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        site.NeedsCounters(section);
        double? comeIn = section.OptionalNumber("inPerMin", 0, MostPerMin);
        double? goOut = section.OptionalNumber("outPerMin", 0, MostPerMin);
        return new CrowdAct(comeIn ?? 0, goOut ?? 0);
    }
}
