using System.Globalization;
using System.Text;
using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>Confirms the pages of a flight record to its node.</summary>
/// <param name="Boot">Boot id of the node.</param>
/// <param name="Record">Number of the record.</param>
/// <param name="Next">The first byte that the hub has not yet; the length of the record once it is stored.</param>
internal sealed record RecordAck(string Boot, int Record, int Next)
{
    /// <summary>Publishes one confirmation a node. Without a link nothing is lost: the node sends its pages again.</summary>
    public static void Publish(IHubLink link, IReadOnlyDictionary<NodeAddress, RecordAck> acks)
    {
        foreach ((NodeAddress node, RecordAck ack) in acks)
        {
            link.Publish(new Topics(node.City, node.Site, node.Node).RecorderAck, Encoding.UTF8.GetBytes(ack.ToJson()));
        }
    }

    public string ToJson() =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"boot\":\"{Boot}\",\"record\":{Record},\"next\":{Next}}}");
}
