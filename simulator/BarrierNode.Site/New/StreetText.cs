using System.Globalization;
using System.Text;

namespace BarrierNode.Site.New;

/// <summary>
/// Writes a street for the lanes: carriageways side by side, barriers in the middle, half of the loops on either side. It is a sketch for
/// the simulator, to be moved to where things really are.
/// </summary>
internal static class StreetText
{
    private const double LengthM = 60;
    private const double BarrierAtM = 30;
    private const double LoopLengthM = 4;
    private const double LoopPitchM = 5;
    private const double SpaceM = 2;
    private const string Beam = "beam";
    private const double BeamReachM = 0.25;

    // No car fits between two loops that are this near the barriers.
    private const double LoopToBarrierM = 1.75;
    private const double StopLineToLoopM = 4;

    public static void Write(StringBuilder text, IReadOnlyList<LaneAnswers> lanes)
    {
        double widthM = SpaceM + lanes.Sum(lane => WidthOf(lane) + SpaceM);
        text.Append(
            $"""
            # A sketch for the simulator; the node does not see it. In metres: x along the carriageways, y across. Move things to where they are.
            street:
              lengthM: {Show(LengthM)}
              widthM: {Show(widthM)}
              speedKmh: 20
              carriageways:

            """);
        double topM = SpaceM;
        foreach (LaneAnswers lane in lanes)
        {
            LoopAnswers[] guards = [.. lane.Loops.Where(l => l.Kind != Beam)];
            double[] from = [.. Enumerable.Range(0, guards.Length).Select(i => LoopFromM(i, guards.Length))];
            string loops = string.Join(", ", [
                .. guards.Select((l, i) => $"{l.Name}: [{Show(from[i])}, {Show(from[i] + LoopLengthM)}]"),
                .. lane.Loops.Where(l => l.Kind == Beam).Select(l => $"{l.Name}: [{Show(BarrierAtM - BeamReachM)}, {Show(BarrierAtM + BeamReachM)}]"),
            ]);
            text.Append($"    - {{ lane: {SiteText.Name(lane.Id)}, centreM: {Show(topM + (WidthOf(lane) / 2))}, widthM: {Show(WidthOf(lane))}, ");
            text.Append($"barrierAtM: {Show(BarrierAtM)}, stopLineM: {Show(from[0] - StopLineToLoopM)},\n        loops: {{ {loops} }} }}\n");
            topM += WidthOf(lane) + SpaceM;
        }
    }

    // A single loop lies under the barriers.
    private static double LoopFromM(int index, int count)
    {
        int before = (count + 1) / 2;
        return count == 1 ? BarrierAtM - (LoopLengthM / 2)
            : index < before ? BarrierAtM - LoopToBarrierM - LoopLengthM - ((before - 1 - index) * LoopPitchM)
            : BarrierAtM + LoopToBarrierM + ((index - before) * LoopPitchM);
    }

    private static double WidthOf(LaneAnswers lane) => 4 + (1.5 * (lane.Barriers - 1));

    private static string Show(double metres) => metres.ToString("0.###", CultureInfo.InvariantCulture);
}
