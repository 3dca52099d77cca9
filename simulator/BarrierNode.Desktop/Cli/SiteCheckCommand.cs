using BarrierNode.Site;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode site check</c>: says whether a site file can be used, and if not, every reason with its line.</summary>
public static class SiteCheckCommand
{
    /// <summary>Checks one file.</summary>
    /// <param name="file">Path of the site file.</param>
    /// <param name="output">Where the summary of a good file goes.</param>
    /// <param name="errors">Where problems go, one a line: <c>FILE:LINE: what, expected what</c>.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string file, TextWriter output, TextWriter errors)
    {
        if (SiteInput.Load(file, errors) is not { } site)
        {
            return CommandLine.WrongInput;
        }

        output.WriteLine($"{file}: correct. {site.City}/{site.Site}/{site.Node} on {site.Board.Name}, lanes: " +
            $"{string.Join(", ", site.Lanes.Select(lane => lane.Id))}.");
        return 0;
    }
}
