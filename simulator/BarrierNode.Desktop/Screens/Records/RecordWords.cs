using System.Globalization;
using BarrierNode.Street.Records;

namespace BarrierNode.Desktop.Screens.Records;

/// <summary>A flight record in words and numbers for its page.</summary>
internal static class RecordWords
{
    /// <summary>Time from the trigger in seconds, with its sign.</summary>
    public static string Time(long us) => (us / 1e6).ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture) + " s";

    /// <summary>Microseconds as milliseconds.</summary>
    public static string Ms(long us) => (us / 1000.0).ToString("0.#", CultureInfo.InvariantCulture) + " ms";

    /// <summary>What a kind of signal is called before its name.</summary>
    public static string Of(SignalGroup group) => group switch
    {
        SignalGroup.Input => "contact",
        SignalGroup.Condition => "condition",
        SignalGroup.Request => "asked",
        SignalGroup.Output => "output",
        _ => "trip",
    };

    /// <summary>Why an output is refused: the rule, and what is behind it.</summary>
    public static string Why(RecordedRefusal refusal) =>
        refusal.Conditions.Count == 0 ? refusal.Rule : $"{refusal.Rule}: {string.Join(", ", refusal.Conditions)}";
}
