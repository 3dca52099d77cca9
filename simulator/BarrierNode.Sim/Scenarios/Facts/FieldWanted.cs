using System.Globalization;

namespace BarrierNode.Sim;

/// <summary>What a field of an event should be: a text, a name that is in its list, or a number with a tolerance such as <c>18 ± 2</c>.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Text">What it should be.</param>
public sealed record FieldWanted(string Name, string Text)
{
    internal bool IsMet(string value)
    {
        string[] parts = Text.Replace("+-", "±", StringComparison.Ordinal).Split('±', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Number(parts[0]) is { } wanted && Number(parts[1]) is { } tolerance)
        {
            return Number(value) is { } number && Math.Abs(number - wanted) <= tolerance;
        }

        return value == Text || value.Split(',').Contains(Text);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;
}
