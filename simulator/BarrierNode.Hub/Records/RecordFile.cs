using System.Text.RegularExpressions;

namespace BarrierNode.Hub;

/// <summary>The names of the files of flight records.</summary>
internal static partial class RecordFile
{
    /// <summary>The name that a record has among all of a hub: node, boot and number.</summary>
    /// <exception cref="MessageException">The node has a name that no site file can give it.</exception>
    public static string NameOf(NodeAddress node, string boot, int record)
    {
        string place = $"{node.City}.{node.Site}.{node.Node}";
        return Place().IsMatch(place)
            ? $"{place}-{boot}-{record}.bnfr"
            : throw new MessageException("is of a node whose names are not 1 to 16 of a-z, 0-9 and hyphen");
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,16}(\.[a-z0-9-]{1,16}){2}\z")]
    private static partial Regex Place();
}
