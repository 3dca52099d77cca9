using System.CommandLine;
using BarrierNode.Desktop.Records;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode record vcd</c>: a flight record for a wave viewer.</summary>
internal static class RecordVcdCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Argument<string> file = RecordCommands.File();
        Option<string?> site = RecordCommands.Site();
        Option<string?> target = new("--out") { Description = "Where to. Without it: standard output.", HelpName = "FILE.vcd" };
        Command command = new("vcd", "Writes a flight record as a value change dump, for GTKWave and other wave viewers.") { file, site, target };
        command.SetAction(p => Execute(p.GetValue(file)!, p.GetValue(site) ?? ProgramFiles.DefaultSite, p.GetValue(target), output, errors));
        return command;
    }

    private static int Execute(string file, string siteFile, string? target, TextWriter output, TextWriter errors)
    {
        if (LoadedRecord.Load(file, siteFile, errors) is not { } record)
        {
            return CommandLine.WrongInput;
        }

        if (target is null)
        {
            RecordVcd.Write(record.Table, record.Story, output);
            return 0;
        }

        try
        {
            using StreamWriter vcd = File.CreateText(target);
            RecordVcd.Write(record.Table, record.Story, vcd);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{target}: {wrong.Message}");
            return CommandLine.WrongInput;
        }

        output.WriteLine($"{target}: {record.Story.Scans.Count} scans, {record.Story.Traces.Signals.Count} signals.");
        return 0;
    }
}
