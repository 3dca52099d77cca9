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
        Option<int> passages = Number("--passages", "Passages, shared among the classes.", "N", 10_000, 6, MostPassages);
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
        PassageResult[] passed = Each(kind => PassageTrial.Run(kind, Share(kind), driftPpmPerMinute, Seed(kind)));
        StandingResult[] stood = Each(kind => StandingTrial.Run(kind, hours, driftPpmPerMinute, Seed(kind)));
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

        T[] Each<T>(Func<VehicleClass, T> run) => [.. classes.AsParallel().AsOrdered().Select(run)];

        int Share(VehicleClass kind) => (passages / classes.Length) + ((int)kind < passages % classes.Length ? 1 : 0);

        int Seed(VehicleClass kind) => unchecked((seed * classes.Length) + (int)kind);
    }

    private static void WritePassages(IReadOnlyList<PassageResult> results, int driftPpmPerMinute, int seed, TextWriter output)
    {
        int all = results.Sum(r => r.Passages + r.Below);
        output.WriteLine($"{all} passages over two loops, drift up to {driftPpmPerMinute} ppm a minute, seed {seed}");
        output.WriteLine("                  at or above the sensitivity                                                    undetect ms");
        output.WriteLine("class             sensit. fast ppm  passages missed false clear  fast ms  sens. ms  direction %   mean   max  held  below, seen");
        foreach (PassageResult r in results)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Class,-17} {r.SensitivityPpm,7} {r.FastLimitPpm,8} {r.Passages,9} {r.Missed,6} {r.FalseClears,11} {r.DetectFastMaxMs,8:0} {
                    r.DetectMaxMs,9:0} {(r.Passages == 0 ? 100 : 100.0 * r.RightDirections / r.Passages),12:0.00} {r.UndetectMeanMs,6:0} {
                    r.UndetectMaxMs,5:0} {r.Held,5} {r.BelowSeen,5} of {r.Below}"));
        }
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
