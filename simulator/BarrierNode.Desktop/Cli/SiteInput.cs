using System.CommandLine.Parsing;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary>The site file that a command is given.</summary>
internal static class SiteInput
{
    /// <summary>The path of a site that is named by its file, or as one that comes with the program; null where there is none, and an error.</summary>
    public static string? Path(ArgumentResult result)
    {
        string path = ProgramFiles.SitePath(result.Tokens[0].Value);
        return File.Exists(path) ? path : CommandLine.Wrong<string>(result, "an existing file, or the name of a site that comes with the program");
    }

    /// <summary>Reads a site file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="errors">Where problems go, one a line: <c>FILE:LINE: what, expected what</c>.</param>
    /// <returns>The site, or null when problems were written.</returns>
    public static SiteModel? Load(string file, TextWriter errors)
    {
        try
        {
            return SiteFile.Load(file, ProgramFiles.BoardsFolder);
        }
        catch (SiteFileException wrong)
        {
            errors.WriteLine(wrong.Message);
            return null;
        }
    }
}
