using BarrierNode.Site;
using BarrierNode.Site.Explain;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode site explain</c>: shows the interlock of a site as its node gets it.</summary>
public static class SiteExplainCommand
{
    /// <summary>Explains one file.</summary>
    /// <param name="file">Path of the site file.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="target">File to write, in UTF-8; null for <paramref name="output"/>.</param>
    /// <param name="output">Where the result goes, or one line that names the file written.</param>
    /// <param name="errors">Where problems go, as those of <see cref="SiteCheckCommand"/>.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string file, MatrixFormat format, string? target, TextWriter output, TextWriter errors)
    {
        InterlockMatrix matrix;
        try
        {
            matrix = InterlockMatrix.Of(SiteFile.Load(file, ProgramFiles.BoardsFolder));
        }
        catch (SiteFileException wrong)
        {
            errors.WriteLine(wrong.Message);
            return CommandLine.WrongInput;
        }

        string text = format switch
        {
            MatrixFormat.Markdown => MatrixMarkdown.Write(matrix),
            MatrixFormat.Html => MatrixHtml.Write(matrix),
            _ => MatrixText.Write(matrix),
        };
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

        output.WriteLine($"{target}: interlock matrix of {matrix.Place}.");
        return 0;
    }

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
