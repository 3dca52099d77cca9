using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>How fast and how hard the drives of a lane push in the present conditions. Plain arithmetic alone: the same on any machine.</summary>
/// <param name="RaisePermille">Speed of a raise, 1000 as in the site file; 0 when the drive stalls.</param>
/// <param name="LowerPermille">Speed of a lowering.</param>
/// <param name="FastPermille">Speed of the fast stroke, whose force comes from the accumulator.</param>
/// <param name="ForcePercent">Force of the raise drive, 100 for a good one at nominal voltage.</param>
/// <param name="IceShearPercent">Force that breaks ice.</param>
/// <param name="LeakPartPerHour">How far a barrier sinks, in parts of the stroke an hour.</param>
internal readonly record struct DriveStrength(
    int RaisePermille, int LowerPermille, int FastPermille, double ForcePercent, double IceShearPercent, double LeakPartPerHour)
{
    // Hydraulic oil ISO VG 32: viscosity grows from 60 mm2/s at 20 C to about 1000 at -20 C; what a pump with a fixed valve then gives.
    private static readonly int[] s_atC = [-40, -30, -20, -10, 0, 10, 20, 70];
    private static readonly int[] s_permille = [350, 450, 600, 750, 880, 960, 1000, 1050];

    // A tenth slower after half a million strokes, never more than 30 %.
    private const double CyclesPerPermille = 5000;
    private const double MostWorn = 300;

    // A drive that is loaded to its limit still runs at half its speed, then stalls.
    private const double LoadSlows = 0.5;

    private const double HighestVoltagePart = 1.1;

    /// <summary>A good drive in ordinary conditions.</summary>
    public static DriveStrength Good => new(1000, 1000, 1000, 100, 80, 0);

    /// <summary>The drives of a lane.</summary>
    /// <param name="kind">What stands in the lane: bollards sink by their weight, gates and arms need the motor both ways.</param>
    /// <param name="temperatureC">Temperature in degrees Celsius.</param>
    /// <param name="mainsV">Mains voltage.</param>
    /// <param name="lane">Wear, leak and load.</param>
    /// <param name="strokes">Strokes up since the street began.</param>
    public static DriveStrength Of(LaneKind kind, double temperatureC, double mainsV, LaneConditions lane, long strokes)
    {
        double oil = AtTemperature(temperatureC);
        double volts = Math.Min(HighestVoltagePart, mainsV / PlantConditions.NominalV);
        double sound = 1000 - Math.Min(MostWorn, (lane.WearCycles + strokes) / CyclesPerPermille);
        double force = 100 * volts * volts * sound / 1000;
        double loaded = lane.LoadPercent <= 0 ? 0 : force <= 0 ? 1 : lane.LoadPercent / force;
        double unloaded = oil * sound / 1000;
        double driven = unloaded * volts;
        return new DriveStrength(
            loaded >= 1 ? 0 : Rounded(driven * (1 - (LoadSlows * loaded))),
            Rounded(kind == LaneKind.BollardGroup ? unloaded : driven),
            Rounded(unloaded),
            force,
            lane.IceShearPercent,
            lane.LeakPercentPerHour / 100);
    }

    private static double AtTemperature(double c)
    {
        int i = 1;
        while (i < s_atC.Length - 1 && c > s_atC[i])
        {
            i++;
        }

        double part = (c - s_atC[i - 1]) / (s_atC[i] - s_atC[i - 1]);
        return s_permille[i - 1] + (part * (s_permille[i] - s_permille[i - 1]));
    }

    private static int Rounded(double value) => (int)Math.Round(value);
}
