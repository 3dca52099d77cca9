using System.Globalization;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>The mains sinks for a while.</summary>
/// <param name="ToV">To so many volts.</param>
/// <param name="Us">For so long, in microseconds.</param>
public sealed record MainsAct(double ToV, long Us) : ScenarioAct
{
    private const double MostV = 300;
    private const int UsPerMs = 1000;
    private const long LongestUs = 86_400_000_000;

    /// <inheritdoc/>
    public override string Verb => "mains";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(("toV", ToV.ToString("0.###", CultureInfo.InvariantCulture)), ("for", DurationText.Write(Us)));

    internal override void Do(ScenarioStage stage) => stage.Station.Street.Power.Sag(ToV, (int)(Us / UsPerMs));

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        double? toV = section.Number("toV", 0, MostV);
        long? us = section.Required("for", DurationText.Form) is { } item ? new ScenarioValue(site.Problems, "mains.for", item).Duration() : null;
        if (us is < UsPerMs or > LongestUs)
        {
            site.Problems.Add(section.LineOf("for"), $"'mains.for' is {DurationText.Write(us.Value)}", "1 ms to 24 h");
        }

        return toV is { } v && us is { } u ? new MainsAct(v, u) : null;
    }
}
