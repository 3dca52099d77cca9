using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>A topic taken apart.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">What it carries.</param>
/// <param name="Lane">The lane, for topics of a lane; otherwise empty.</param>
internal sealed record HubTopic(NodeAddress Node, TopicKind Kind, string Lane)
{
    /// <summary>Every topic of every node.</summary>
    public const string Filter = Topics.Prefix + "+/+/+/#";

    private const int NodeLevels = 3;

    /// <summary>Takes a topic apart.</summary>
    /// <returns>Null when the topic is not below a node.</returns>
    public static HubTopic? Parse(string topic)
    {
        if (!topic.StartsWith(Topics.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string[] levels = topic[Topics.Prefix.Length..].Split('/');
        if (levels.Length <= NodeLevels || levels.Any(level => level.Length == 0))
        {
            return null;
        }

        NodeAddress node = new(levels[0], levels[1], levels[2]);
        string[] rest = levels[NodeLevels..];
        if (rest is ["lane", var lane, var leaf])
        {
            return new HubTopic(node, KindOfLaneTopic(leaf), lane);
        }

        return new HubTopic(node, KindOf(string.Join('/', rest)), string.Empty);
    }

    private static TopicKind KindOfLaneTopic(string leaf) => leaf switch
    {
        "state" => TopicKind.LaneState,
        "cmd" => TopicKind.LaneCommand,
        "ack" => TopicKind.LaneAck,
        "why" => TopicKind.LaneWhy,
        _ => TopicKind.Other,
    };

    private static TopicKind KindOf(string path) => path switch
    {
        "conn" => TopicKind.Conn,
        "birth" => TopicKind.Birth,
        "beat" => TopicKind.Beat,
        "event" => TopicKind.Event,
        "event/ack" => TopicKind.EventAck,
        "recorder" => TopicKind.Recorder,
        "recorder/ack" => TopicKind.RecorderAck,
        _ => TopicKind.Other,
    };
}
