using System.CommandLine;
using System.Globalization;

namespace BarrierNode.Desktop.Cli;

/// <summary>Options that several commands have: all of them read and refuse their values in the same words.</summary>
internal static class Options
{
    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="help">What the value is called in the help.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="usual">What counts without the option.</param>
    /// <param name="least">The least value, 0 or more.</param>
    /// <param name="most">The most.</param>
    public static Option<int> Whole(string name, string help, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => usual,
        CustomParser = r => int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value : CommandLine.Wrong<int>(r, $"a whole number from {least} to {most}"),
    };

    /// <summary>A number of hours.</summary>
    /// <param name="description">What it is for.</param>
    /// <param name="usual">What counts without the option.</param>
    /// <param name="most">The most; the least is above 0.</param>
    public static Option<double> Hours(string description, double usual, double most) => new("--hours")
    {
        Description = description,
        HelpName = "H",
        DefaultValueFactory = _ => usual,
        CustomParser = r => double.TryParse(r.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value > 0 && value <= most
                ? value
                : CommandLine.Wrong<double>(r, string.Create(CultureInfo.InvariantCulture, $"a number of hours above 0, at most {most}")),
    };

    /// <summary>The site that a command runs: its file, or the name of one that comes with the program.</summary>
    /// <param name="description">What it is for; ends with a full stop.</param>
    public static Option<string> Site(string description) => new("--site")
    {
        Description = $"{description} Without it: the promenade that comes with the program.",
        HelpName = "SITE",
        DefaultValueFactory = _ => ProgramFiles.DefaultSite,
        CustomParser = r => SiteInput.Path(r)!,
    };
}
