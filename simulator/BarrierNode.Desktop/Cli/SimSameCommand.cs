using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim same</c>: whether the same seed gives the same run, alone and beside another.</summary>
internal static class SimSameCommand
{
    /// <summary>Exit code when two runs of a seed differ.</summary>
    public const int Differs = 1;

    private const int MostSeeds = 1_000_000;
    private const int MostSeconds = 100_000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Option<int> seeds = Options.Whole("--seeds", "N", "How many seeds.", 1000, 1, MostSeeds);
        Option<int> seconds = Options.Whole("--seconds", "T", "How long each run is, in seconds of the street.", 30, 1, MostSeconds);
        Option<int> seed = Options.Whole("--seed", "S", "The first seed.", 1, 0, int.MaxValue - MostSeeds);
        Option<string> site = Options.Site("The site.");
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("same", "Runs short random lives twice, and once with two at a time: the same seed must give the same.")
        {
            seeds, seconds, seed, site, json,
        };
        command.SetAction(p => Execute(
            p.GetValue(seeds), p.GetValue(seconds), p.GetValue(seed), p.GetValue(site)!, p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(int seeds, int seconds, int seed, string file, bool json, TextWriter output, TextWriter errors)
    {
        if (SiteInput.Load(file, errors) is not { } site)
        {
            return CommandLine.WrongInput;
        }

        SeedComparison result = SeedComparison.Run(seed, seeds, s => ShortLife.Run(site, s, seconds));
        IReadOnlyList<int> differing = result.Differing;
        string hash = result.Hash.ToString();
        output.WriteLine(json
            ? JsonSerializer.Serialize(new { Seeds = seeds, Seconds = seconds, FirstSeed = seed, Differing = differing, Hash = hash }, s_json)
            : $"{seeds} seeds of {seconds} s at {site.Site}, each run three times: {differing.Count} differ; hash {hash}");
        if (differing.Count > 0)
        {
            errors.WriteLine($"These seeds differ: {string.Join(", ", differing)}");
        }

        return differing.Count == 0 ? 0 : Differs;
    }
}
