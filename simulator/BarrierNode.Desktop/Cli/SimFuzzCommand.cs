using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Sim.Fuzz;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim fuzz</c>: random lives of sites under laws.</summary>
internal static class SimFuzzCommand
{
    /// <summary>Exit code when a law was broken.</summary>
    public const int LawBroken = 1;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Option<double> hours = Options.Hours("Hours of street time.", 1, 1_000_000);
        Option<int> seed = Options.Whole("--seed", "S", "Seed of all chance.", 1, 0, int.MaxValue);
        Option<int> jobs = Options.Whole("--jobs", "N", "Episodes at a time.", 1, 1, 64);
        Option<string[]> sites = new("--site")
        {
            Description = "Site files, or names of sites that come with the program. Without it: all of those.",
            HelpName = "SITE",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string?> save = new("--save") { Description = "Folder in which shrunk failures are saved.", HelpName = "DIR" };
        Option<int> findings = Options.Whole("--findings", "N", "End after so many broken laws.", 20, 1, 10_000);
        Option<bool> json = new("--json") { Description = "Write one JSON object a line; the last tells the result." };
        Command command = new("fuzz", "Lives random lives of sites; after every scan the laws must hold.") { hours, seed, jobs, sites, save, findings, json };
        command.SetAction(p => Execute(
            new FuzzOptions(p.GetValue(hours), p.GetValue(seed), []) { Jobs = p.GetValue(jobs), MostFindings = p.GetValue(findings) },
            p.GetValue(sites) ?? [], p.GetValue(save), p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(FuzzOptions options, string[] names, string? save, bool json, TextWriter output, TextWriter errors)
    {
        List<FuzzSite> sites = [];
        IEnumerable<string> all = Directory.EnumerateFiles(ProgramFiles.SitesFolder, "*.yaml").Order(StringComparer.Ordinal);
        foreach (string path in names.Length == 0 ? all : names.Select(ProgramFiles.SitePath))
        {
            try
            {
                sites.Add(FuzzSite.Load(path, ProgramFiles.BoardsFolder));
            }
            catch (SiteFileException wrong)
            {
                errors.WriteLine(wrong.Message);
                return CommandLine.WrongInput;
            }
        }

        FuzzReport report = Fuzzer.Run(options with { Sites = sites, Lived = life => TellFinding(life, save, json, output) });
        Tell(report, json, output);
        return report.Findings.Count == 0 ? 0 : LawBroken;
    }

    private static void TellFinding(EpisodeResult life, string? save, bool json, TextWriter output)
    {
        if (life.Finding is null)
        {
            return;
        }

        // A program that only counts need not wait for the smallest life.
        EpisodeResult shrunk = json && save is null ? life : Shrinker.Shrink(life);
        FuzzFinding finding = shrunk.Finding!;
        string? file = save is null ? null : FuzzScenario.Save(shrunk, save);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    finding = finding.Law.ToString(), site = life.Site.Name, seed = life.Seed, episode = life.Number, atS = finding.AtUs / 1e6, finding.What,
                    actions = shrunk.Actions.Count, file,
                },
                s_json));
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.Law}: {finding.What}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {life.Site.Name}, episode {life.Number}, seed {life.Seed}, {finding.AtUs / 1e6:0.00} s; {life.Actions.Count} actions shrunk to {shrunk.Actions.Count}:"));
        foreach (string line in shrunk.Actions.Select(a => a.ToString()).Concat(finding.LastEvents.Select(e => $"event {e}")))
        {
            output.WriteLine($"    {line}");
        }

        if (file is not null)
        {
            output.WriteLine($"  saved as {file}");
        }
    }

    private static void Tell(FuzzReport report, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    report.Seed, report.Hours, report.Hash, Findings = report.Findings.Select(f => f.Finding!.Law.ToString()), report.Episodes, report.Strokes,
                    report.Refusals, report.Replayed, report.Survived, Coverage = report.Coverage.Seen, report.Coverage.NotSeen, report.LaneSecondsPerSecond,
                },
                s_json));
            return;
        }

        CultureInfo plain = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(
            plain, $"{report.Hours:0.0} hours, seed {report.Seed}: {report.Episodes} episodes, {report.Strokes} strokes, {report.Refusals} refusals with reasons,"));
        output.WriteLine(string.Create(
            plain, $"{report.Replayed} scans replayed, {report.Survived} orders in force over restarts; {report.LaneSecondsPerSecond:0} lane-seconds a second"));
        foreach ((string kind, string[] missing) in report.Coverage.NotSeen.Where(n => n.Value.Length > 0))
        {
            output.WriteLine($"  {kind} not seen: {string.Join(", ", missing)}");
        }

        output.WriteLine($"hash {report.Hash}");
        output.WriteLine(report.Findings.Count == 0 ? "no law broken" : $"{report.Findings.Count} findings");
    }
}
