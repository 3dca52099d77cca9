using BarrierNode.Hub;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Screens;

/// <summary>Why a lane does not move, in words: what, since when, who can clear it.</summary>
public static class BlockWords
{
    /// <summary>Several things that hold a lane, as one phrase.</summary>
    /// <param name="blocks">What holds it.</param>
    /// <param name="node">Its node, which knows when its boot began.</param>
    /// <param name="lanes">The lanes, whose detectors have names of their own.</param>
    public static string Of(IEnumerable<BlockView> blocks, NodeView node, IReadOnlyList<LaneModel> lanes) =>
        string.Join(", ", blocks.Select(b => $"{Words.Blocker(b.Name, lanes)} ({Since(b, node)}; {Words.Clears(b.Who)})"));

    private static string Since(BlockView block, NodeView node) => node.StartedAt is { } started
        ? $"since {started.AddSeconds(block.SinceUptimeS).ToLocalTime():HH:mm:ss}"
        : "since a time not known";
}
