using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Street;
using BarrierNode.Street.Loops;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode loops</c>: vehicles of every kind over modelled loops in bad weather, and what the node's detector makes of them.</summary>
public static class LoopsCommand
{
    /// <summary>Exit code when a limit is broken.</summary>
    public const int LimitBroken = 1;

    // One of each kind, and a bicycle in calm weather.
    private const int LeastPassages = 8;
    private const int MostPassages = 1_000_000;
    private const int MostHours = 1000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the command.</summary>
    internal static Command Create(TextWriter output)
    {
        Option<int> passages = Options.Whole("--passages", "N", "Passages, shared among the kinds.", 10_000, LeastPassages, MostPassages);
        Option<int> drift = Options.Whole(
            "--drift", "PPM", "The fastest drift, in ppm of the inductance a minute.", LoopTrial.MostDriftPpmPerMinute, LoopTrial.CalmDriftPpmPerMinute,
            LoopTrial.MostDriftPpmPerMinute);
        Option<int> seed = Options.Whole("--seed", "S", "Seed of all chance.", 1, 0, int.MaxValue);
        Option<double> hours = Options.Hours("How long a vehicle of each kind stands on a loop.", 72, MostHours);
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
    /// <param name="passages">Passages, shared among the kinds.</param>
    /// <param name="hours">How long a vehicle of each kind stands.</param>
    /// <param name="driftPpmPerMinute">The fastest drift, ΔL/L in ppm a minute.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="json">One JSON object instead of tables for people.</param>
    /// <param name="output">Where the result goes.</param>
    /// <returns>The exit code: 0, or <see cref="LimitBroken"/>.</returns>
    public static int Execute(int passages, double hours, int driftPpmPerMinute, int seed, bool json, TextWriter output)
    {
        VehicleKind[] kinds = Enum.GetValues<VehicleKind>();
        int calm = Math.Min(driftPpmPerMinute, LoopTrial.CalmDriftPpmPerMinute);
        (VehicleKind Kind, int DriftPpmPerMinute)[] moving = [.. kinds.Select(k => (k, driftPpmPerMinute))];
        if (calm < driftPpmPerMinute)
        {
            // In such weather a bicycle loop promises nothing; it is shown where it does, too.
            moving = [(VehicleKind.Bicycle, calm), .. moving];
        }

        PassageResult[] passed =
        [
            .. moving.Select((m, i) => (m.Kind, m.DriftPpmPerMinute, Count: (passages / moving.Length) + (i < passages % moving.Length ? 1 : 0), Seed: Seed(i)))
                .ToArray().AsParallel().AsOrdered().Select(m => PassageTrial.Run(m.Kind, m.Count, m.DriftPpmPerMinute, m.Seed)),
        ];
        StandingResult[] stood =
        [
            .. kinds.AsParallel().AsOrdered()
                .Select(k => StandingTrial.Run(k, hours, k == VehicleKind.Bicycle ? calm : driftPpmPerMinute, Seed((int)k))),
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
        output.WriteLine("kind               drift    ppm passages missed falsely clear  fast  any  direction %  mean   max  held  seen");
        foreach (PassageResult r in results)
        {
            string fast = r.DetectFastMaxMs > 0 ? Whole(r.DetectFastMaxMs) : "-";
            string any = r.DetectMaxMs > 0 ? Whole(r.DetectMaxMs) : "-";
            string direction = r.Passages > 0 ? (100.0 * r.RightDirections / r.Passages).ToString("0.00", CultureInfo.InvariantCulture) : "-";
            output.WriteLine($"{r.Kind,-17} {r.DriftPpmPerMinute,6} {r.SensitivityPpm,6} {r.Passages,8} {r.Missed,6} {r.FalseClears,13} {fast,5} {any,4} {
                direction,12} {Whole(r.UndetectMeanMs),5} {Whole(r.UndetectMaxMs),5} {r.Held,5}  {r.BelowSeen} of {r.Below}");
        }

        static string Whole(double ms) => ms.ToString("0", CultureInfo.InvariantCulture);
    }

    private static void WriteStanding(IReadOnlyList<StandingResult> results, double hours, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A vehicle stands for {hours} h"));
        output.WriteLine("kind              its own ppm   measured from         to  false clear  in the end");
        foreach (StandingResult r in results)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Kind,-17} {r.SignalPpm,11:0} {r.LowestPpm,15} {r.HighestPpm,10} {r.FalseClears,12}  {r.State}"));
        }
    }
}
