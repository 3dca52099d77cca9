using System.Globalization;
using System.Text;
using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>Confirms events to their nodes.</summary>
internal static class EventAck
{
    /// <summary>Publishes one confirmation a node. Without a link nothing is lost: the node sends its events again.</summary>
    public static void Publish(IHubLink link, IReadOnlyDictionary<NodeAddress, long> numbers)
    {
        foreach ((NodeAddress node, long number) in numbers)
        {
            string json = string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{number}}}");
            link.Publish(new Topics(node.City, node.Site, node.Node).EventAck, Encoding.UTF8.GetBytes(json));
        }
    }
}
