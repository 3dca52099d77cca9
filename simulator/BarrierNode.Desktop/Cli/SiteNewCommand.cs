using BarrierNode.Site;
using BarrierNode.Site.New;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode site new</c>: asks what stands in a street, and writes a site file.</summary>
public static class SiteNewCommand
{
    private const string DefaultFile = "site.yaml";

    /// <summary>Asks and writes.</summary>
    /// <param name="target">The file to write; null to ask for it.</param>
    /// <param name="input">Where the answers come from, one a line.</param>
    /// <param name="output">Where the questions go.</param>
    /// <param name="errors">Where it is told that the answers ended too early.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/> when nothing was written.</returns>
    public static int Execute(string? target, TextReader input, TextWriter output, TextWriter errors)
    {
        var dialogue = new Dialogue(input, output, echo: Console.IsInputRedirected);
        try
        {
            dialogue.Say("Enter takes what stands in brackets. Ctrl-D ends, and nothing is written.");
            (string file, bool overwrite) = Target(dialogue, target);
            IReadOnlyList<BoardModel> boards = BoardFile.LoadAll(ProgramFiles.BoardsFolder);
            string text = SiteText.Write(SiteInterview.Hold(dialogue, boards));
            while (SaveFault(file, overwrite, text) is { } fault)
            {
                dialogue.Say($"  \"{file}\" cannot be written: {fault}");
                (file, overwrite) = Target(dialogue, null);
            }

            dialogue.Say("");
            return SiteCheckCommand.Execute(file, output, errors);
        }
        catch (NoMoreAnswersException end)
        {
            output.WriteLine();
            errors.WriteLine($"{end.Message} Nothing was written.");
            return CommandLine.WrongInput;
        }
    }

    // A file that is there is kept unless the person says otherwise.
    private static (string File, bool Overwrite) Target(Dialogue dialogue, string? target)
    {
        while (true)
        {
            string file = target ?? dialogue.Text("Site file to write", File.Exists(DefaultFile) ? null : DefaultFile, Unusable);
            target = null;
            if (Unusable(file) is { } why)
            {
                dialogue.Say($"  {why}");
            }
            else if (!File.Exists(file))
            {
                return (file, false);
            }
            else if (dialogue.Yes($"\"{file}\" exists already. Overwrite it?", false))
            {
                return (file, true);
            }
        }
    }

    private static string? Unusable(string file)
    {
        if (file.Length == 0 || file.Contains('\0'))
        {
            return "Expected the path of a file.";
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        return Directory.Exists(file) ? $"\"{file}\" is a folder." : Directory.Exists(folder) ? null : $"There is no folder \"{folder}\".";
    }

    private static string? SaveFault(string file, bool overwrite, string text)
    {
        try
        {
            using FileStream stream = new(file, overwrite ? FileMode.Create : FileMode.CreateNew);
            using StreamWriter writer = new(stream);
            writer.Write(text);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }
}
