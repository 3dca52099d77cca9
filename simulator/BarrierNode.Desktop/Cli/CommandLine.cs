using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BarrierNode.Desktop.Run;

namespace BarrierNode.Desktop.Cli;

/// <summary>The command line of <c>barriernode</c>.</summary>
public static class CommandLine
{
    /// <summary>Exit code for a wrong command line or a wrong site file.</summary>
    public const int WrongInput = 2;

    /// <summary>After Ctrl-C everything may take this long to end in order.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    /// <summary>Reads the arguments and does what they say.</summary>
    /// <param name="args">Arguments without the program's name.</param>
    /// <param name="run">What <c>run</c> does.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where sentences about wrong input go.</param>
    /// <param name="input">Where answers come from; null for standard input.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(
        string[] args, Func<RunOptions, CancellationToken, Task<int>> run, TextWriter output, TextWriter errors, TextReader? input = null)
    {
        ParseResult result = Root(run, input ?? Console.In, output, errors).Parse(args);
        if (result.Errors.Count == 0)
        {
            // A fault must reach the program's own sentence, not the library's stack trace.
            return await result.InvokeAsync(new()
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopLimit, Output = output, Error = errors,
            });
        }

        foreach (string sentence in result.Errors.Select(e => e.Message).Distinct())
        {
            await errors.WriteLineAsync(sentence);
        }

        await errors.WriteLineAsync("\"barriernode --help\" lists what it takes.");
        return WrongInput;
    }

    internal static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    internal static Option<int?> Seed(string description) => new("--seed")
    {
        Description = description,
        HelpName = "N",
        CustomParser = r => int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value : Wrong<int?>(r, "a whole number from 0 to 2147483647"),
    };

    internal static string? ExistingFile(ArgumentResult result) =>
        File.Exists(result.Tokens[0].Value) ? result.Tokens[0].Value : Wrong<string>(result, "an existing file");

    internal static T? Wrong<T>(ArgumentResult result, string expected)
    {
        string option = result.Parent is OptionResult parent ? parent.IdentifierToken?.Value ?? parent.Option.Name : "argument";
        result.AddError($"{option}: found \"{result.Tokens[0].Value}\", expected {expected}.");
        return default;
    }

    private static RootCommand Root(
        Func<RunOptions, CancellationToken, Task<int>> run, TextReader input, TextWriter output, TextWriter errors) =>
        new("Firmware, simulator and control room for street barriers.")
        {
            Run(run),
            SiteCommands.Create(input, output, errors),
            VerifyCommands.Create(output, errors),
            RecordCommands.Create(output, errors),
            LoopsCommand.Create(output),
            SimCommands.Create(output, errors),
        };

    private static Command Run(Func<RunOptions, CancellationToken, Task<int>> run)
    {
        Option<int> port = new("--port")
        {
            Description = "TCP port of the page, 1 to 65535.",
            HelpName = "PORT",
            DefaultValueFactory = _ => 5080,
            CustomParser = r => TryPort(r.Tokens[0].Value, out int value) ? value : Wrong<int>(r, "a number from 1 to 65535"),
        };
        Option<BrokerAddress?> broker = new("--broker")
        {
            Description = "Use this MQTT broker instead of starting one.",
            HelpName = "HOST:PORT",
            CustomParser = r => BrokerAddress.Parse(r.Tokens[0].Value) ?? Wrong<BrokerAddress>(r, "HOST:PORT, such as localhost:8883"),
        };
        Option<string?> site = new("--site")
        {
            Description = "Site file. Without it: the promenade that comes with the program.",
            HelpName = "FILE",
            CustomParser = ExistingFile,
        };
        Option<TimeSpan?> duration = new("--for")
        {
            Description = "End after so many seconds of the street's clock.",
            HelpName = "SECONDS",
            CustomParser = r => Seconds(r.Tokens[0].Value) ?? Wrong<TimeSpan?>(r, "a number of seconds above 0, at most 1000000"),
        };
        Option<bool> headless = new("--headless") { Description = "Without the page." };
        Option<bool> json = new("--json") { Description = "Write one JSON object a line to standard output." };
        Command command = new("run", "Starts broker, street, node, hub and page.") { port, broker, site, headless, duration, json };
        command.SetAction(async (p, cancel) =>
        {
            // The library listens to Ctrl-C from the moment in which the action first waits: nothing may start before.
            await Task.Yield();
            RunOptions options = new(
                p.GetValue(port), p.GetValue(broker), p.GetValue(site), p.GetValue(headless), p.GetValue(duration), p.GetValue(json));
            return await run(options, cancel);
        });
        return command;
    }

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
