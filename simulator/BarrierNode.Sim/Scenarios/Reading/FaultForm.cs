using System.Globalization;
using System.Text.RegularExpressions;

namespace BarrierNode.Sim;

/// <summary>The text form of a fault: point, kind, amount.</summary>
internal static partial class FaultForm
{
    /// <summary>What a fault looks like.</summary>
    public const string Expected = "a point and a kind, such as entryLoop stuck or link delayed 800ms";

    /// <summary>Reads a fault; null when it has not the form.</summary>
    public static Fault? Read(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success || !Enum.TryParse(match.Groups[2].Value, ignoreCase: true, out FaultKind kind))
        {
            return null;
        }

        double? amount = match.Groups[3].Success ? double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : null;
        return new Fault(match.Groups[1].Value, kind, amount);
    }

    [GeneratedRegex(@"^(\S+(?: \S+)*?) (off|stuck|garbage|wrong|slow|delayed|intermittent)(?: ([0-9]+(?:\.[0-9]+)?) ?(?:ms|s|%)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
