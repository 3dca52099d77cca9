using System.CommandLine;

namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode verify</c> can do.</summary>
internal static class VerifyCommands
{
    public static Command Create(TextWriter output, TextWriter errors) =>
        new("verify", "Checks the firmware's sources.") { Firmware(output, errors), Scan(output, errors) };

    private static Command Firmware(TextWriter output, TextWriter errors)
    {
        Option<string?> root = RepositoryOption();
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("firmware", "Compiles the firmware as for the chip and names everything that the chip cannot run.")
        {
            root, json,
        };
        command.SetAction(p => VerifyFirmwareCommand.Execute(p.GetValue(root), p.GetValue(json), output, errors));
        return command;
    }

    private static Command Scan(TextWriter output, TextWriter errors)
    {
        Option<string?> site = new("--site")
        {
            Description = "Site file. Without it: the largest table that a node takes.",
            HelpName = "FILE",
            CustomParser = CommandLine.ExistingFile,
        };
        Option<string?> root = RepositoryOption();
        Option<bool> json = new("--json") { Description = "Write one JSON object to standard output." };
        Command command = new("scan", "Counts the IL instructions of the longest scan and checks its rules.") { site, root, json };
        command.SetAction(p => VerifyScanCommand.Execute(p.GetValue(site), p.GetValue(root), p.GetValue(json), output, errors));
        return command;
    }

    private static Option<string?> RepositoryOption() =>
        new("--root") { Description = "Folder of the repository. Without it: the one around the working directory.", HelpName = "DIR" };
}
