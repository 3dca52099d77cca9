using System.Text;
using System.Text.RegularExpressions;

namespace BarrierNode.Sim;

/// <summary>Writes YAML values on one line.</summary>
internal static partial class FlowText
{
    private static readonly string[] Reserved = ["true", "false", "null", "yes", "no", "~"];

    /// <summary>A text, in quotes where YAML would read something else.</summary>
    public static string Of(string text)
    {
        if (Plain().IsMatch(text) && !Reserved.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return text;
        }

        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A group of keys whose values are written already; those without a value are left out.</summary>
    public static string Map(params IEnumerable<(string Key, string? Value)> pairs) =>
        $"{{ {string.Join(", ", pairs.Where(p => p.Value is not null).Select(p => $"{Of(p.Key)}: {p.Value}"))} }}";

    [GeneratedRegex(@"^[A-Za-z0-9_./À-ÿ][A-Za-z0-9_./À-ÿ ()±+%'-]*(?<! )$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
