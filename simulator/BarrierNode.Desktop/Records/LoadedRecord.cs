using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Site;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Records;

/// <summary>A flight record with the site that it was made at.</summary>
/// <param name="Site">The site.</param>
/// <param name="Table">What the node had loaded.</param>
/// <param name="Story">The record and its replay.</param>
public sealed record LoadedRecord(SiteModel Site, SiteTable Table, RecordStory Story)
{
    /// <summary>Reads a record and its site.</summary>
    /// <param name="file">Path of the record.</param>
    /// <param name="siteFile">Path of the site file.</param>
    /// <param name="errors">Where a sentence about wrong input goes.</param>
    /// <returns>The record, or null when the sentence was written.</returns>
    public static LoadedRecord? Load(string file, string siteFile, TextWriter errors)
    {
        try
        {
            SiteModel site = SiteFile.Load(siteFile, ProgramFiles.BoardsFolder);
            SiteTable table = SiteCompiler.Compile(site);
            return new(site, table, new RecordStory(table, FlightRecord.Read(File.ReadAllBytes(file))));
        }
        catch (SiteFileException wrong)
        {
            errors.WriteLine(wrong.Message);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {wrong.Message}");
        }

        return null;
    }
}
