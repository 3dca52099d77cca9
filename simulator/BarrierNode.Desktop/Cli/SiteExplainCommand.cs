using BarrierNode.Site;
using BarrierNode.Site.Explain;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode site explain</c>: shows the interlock of a site as its node gets it, how to try it, and how to wire it.</summary>
public static class SiteExplainCommand
{
    /// <summary>Explains one file.</summary>
    /// <param name="file">Path of the site file.</param>
    /// <param name="parts">What to write about it.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="target">File to write, in UTF-8; null for <paramref name="output"/>.</param>
    /// <param name="output">Where the result goes, or one line that names the file written.</param>
    /// <param name="errors">Where problems go, as those of <see cref="SiteCheckCommand"/>.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string file, SitePart parts, PageFormat format, string? target, TextWriter output, TextWriter errors)
    {
        if (SiteInput.Load(file, errors) is not { } site)
        {
            return CommandLine.WrongInput;
        }

        string text = SitePages.Write(site, parts, format);
        if (target is null)
        {
            output.Write(text);
            return 0;
        }

        if (SaveFault(file, target, text) is { } fault)
        {
            errors.WriteLine($"--out: \"{target}\" cannot be written: {fault}");
            return CommandLine.WrongInput;
        }

        output.WriteLine($"{target}: {Name(parts)} of {site.City}/{site.Site}/{site.Node}.");
        return 0;
    }

    private static string Name(SitePart parts) => parts switch
    {
        SitePart.Matrix => "interlock matrix",
        SitePart.Checklist => "acceptance checklist",
        SitePart.Wiring => "wiring list",
        _ => "interlock matrix, acceptance checklist and wiring list",
    };

    private static string? SaveFault(string file, string target, string text)
    {
        try
        {
            if (Path.GetFullPath(target) == Path.GetFullPath(file))
            {
                return "It is the site file itself.";
            }

            File.WriteAllText(target, text);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }
}
