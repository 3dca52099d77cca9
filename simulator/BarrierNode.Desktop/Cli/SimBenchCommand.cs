using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim bench</c>: how much street time a second of this machine gives.</summary>
internal static class SimBenchCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("bench", "Measures how many lane-seconds the simulator gives in a second.") { json };
        command.SetAction(p => Execute(p.GetValue(json), output, errors));
        return command;
    }

    private static int Execute(bool json, TextWriter output, TextWriter errors)
    {
        SiteModel site;
        try
        {
            site = SiteFile.Load(ProgramFiles.DefaultSite, ProgramFiles.BoardsFolder);
        }
        catch (SiteFileException wrong)
        {
            errors.WriteLine(wrong.Message);
            return CommandLine.WrongInput;
        }

        const int Seconds = 600;
        City city = new([site], new CityOptions());
        city.Advance(1_000_000);
        long start = Stopwatch.GetTimestamp();
        city.Advance(Seconds * 1_000_000L);
        double laneSecondsPerSecond = Seconds * site.Lanes.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(json
            ? JsonSerializer.Serialize(new { laneSecondsPerSecond })
            : string.Create(CultureInfo.InvariantCulture, $"{laneSecondsPerSecond:0} lane-seconds a second"));
        return 0;
    }
}
