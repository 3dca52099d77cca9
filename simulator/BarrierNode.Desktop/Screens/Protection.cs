using BarrierNode.Hub;

namespace BarrierNode.Desktop.Screens;

/// <summary>The answer to "is it protected now?". Anything that is not proven by live data is unknown.</summary>
public enum Protection
{
    /// <summary>No live data, or a position that the node itself does not know.</summary>
    Unknown,

    /// <summary>Proven closed.</summary>
    Protected,

    /// <summary>Known not to be closed.</summary>
    NotProtected,
}

/// <summary>Derives the answer from what the hub knows.</summary>
public static class ProtectionStatus
{
    /// <summary>The answer for one lane.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="lane">Id of the lane.</param>
    public static Protection OfLane(ScreenState state, string lane)
    {
        LaneView? view = state.LaneOf(lane);
        if (!state.Live || view is null)
        {
            return Protection.Unknown;
        }

        return view switch
        {
            { Protected: true } => Protection.Protected,
            { Position: "unknown" } => Protection.Unknown,
            _ => Protection.NotProtected,
        };
    }

    /// <summary>The answer for the street: one open lane opens it, and one unknown lane leaves it unknown.</summary>
    /// <param name="state">What is known.</param>
    public static Protection OfStreet(ScreenState state)
    {
        List<Protection> lanes = [.. state.Site.Lanes.Select(l => OfLane(state, l.Id))];
        if (lanes.Contains(Protection.NotProtected))
        {
            return Protection.NotProtected;
        }

        return lanes.Contains(Protection.Unknown) ? Protection.Unknown : Protection.Protected;
    }
}
