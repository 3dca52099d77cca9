using System.Globalization;
using System.Text.RegularExpressions;

namespace BarrierNode.Sim;

/// <summary>Times as people write them: <c>500 ms</c>, <c>2.5 s</c>, <c>3 min</c>, <c>1 h</c>, and with a tolerance <c>3.0 s ± 200 ms</c>.</summary>
internal static partial class DurationText
{
    /// <summary>What a time looks like.</summary>
    public const string Form = "a time such as 500 ms, 2.5 s, 3 min or 1 h";

    /// <summary>What a time with a tolerance looks like.</summary>
    public const string TolerantForm = "a time such as 500 ms, or with a tolerance such as 3.0 s ± 200 ms";

    private const long LongestUs = 366L * 86_400_000_000;

    /// <summary>Reads a time, in microseconds; null when it is none.</summary>
    public static long? Read(string text)
    {
        Match match = OneForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        decimal us = decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * UnitUs(match.Groups[2].Value);
        return us <= LongestUs ? (long)us : null;
    }

    /// <summary>Reads a time that may have a tolerance; null when it is none.</summary>
    public static (long Us, long ToleranceUs)? ReadTolerant(string text)
    {
        string[] parts = text.Replace("+-", "±", StringComparison.Ordinal).Split('±');
        long? us = Read(parts[0].Trim());
        long? toleranceUs = parts.Length == 2 ? Read(parts[1].Trim()) : 0;
        return parts.Length <= 2 && us is { } u && toleranceUs is { } t && t <= u ? (u, t) : null;
    }

    /// <summary>Writes a time in the largest unit that needs no more than three decimals.</summary>
    public static string Write(long us) => us switch
    {
        >= 3_600_000_000 when us % 3_600_000_000 == 0 => Number(us, 3_600_000_000, "h"),
        >= 60_000_000 when us % 60_000_000 == 0 => Number(us, 60_000_000, "min"),
        >= 1_000_000 when us % 1000 == 0 => Number(us, 1_000_000, "s"),
        _ => Number(us, 1000, "ms"),
    };

    private static string Number(long us, long unitUs, string unit) =>
        $"{((decimal)us / unitUs).ToString("0.###", CultureInfo.InvariantCulture)} {unit}";

    private static long UnitUs(string unit) => unit switch
    {
        "ms" => 1000,
        "s" => 1_000_000,
        "min" => 60_000_000,
        _ => 3_600_000_000,
    };

    [GeneratedRegex(@"^([0-9]{1,9}(?:\.[0-9]{1,3})?) ?(ms|s|min|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex OneForm();
}
