using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Street.Loops;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode loops</c>: vehicles of every class over modelled loops in bad weather, and what the node's detector makes of them.</summary>
public static class LoopsCommand
{
    /// <summary>Exit code when a limit is broken.</summary>
    public const int LimitBroken = 1;

    private const int MostPassages = 1_000_000;
    private const int MostHours = 1000;
    private const int LeastDrift = 600;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the command.</summary>
    internal static Command Create(TextWriter output)
    {
        Option<int> passages = Number("--passages", "Passages, shared among the classes.", "N", 10_000, 7, MostPassages);
        Option<int> drift = Number(
            "--drift", "The fastest drift, in ppm of the inductance a minute.", "PPM", LoopTrial.MostDriftPpmPerMinute, LeastDrift,
            LoopTrial.MostDriftPpmPerMinute);
        Option<int> seed = Number("--seed", "Seed of all chance.", "S", 1, 0, int.MaxValue);
        Option<double> hours = new("--hours")
        {
            Description = "How long a vehicle of each class stands on a loop.",
            HelpName = "H",
            DefaultValueFactory = _ => 72,
            CustomParser = r => double.TryParse(r.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
                && value is > 0 and <= MostHours ? value : CommandLine.Wrong<double>(r, $"a number of hours above 0, at most {MostHours}"),
        };
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("loops", "Drives vehicles over modelled inductive loops and prints what the detector makes of them.")
        {
            passages, hours, drift, seed, json,
        };
        command.SetAction(p => Execute(
            p.GetValue(passages), p.GetValue(hours), p.GetValue(drift), p.GetValue(seed), p.GetValue(json), output));
        return command;
    }

    /// <summary>Runs the passages and the standing vehicles.</summary>
    /// <param name="passages">Passages, shared among the classes.</param>
    /// <param name="hours">How long a vehicle of each class stands.</param>
    /// <param name="driftPpmPerMinute">The fastest drift, ΔL/L in ppm a minute.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="json">One JSON object instead of tables for people.</param>
    /// <param name="output">Where the result goes.</param>
    /// <returns>The exit code: 0, or <see cref="LimitBroken"/>.</returns>
    public static int Execute(int passages, double hours, int driftPpmPerMinute, int seed, bool json, TextWriter output)
    {
        VehicleClass[] classes = Enum.GetValues<VehicleClass>();
        int calm = Math.Min(driftPpmPerMinute, LoopTrial.CalmDriftPpmPerMinute);
        (VehicleClass Class, int Drift)[] moving = [.. classes.Select(c => (c, driftPpmPerMinute))];
        if (calm < driftPpmPerMinute)
        {
            // In such weather a bicycle loop promises nothing; it is shown where it does, too.
            moving = [(VehicleClass.Bicycle, calm), .. moving];
        }

        PassageResult[] passed =
        [
            .. moving.Select((m, i) => (m.Class, m.Drift, Count: (passages / moving.Length) + (i < passages % moving.Length ? 1 : 0), Seed: Seed(i)))
                .ToArray().AsParallel().AsOrdered().Select(m => PassageTrial.Run(m.Class, m.Count, m.Drift, m.Seed)),
        ];
        StandingResult[] stood =
        [
            .. classes.AsParallel().AsOrdered()
                .Select(c => StandingTrial.Run(c, hours, c == VehicleClass.Bicycle ? calm : driftPpmPerMinute, Seed((int)c))),
        ];
        bool good = passed.All(r => r.IsGood) && stood.All(r => r.FalseClears == 0);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { Seed = seed, DriftPpmPerMinute = driftPpmPerMinute, Good = good, Passages = passed, Standing = stood }, s_json));
        }
        else
        {
            WritePassages(passed, driftPpmPerMinute, seed, output);
            output.WriteLine();
            WriteStanding(stood, hours, output);
            output.WriteLine();
            output.WriteLine(good ? "Every limit is kept." : "A limit is broken.");
        }

        return good ? 0 : LimitBroken;

        int Seed(int trial) => unchecked((seed * 16) + trial);
    }

    private static void WritePassages(IReadOnlyList<PassageResult> results, int driftPpmPerMinute, int seed, TextWriter output)
    {
        int all = results.Sum(r => r.Passages + r.Below);
        output.WriteLine($"{all} passages over two loops, drift up to {driftPpmPerMinute} ppm a minute, seed {seed}");
        output.WriteLine("                            from the sensitivity on           detect ms         undetect ms       below it");
        output.WriteLine("class              drift    ppm passages missed falsely clear  fast  any  direction %  mean   max  held  seen");
        foreach (PassageResult r in results)
        {
            string fast = r.DetectFastMaxMs > 0 ? Whole(r.DetectFastMaxMs) : "-";
            string any = r.DetectMaxMs > 0 ? Whole(r.DetectMaxMs) : "-";
            string direction = r.Passages > 0 ? (100.0 * r.RightDirections / r.Passages).ToString("0.00", CultureInfo.InvariantCulture) : "-";
            output.WriteLine($"{r.Class,-17} {r.DriftPpmPerMinute,6} {r.SensitivityPpm,6} {r.Passages,8} {r.Missed,6} {r.FalseClears,13} {fast,5} {any,4} {
                direction,12} {Whole(r.UndetectMeanMs),5} {Whole(r.UndetectMaxMs),5} {r.Held,5}  {r.BelowSeen} of {r.Below}");
        }

        static string Whole(double ms) => ms.ToString("0", CultureInfo.InvariantCulture);
    }

    private static void WriteStanding(IReadOnlyList<StandingResult> results, double hours, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A vehicle stands for {hours} h"));
        output.WriteLine("class             its own ppm   measured from         to  false clear  in the end");
        foreach (StandingResult r in results)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Class,-17} {r.SignalPpm,11:0} {r.LowestPpm,15} {r.HighestPpm,10} {r.FalseClears,12}  {r.State}"));
        }
    }

    private static Option<int> Number(string name, string description, string help, int usual, int least, int most) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => usual,
        CustomParser = r => int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most ? value : CommandLine.Wrong<int>(r, $"a whole number from {least} to {most}"),
    };
}
