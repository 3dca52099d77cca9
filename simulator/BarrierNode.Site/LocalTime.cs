using System.Globalization;

namespace BarrierNode.Site;

/// <summary>Local times as site files and messages count them: in minutes since 2024-01-01 00:00, up to the end of 2038.</summary>
public static class LocalTime
{
    private const string Pattern = "yyyy-MM-dd HH:mm";

    private static readonly DateTime s_first = new(2024, 1, 1);
    private static readonly DateTime s_end = new(2039, 1, 1);

    /// <summary>Reads a time such as <c>2027-02-20 22:00</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its minutes, or null when it is no time from 2024 to 2038.</returns>
    public static int? Read(string text) =>
        DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) && time >= s_first && time < s_end
            ? (int)(time - s_first).TotalMinutes
            : null;

    /// <summary>Writes a time.</summary>
    /// <param name="minutes">Its minutes.</param>
    public static string Write(long minutes) => s_first.AddMinutes(minutes).ToString(Pattern, CultureInfo.InvariantCulture);
}
