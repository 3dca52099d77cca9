using System.Globalization;
using System.Text.RegularExpressions;

namespace BarrierNode.Hub;

/// <summary>Boot ids: the number of the start, a hyphen, 8 random hexadecimal digits.</summary>
internal static partial class BootId
{
    public static bool IsValid(string text) => Form().IsMatch(text);

    /// <summary>The number of the start in a valid id.</summary>
    public static long NumberOf(string id) => long.Parse(id.AsSpan(0, id.IndexOf('-')), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{1,10}-[0-9a-f]{8}\z")]
    private static partial Regex Form();
}
