using System.CommandLine;
using BarrierNode.Desktop.Records;
using BarrierNode.Desktop.Screens;
using BarrierNode.Desktop.Screens.Records;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode record open</c>: a flight record as a page, with its picture.</summary>
internal static class RecordOpenCommand
{
    private const int DefaultPort = 5081;

    /// <summary>Makes the command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        Argument<string> file = RecordCommands.File();
        Option<string?> site = RecordCommands.Site();
        Option<int> port = new("--port")
        {
            Description = "TCP port of the page, 1 to 65535.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = r => CommandLine.TryPort(r.Tokens[0].Value, out int value)
                ? value : CommandLine.Wrong<int>(r, "a number from 1 to 65535"),
        };
        Command command = new("open", "Shows a flight record as a page: signals over time, and the street at each scan.") { file, site, port };
        command.SetAction(async (p, cancel) =>
        {
            // The library listens to Ctrl-C from the moment in which the action first waits: nothing may start before.
            await Task.Yield();
            return await ExecuteAsync(
                p.GetValue(file)!, p.GetValue(site) ?? ProgramFiles.DefaultSite, p.GetValue(port), output, errors, cancel);
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(
        string file, string siteFile, int port, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (LoadedRecord.Load(file, siteFile, errors) is not { } record)
        {
            return CommandLine.WrongInput;
        }

        if (record.Story.Scans.Count == 0)
        {
            await errors.WriteLineAsync($"{file}: The flight record has no scan, expected at least one to show.");
            return CommandLine.WrongInput;
        }

        await using RecordServer server = new(record, Path.GetFileName(file), port);
        try
        {
            await server.StartAsync(cancel);
            await output.WriteLineAsync($"{file}: http://localhost:{port}  Stop with Ctrl-C.");
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (PortTakenException taken)
        {
            await errors.WriteLineAsync(taken.Message);
            return FaultReport.ExitCode;
        }
        catch (OperationCanceledException)
        {
            // Somebody stopped it: the usual end.
        }

        await server.StopAsync();
        return 0;
    }
}
