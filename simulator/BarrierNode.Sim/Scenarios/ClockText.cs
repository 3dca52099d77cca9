using System.Globalization;

namespace BarrierNode.Sim;

/// <summary>Local times as the calendar of a site counts them.</summary>
internal static class ClockText
{
    /// <summary>What a time of day looks like.</summary>
    public const string Form = "a local time such as \"2027-02-20 22:00\"";

    private const string Pattern = "yyyy-MM-dd HH:mm";

    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Minutes since 2024-01-01 00:00; null when the text is no time from then to 2039.</summary>
    public static int? Read(string text) =>
        DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            && time >= Epoch && time.Year < 2039
            ? (int)(time - Epoch).TotalMinutes
            : null;

    /// <summary>The time of so many minutes.</summary>
    public static string Write(int minutes) => Epoch.AddMinutes(minutes).ToString(Pattern, CultureInfo.InvariantCulture);
}
