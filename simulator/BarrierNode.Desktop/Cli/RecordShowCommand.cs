using BarrierNode.Desktop.Records;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode record show</c>: tells a flight record scan by scan, and whether its replay did the same.</summary>
public static class RecordShowCommand
{
    /// <summary>Exit code when the replay did something else than the node.</summary>
    public const int Different = 1;

    /// <summary>Shows one record.</summary>
    /// <param name="file">Path of the record.</param>
    /// <param name="siteFile">Path of the site file.</param>
    /// <param name="all">Every scan, not only those in which something changed.</param>
    /// <param name="json">JSON lines instead of text.</param>
    /// <param name="output">Where the story goes.</param>
    /// <param name="errors">Where a sentence about wrong input goes.</param>
    /// <returns>The exit code: 0 for an identical replay, <see cref="Different"/>, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string file, string siteFile, bool all, bool json, TextWriter output, TextWriter errors)
    {
        if (LoadedRecord.Load(file, siteFile, errors) is not { } record)
        {
            return CommandLine.WrongInput;
        }

        RecordStory story = record.Story;
        IReadOnlyList<RecordedScan> scans = [.. story.Scans.Where(s => all || s.Changed)];
        if (json)
        {
            RecordJson.Write(record.Table, story, scans, output);
        }
        else
        {
            RecordText.Write(record.Table, story, scans, output);
        }

        return story.Different == 0 ? 0 : Different;
    }
}
