using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Records;

/// <summary>A flight record for programs: one JSON object a line, first the <c>record</c>, then each <c>scan</c>, then the <c>verdict</c>.</summary>
public static class RecordJson
{
    private static readonly JsonSerializerOptions s_format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the story.</summary>
    /// <param name="site">The site table.</param>
    /// <param name="story">The story.</param>
    /// <param name="scans">Those of its scans that are to be shown.</param>
    /// <param name="output">Where to.</param>
    public static void Write(SiteTable site, RecordStory story, IReadOnlyList<RecordedScan> scans, TextWriter output)
    {
        Line(output, new
        {
            Event = "record", Node = $"{site.City}/{site.Site}/{site.Node}", story.Trip, story.Condition, Scans = story.Scans.Count,
        });
        foreach (RecordedScan scan in scans)
        {
            Line(output, new
            {
                Event = "scan", scan.Us, scan.GapUs, scan.Late, scan.Inputs, scan.Conditions, scan.Commands, scan.Requests, scan.Permitted, scan.Refused,
                scan.Pulse, scan.Replayed,
            });
        }

        Line(output, new { Event = "verdict", Identical = story.Different == 0, story.Different });
    }

    private static void Line(TextWriter output, object message) => output.WriteLine(JsonSerializer.Serialize(message, s_format));
}
