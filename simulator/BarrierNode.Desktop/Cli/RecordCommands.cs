using System.CommandLine;

namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode record</c> can do.</summary>
internal static class RecordCommands
{
    public static Command Create(TextWriter output, TextWriter errors) => new("record", "Works on flight records.")
    {
        Show(output, errors),
        RecordOpenCommand.Create(output, errors),
        RecordVcdCommand.Create(output, errors),
    };

    internal static Argument<string> File() => new("FILE") { Description = "The flight record." };

    internal static Option<string?> Site() => new("--site")
    {
        Description = "Site file of the node. Without it: the promenade that comes with the program.",
        HelpName = "FILE",
    };

    private static Command Show(TextWriter output, TextWriter errors)
    {
        Argument<string> file = File();
        Option<string?> site = Site();
        Option<bool> all = new("--all") { Description = "Every scan, not only those in which something changed." };
        Option<bool> json = new("--json") { Description = "Write one JSON object a line to standard output." };
        Command command = new("show", "Replays a flight record, tells it scan by scan, and says whether the replay is identical.") { file, site, all, json };
        command.SetAction(p => RecordShowCommand.Execute(
            p.GetValue(file)!, p.GetValue(site) ?? ProgramFiles.DefaultSite, p.GetValue(all), p.GetValue(json), output, errors));
        return command;
    }
}
