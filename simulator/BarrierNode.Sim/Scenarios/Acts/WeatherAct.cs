using System.Globalization;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Weather shifts a loop that the node measures; it stays as set.</summary>
/// <param name="Loop">Name of the loop.</param>
/// <param name="Ppm">How far, as ΔL/L in ppm, positive like a vehicle.</param>
public sealed record WeatherAct(string Loop, double Ppm) : ScenarioAct
{
    private const double MostPpm = 500_000;

    /// <inheritdoc/>
    public override string Verb => "weather";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(("loop", FlowText.Of(Loop)), ("ppm", Ppm.ToString("0.###", CultureInfo.InvariantCulture)));

    internal override void Do(ScenarioStage stage) => stage.Station.Street.ShiftLoop(stage.PinOf(Loop), Ppm);

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        string? loop = site.MeasuredLoop(section, "loop");
        double? ppm = section.Number("ppm", -MostPpm, MostPpm);
        return loop is not null && ppm is { } shift ? new WeatherAct(loop, shift) : null;
    }
}
