using System.CommandLine;

namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode site</c> can do.</summary>
internal static class SiteCommands
{
    public static Command Create(TextWriter output, TextWriter errors) =>
        new("site", "Works on site files.") { Check(output, errors), Explain(output, errors) };

    private static Command Check(TextWriter output, TextWriter errors)
    {
        Argument<string> file = new("FILE") { Description = "The site file." };
        Command command = new("check", "Checks a site file and names every problem with its line.") { file };
        command.SetAction(p => SiteCheckCommand.Execute(p.GetValue(file)!, output, errors));
        return command;
    }

    private static Command Explain(TextWriter output, TextWriter errors)
    {
        Argument<string> file = new("FILE") { Description = "The site file." };
        Option<MatrixFormat> format = new("--format")
        {
            Description = "text (without it), markdown or html.",
            HelpName = "FORMAT",
            CustomParser = r => Format(r.Tokens[0].Value) ?? CommandLine.Wrong<MatrixFormat>(r, "text, markdown or html"),
        };
        Option<string?> target = new("--out") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        Command command = new("explain", "Shows the interlock matrix of a site: what lets each output on, and what refuses it.")
        {
            file, format, target,
        };
        command.SetAction(p => SiteExplainCommand.Execute(p.GetValue(file)!, p.GetValue(format), p.GetValue(target), output, errors));
        return command;
    }

    private static MatrixFormat? Format(string text) => text switch
    {
        "text" => MatrixFormat.Text,
        "markdown" => MatrixFormat.Markdown,
        "html" => MatrixFormat.Html,
        _ => null,
    };
}
