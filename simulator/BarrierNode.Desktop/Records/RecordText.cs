using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Records;

/// <summary>A flight record as text for people: a line for each scan, and a verdict.</summary>
public static class RecordText
{
    /// <summary>Writes the story.</summary>
    /// <param name="site">The site table.</param>
    /// <param name="story">The story.</param>
    /// <param name="scans">Those of its scans that are to be shown.</param>
    /// <param name="output">Where to.</param>
    public static void Write(SiteTable site, RecordStory story, IReadOnlyList<RecordedScan> scans, TextWriter output)
    {
        string why = story.Condition is null ? story.Trip : $"{story.Trip} (condition {story.Condition})";
        output.WriteLine($"{site.City}/{site.Site}/{site.Node}: {why}, {Span(story)}");
        output.WriteLine("       ms  pulse  scan");
        foreach (RecordedScan scan in scans)
        {
            output.WriteLine($"{Ms(scan.Us),9}  {(scan.Pulse ? "yes" : "no"),-5}  {string.Join("  ", Parts(scan))}");
        }

        output.WriteLine(Verdict(story));
    }

    private static string Span(RecordStory story) => story.Scans.Count == 0
        ? "no scan"
        : $"{story.Scans.Count} scans from {Ms(story.Scans[0].Us)} ms to {Ms(story.Scans[^1].Us)} ms";

    private static string Verdict(RecordStory story) => story.Different == 0
        ? $"Identical: the replay of all {story.Scans.Count} scans came out bit for bit."
        : $"Different: the replay of {story.Different} of {story.Scans.Count} scans came out otherwise, the first at "
            + $"{Ms(story.Scans.First(s => s.Replayed is not null).Us)} ms.";

    private static IEnumerable<string> Parts(RecordedScan scan)
    {
        yield return $"asks {List(scan.Requests)}";
        yield return $"permits {List(scan.Permitted)}";
        foreach (RecordedRefusal refused in scan.Refused)
        {
            string conditions = refused.Conditions.Count == 0 ? "" : $" {string.Join(' ', refused.Conditions)}";
            yield return $"refuses {refused.Output} ({refused.Rule}{conditions})";
        }

        if (scan.Late)
        {
            yield return scan.GapUs < 0 ? "late, after a negative gap" : $"late, after {Ms(scan.GapUs)} ms";
        }

        foreach (RecordedCommand command in scan.Commands)
        {
            yield return $"command {command.Op} {command.Lane}";
        }

        foreach ((string what, Changes changes) in new[] { ("inputs", scan.Inputs), ("conditions", scan.Conditions) })
        {
            if (changes.On.Count + changes.Off.Count > 0)
            {
                yield return $"{what} {string.Join(' ', changes.On.Select(name => "+" + name).Concat(changes.Off.Select(name => "-" + name)))}";
            }
        }

        if (scan.Replayed is { } other)
        {
            string conditions = other.Conditions.Count == 0 ? "" : $", other conditions {List(other.Conditions)}";
            yield return $"REPLAY asks {List(other.Requests)}, permits {List(other.Permitted)}, {(other.Pulse ? "pulse" : "no pulse")}{conditions}";
        }
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(' ', names);

    private static string Ms(long us) => Math.Round(us / 1000.0).ToString("0", CultureInfo.InvariantCulture);
}
