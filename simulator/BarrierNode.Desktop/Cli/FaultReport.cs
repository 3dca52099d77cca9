namespace BarrierNode.Desktop.Cli;

/// <summary>What people get to see of a fault that nobody foresaw: one sentence; the details go to a file.</summary>
public static class FaultReport
{
    /// <summary>Exit code of a fault.</summary>
    public const int ExitCode = 1;

    /// <summary>Writes the details to a file and the sentence to <paramref name="errors"/>.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="folder">Folder of the log; made when it is missing.</param>
    /// <param name="errors">Where the sentence goes.</param>
    /// <returns>The exit code.</returns>
    public static int Write(Exception fault, string folder, TextWriter errors)
    {
        string file = Path.Combine(folder, "fault.log");
        try
        {
            Directory.CreateDirectory(folder);
            File.AppendAllText(file, $"{DateTimeOffset.Now:O} {fault}\n\n");
            errors.WriteLine($"barriernode stopped: {fault.Message} Details in {file}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"barriernode stopped: {fault.Message} The details could not be written to {file}: {e.Message}");
        }

        return ExitCode;
    }
}
