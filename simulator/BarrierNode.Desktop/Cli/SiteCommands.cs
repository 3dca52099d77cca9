using System.CommandLine;
using BarrierNode.Site.Explain;

namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode site</c> can do.</summary>
internal static class SiteCommands
{
    public static Command Create(TextReader input, TextWriter output, TextWriter errors) =>
        new("site", "Works on site files.") { New(input, output, errors), Check(output, errors), Explain(output, errors) };

    private static Command New(TextReader input, TextWriter output, TextWriter errors)
    {
        Option<string?> target = new("--out") { Description = "The site file to write. Without it, it is asked for.", HelpName = "FILE" };
        Command command = new("new", "Asks what stands in a street, and writes a site file.") { target };
        command.SetAction(p => SiteNewCommand.Execute(p.GetValue(target), input, output, errors));
        return command;
    }

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
        Option<SitePart> part = new("--part")
        {
            Description = "matrix (without it), checklist, wiring or all.",
            HelpName = "PART",
            DefaultValueFactory = _ => SitePart.Matrix,
            CustomParser = r => Part(r.Tokens[0].Value) ?? CommandLine.Wrong<SitePart>(r, "matrix, checklist, wiring or all"),
        };
        Option<PageFormat> format = new("--format")
        {
            Description = "text (without it), markdown or html.",
            HelpName = "FORMAT",
            CustomParser = r => Format(r.Tokens[0].Value) ?? CommandLine.Wrong<PageFormat>(r, "text, markdown or html"),
        };
        Option<string?> target = new("--out") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        Command command = new("explain", "Shows what lets each output of a site on, how to try it on site, and how to wire it.")
        {
            file, part, format, target,
        };
        command.SetAction(p => SiteExplainCommand.Execute(
            p.GetValue(file)!, p.GetValue(part), p.GetValue(format), p.GetValue(target), output, errors));
        return command;
    }

    private static SitePart? Part(string text) => text switch
    {
        "matrix" => SitePart.Matrix,
        "checklist" => SitePart.Checklist,
        "wiring" => SitePart.Wiring,
        "all" => SitePart.All,
        _ => null,
    };

    private static PageFormat? Format(string text) => text switch
    {
        "text" => PageFormat.Text,
        "markdown" => PageFormat.Markdown,
        "html" => PageFormat.Html,
        _ => null,
    };
}
