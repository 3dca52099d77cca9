using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BarrierNode.Desktop.Scenarios;
using BarrierNode.Desktop.Screens.Sim;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim run</c>: runs scenario files and says which were met.</summary>
internal static class SimRunCommand
{
    /// <summary>Exit code when a scenario has failed.</summary>
    public const int Failed = 1;

    private const long SliceUs = 20_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Argument<string> path = new("path")
        {
            HelpName = "FILE|DIR",
            Description = "A scenario file, or a folder of them.",
            CustomParser = r => Path.Exists(r.Tokens[0].Value) ? r.Tokens[0].Value : CommandLine.Wrong<string>(r, "an existing file or folder"),
        };
        Option<int?> seed = new("--seed")
        {
            HelpName = "N",
            Description = "Another seed than that of the file.",
            CustomParser = r => int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                ? value
                : CommandLine.Wrong<int?>(r, $"a whole number from 0 to {int.MaxValue}"),
        };
        Option<double> rate = new("--rate")
        {
            HelpName = "RATE",
            Description = "Seconds of the street in a second of yours: 1, 60, or max, which is as fast as it can and what is done without it.",
            DefaultValueFactory = _ => double.PositiveInfinity,
            CustomParser = r => RateText.Parse(r.Tokens[0].Value) ?? CommandLine.Wrong<double>(r, RateText.Form),
        };
        Option<bool> json = new("--json") { Description = "Write one JSON object for each scenario, and one for all of them in the last line." };
        Option<string?> junit = new("--junit") { HelpName = "OUT", Description = "Also write a JUnit file, as build servers read it." };
        Command command = new("run", "Runs scenarios in virtual time and says which were met.") { path, seed, rate, json, junit };
        command.SetAction(async (p, cancel) =>
        {
            // The library listens to Ctrl-C from the moment in which the action first waits.
            await Task.Yield();
            IScenarioReport report = p.GetValue(json) ? new ScenarioJson(output) : new ScenarioText(output);
            return Execute(p.GetValue(path)!, p.GetValue(seed), p.GetValue(rate), report, p.GetValue(junit), errors, cancel);
        });
        return command;
    }

    private static int Execute(
        string path, int? seed, double rate, IScenarioReport report, string? junit, TextWriter errors, CancellationToken cancel)
    {
        if (Read(path, errors) is not { } scenarios)
        {
            return CommandLine.WrongInput;
        }

        List<ScenarioRun> runs = [];
        foreach ((Scenario scenario, SiteModel site) in scenarios)
        {
            ScenarioRun run = new(scenario, site, seed);
            Pace(run, rate, cancel);
            if (cancel.IsCancellationRequested)
            {
                return Failed;
            }

            report.Tell(run);
            runs.Add(run);
        }

        report.Close(runs);
        if (junit is not null && !Save(junit, runs, errors))
        {
            return CommandLine.WrongInput;
        }

        return runs.TrueForAll(r => r.Passed) ? 0 : Failed;
    }

    // Every file is read before the first is run: a wrong name shows at once.
    private static List<(Scenario Scenario, SiteModel Site)>? Read(string path, TextWriter errors)
    {
        IReadOnlyList<string> files = ScenarioFile.Find(path);
        if (files.Count == 0)
        {
            errors.WriteLine($"{path}: there is no scenario file, expected a folder with files that end in {ScenarioFile.Extension}");
            return null;
        }

        List<(Scenario Scenario, SiteModel Site)> scenarios = [];
        foreach (string file in files)
        {
            try
            {
                scenarios.Add(ScenarioFile.Load(file, ProgramFiles.SitesFolder, ProgramFiles.BoardsFolder));
            }
            catch (ScenarioException wrong)
            {
                errors.WriteLine(wrong.Message);
            }
        }

        return scenarios.Count == files.Count ? scenarios : null;
    }

    private static void Pace(ScenarioRun run, double rate, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        long ranUs = 0;
        while (!run.IsOver && !cancel.IsCancellationRequested)
        {
            run.Advance(SliceUs);
            ranUs += SliceUs;
            TimeSpan ahead = TimeSpan.FromMicroseconds(ranUs / rate) - Stopwatch.GetElapsedTime(start);
            if (ahead > TimeSpan.Zero)
            {
                cancel.WaitHandle.WaitOne(ahead);
            }
        }
    }

    private static bool Save(string path, List<ScenarioRun> runs, TextWriter errors)
    {
        try
        {
            JUnitFile.Write(path, runs);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine($"{path} cannot be written: {e.Message}");
            return false;
        }
    }
}
