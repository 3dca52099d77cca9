using BarrierNode.Hub;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens;

/// <summary>What the street page shows at one moment.</summary>
/// <param name="Site">The site: lanes, wiring, geometry. The same for as long as the server runs.</param>
/// <param name="Street">The street as the simulator has it.</param>
/// <param name="Node">What the hub knows of the node, or null before it ever heard of it.</param>
/// <param name="Events">The latest events, newest first, at most 50.</param>
/// <param name="At">When this was so.</param>
public sealed record ScreenState(
    SiteModel Site, StreetSnapshot Street, NodeView? Node, IReadOnlyList<EventView> Events, DateTimeOffset At)
{
    /// <summary>What the hub knows is what is so now.</summary>
    public bool Live => Node is { Live: true };

    /// <summary>Name of the place for people.</summary>
    public string Title => $"{Site.City} / {Site.Site} / {Site.Node}";

    /// <summary>What the hub knows of a lane, or null when the node never reported it.</summary>
    /// <param name="lane">Id of the lane.</param>
    public LaneView? LaneOf(string lane) => Node?.Lanes.FirstOrDefault(l => l.Id == lane);
}
