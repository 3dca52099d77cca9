using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Hazards;

/// <summary>Where the tests of hazards begin.</summary>
internal static class Lanes
{
    /// <summary>The promenade with its bollards proven down and its loops proven clear.</summary>
    public static LaneRig Down()
    {
        var rig = new LaneRig(StreetStart.BarriersDown);
        rig.Run(3);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.IsEmpty(rig.Promenade0.BlockedBy);
        return rig;
    }
}
