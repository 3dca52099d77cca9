using System.CommandLine;
using System.CommandLine.Parsing;
using BarrierNode.Desktop.Screens.Sim;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode sim open</c>: the window of the simulator.</summary>
public static class SimOpenCommand
{
    private const int UsualPort = 5090;

    /// <summary>Makes the command.</summary>
    /// <param name="open">What it does.</param>
    public static Command Create(Func<SimOpenOptions, CancellationToken, Task<int>> open)
    {
        Argument<string[]> files = new("SITE|SCENARIO|EXERCISE")
        {
            Description = "Site files, one or more, each a street; or one scenario, or one exercise. Without any: the promenade that comes with the program.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = ExistingFiles,
        };
        Option<int?> seed = CommandLine.Seed("Seed of all chance. Without it that of the scenario or exercise, or 1.");
        Option<double> rate = new("--rate")
        {
            Description = "Seconds of the city in a second, 0.01 to 10000, or max.",
            HelpName = "R",
            DefaultValueFactory = _ => 1,
            CustomParser = r => RateText.Parse(r.Tokens[0].Value) ?? CommandLine.Wrong<double>(r, RateText.Form),
        };
        Option<int> port = new("--port")
        {
            Description = "TCP port of the page, 1 to 65535.",
            HelpName = "PORT",
            DefaultValueFactory = _ => UsualPort,
            CustomParser = r => CommandLine.TryPort(r.Tokens[0].Value, out int value) ? value : CommandLine.Wrong<int>(r, "a number from 1 to 65535"),
        };
        Option<string> language = new("--language")
        {
            Description = "Language of the exercises: en, fr.",
            HelpName = "LANGUAGE",
            DefaultValueFactory = _ => SimTrainCommand.UsualLanguage,
        };
        Command command = new("open", "Opens a window on streets in virtual time: drive, break, command, watch, train.") { files, seed, rate, port, language };
        command.SetAction(async (p, cancel) =>
        {
            // The library listens to Ctrl-C from the moment in which the action first waits: nothing may start before.
            await Task.Yield();
            return await open(new(p.GetValue(files) ?? [], p.GetValue(seed), p.GetValue(rate), p.GetValue(port), p.GetValue(language)!), cancel);
        });
        return command;
    }

    private static string[]? ExistingFiles(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (!File.Exists(token.Value))
            {
                result.AddError($"argument: found \"{token.Value}\", expected an existing file.");
                return null;
            }
        }

        return [.. result.Tokens.Select(t => t.Value)];
    }
}
