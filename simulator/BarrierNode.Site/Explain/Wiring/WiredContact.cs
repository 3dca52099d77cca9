using BarrierNode.Control;

namespace BarrierNode.Site.Explain;

/// <summary>A contact in the street or the cabinet.</summary>
/// <param name="Input">The input that it is wired to.</param>
/// <param name="Place">What it is, and where.</param>
internal sealed record WiredContact(InputModel Input, string Place)
{
    /// <summary>Every contact of a site, each once.</summary>
    public static IEnumerable<WiredContact> Of(SiteModel site) =>
    [
        new(site.EmergencyStop, site.SecondChannel is null ? "emergency stop" : "emergency stop, first contact"),
        .. site.SecondChannel is { } second ? [new WiredContact(second.Input, "emergency stop, second contact")] : Array.Empty<WiredContact>(),
        .. site.ResetButton is { } reset ? [new WiredContact(reset, "reset button in the cabinet")] : Array.Empty<WiredContact>(),
        .. site.Inputs.Select(input => new WiredContact(input, Role(input))),
        .. site.Lanes.SelectMany(Of),
        .. Loops(site),
    ];

    private static IEnumerable<WiredContact> Of(LaneModel lane) =>
    [
        .. lane.UpLimits.Select((limit, i) => Limit(lane, limit, "upper", i, lane.UpLimits.Count)),
        .. lane.DownLimits.Select((limit, i) => Limit(lane, limit, "lower", i, lane.DownLimits.Count)),
        .. (lane.Feedback?.Raise ?? []).Select(contact => new WiredContact(contact, $"mirror contact of what raises lane {lane.Id}")),
        .. (lane.Feedback?.Lower ?? []).Select(contact => new WiredContact(contact, $"mirror contact of what lowers lane {lane.Id}")),
        .. lane.Inputs.Select(input => new WiredContact(input, $"lane {lane.Id}: {Role(input)}")),
    ];

    private static IEnumerable<WiredContact> Loops(SiteModel site) =>
        from lane in site.Lanes
        from loop in lane.Loops
        group lane.Id by loop into served
        select new WiredContact(served.Key, $"{Detector(served.Key)} {served.Key.Name}, lane {string.Join(" and ", served)}");

    private static string Detector(InputModel detector) => detector.Kind switch
    {
        DetectorKind.Beam => $"receiver of the beam {detector.HeightMm} mm over the road,",
        DetectorKind.Radar => "radar",
        _ => "detector of loop",
    };

    private static WiredContact Limit(LaneModel lane, InputModel limit, string end, int index, int count) => new(
        limit,
        $"limit switch at the {end} end, lane {lane.Id}"
        + (count > 1 ? $", barrier {index + 1}" : lane.Barriers > 1 ? ", all barriers in series" : ""));

    private static string Role(InputModel input)
    {
        string meaning = Roles.Of(input.Role).Meaning;
        return char.ToLowerInvariant(meaning[0]) + meaning[1..];
    }
}
