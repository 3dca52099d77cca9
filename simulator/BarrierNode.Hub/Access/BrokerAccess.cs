using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>What each client may do at the broker, one line a topic: "read TOPIC" or "write TOPIC". The broker refuses the rest.</summary>
public static class BrokerAccess
{
    /// <summary>The hub reads everything of all nodes and writes commands and confirmations.</summary>
    public static IReadOnlyList<string> OfHub { get; } =
    [
        $"read {Topics.Prefix}#",
        $"write {new Topics("+", "+", "+").LaneCommand("+")}",
        $"write {new Topics("+", "+", "+").EventAck}",
        $"write {new Topics("+", "+", "+").RecorderAck}",
    ];

    /// <summary>A watcher reads everything of all nodes and writes nothing.</summary>
    public static IReadOnlyList<string> OfWatcher { get; } = [$"read {Topics.Prefix}#"];

    /// <summary>A node writes exactly its own topics, and reads its commands and confirmations.</summary>
    /// <param name="node">The node.</param>
    /// <param name="lanes">Ids of its lanes.</param>
    /// <exception cref="ArgumentException">A name would reach other topics than its own, or break the line.</exception>
    public static IReadOnlyList<string> OfNode(NodeAddress node, IEnumerable<string> lanes)
    {
        Topics topics = new(Level(node.City), Level(node.Site), Level(node.Node));
        List<string> lines =
        [
            $"write {topics.Conn}",
            $"write {topics.Birth}",
            $"write {topics.Beat}",
            $"write {topics.Event}",
            $"write {topics.Recorder}",
            $"write {topics.Loop("+")}",
        ];
        foreach (string lane in lanes)
        {
            lines.Add($"write {topics.LaneState(Level(lane))}");
            lines.Add($"write {topics.LaneWhy(lane)}");
            lines.Add($"write {topics.LaneAck(lane)}");
            lines.Add($"write {topics.LaneStroke(lane)}");
            lines.Add($"write {topics.LaneCrowd(lane)}");
        }

        lines.Add($"read {topics.AllCommands}");
        lines.Add($"read {topics.EventAck}");
        lines.Add($"read {topics.RecorderAck}");
        return lines;
    }

    private static string Level(string name) =>
        name.Length > 0 && !name.Any(c => c is '+' or '#' or '/' || char.IsControl(c) || char.IsWhiteSpace(c))
            ? name
            : throw new ArgumentException($"\"{name}\" cannot be a level of a topic: expected letters, digits, hyphens.", nameof(name));
}
