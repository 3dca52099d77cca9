using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim bench</c>: how much street time a second of this machine gives.</summary>
internal static class SimBenchCommand
{
    private const int MostNodes = 10_000;
    private const int MostSeconds = 1_000_000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Option<int[]> nodes = new("--nodes")
        {
            Description = "How many nodes the city has; several numbers with commas give a table.",
            HelpName = "N,N,...",
            DefaultValueFactory = _ => [1],
            CustomParser = r => Counts(r.Tokens[0].Value) ?? CommandLine.Wrong<int[]>(r, $"whole numbers from 1 to {MostNodes}, with commas between them"),
        };
        Option<string> site = Options.Site("Site of every node.");
        Option<int> seconds = Options.Whole(
            "--seconds", "T", "Node-seconds of a round: a city of N nodes runs an N-th of it, at least a second. The median of nine rounds counts.", 1000, 1,
            MostSeconds);
        Option<bool> plain = new("--without-laws") { Description = "Do not look at the laws of \"sim fuzz\" in every scan." };
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("bench", "Measures how many lane-seconds the simulator gives in a second of one core, with moderate traffic.")
        {
            nodes, site, seconds, plain, json,
        };
        command.SetAction(p => Execute(
            p.GetValue(nodes)!, p.GetValue(site)!, p.GetValue(seconds), !p.GetValue(plain), p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(int[] nodes, string file, int seconds, bool laws, bool json, TextWriter output, TextWriter errors)
    {
        if (SiteInput.Load(file, errors) is not { } site)
        {
            return CommandLine.WrongInput;
        }

        CityFigures[] cities = CityMeasurement.Measure(site, nodes, seconds, laws);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { cities[0].LaneSecondsPerSecond, Site = site.Site, Laws = laws, Cities = cities }, s_json));
            return 0;
        }

        output.WriteLine($"{site.Site}: {site.Lanes.Count} lanes a node, moderate traffic, {(laws ? "laws looked at in every scan, " : "")}one core");
        output.WriteLine("  nodes   lanes  lane-seconds/s  a CPU second  to the first  KB a node");
        foreach (CityFigures city in cities)
        {
            double ratio = city.LaneSecondsPerCpuSecond / cities[0].LaneSecondsPerCpuSecond;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{city.Nodes,7:N0} {city.Lanes,7:N0} {city.LaneSecondsPerSecond,15:N0} {city.LaneSecondsPerCpuSecond,13:N0} {ratio,13:P0} {city.BytesPerNode / 1024.0,10:N0}"));
        }

        return 0;
    }

    private static int[]? Counts(string text)
    {
        string[] words = text.Split(',');
        int[] counts = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out counts[i]) || counts[i] is < 1 or > MostNodes)
            {
                return null;
            }
        }

        return counts;
    }
}
