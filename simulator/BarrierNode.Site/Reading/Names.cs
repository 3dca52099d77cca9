using System.Text.RegularExpressions;

namespace BarrierNode.Site;

/// <summary>The forms of the names in a site file.</summary>
internal static partial class Names
{
    public const string PlaceForm = "1 to 16 of a-z, 0-9 and hyphen";
    public const string LaneForm = "1 to 12 of a-z, 0-9 and hyphen";
    public const string LoopForm = "1 to 16 letters and digits, a letter first";

    private static readonly string[] ReservedWords = ["quiet", "channels", "tableFault", "emergencyStop", "emergencyStop2", "reset"];

    public static bool IsPlace(string name) => Place().IsMatch(name) && name.Length <= 16;

    public static bool IsLane(string name) => Place().IsMatch(name) && name.Length <= 12;

    public static bool IsLoop(string name) => Loop().IsMatch(name) && name.Length <= 16;

    /// <summary>True for a name that messages already use for something else.</summary>
    public static bool IsReserved(string name) => ReservedWords.Contains(name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Loop();
}
