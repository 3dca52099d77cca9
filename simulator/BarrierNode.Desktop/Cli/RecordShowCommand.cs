using BarrierNode.Control;
using BarrierNode.Desktop.Records;
using BarrierNode.Site;
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
        SiteTable site;
        RecordStory story;
        try
        {
            site = SiteCompiler.Compile(SiteFile.Load(siteFile, ProgramFiles.BoardsFolder));
            story = new RecordStory(site, FlightRecord.Read(File.ReadAllBytes(file)));
        }
        catch (SiteFileException wrong)
        {
            errors.WriteLine(wrong.Message);
            return CommandLine.WrongInput;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {wrong.Message}");
            return CommandLine.WrongInput;
        }

        IReadOnlyList<RecordedScan> scans = [.. story.Scans.Where(s => all || s.Changed)];
        if (json)
        {
            RecordJson.Write(site, story, scans, output);
        }
        else
        {
            RecordText.Write(site, story, scans, output);
        }

        return story.Different == 0 ? 0 : Different;
    }
}
