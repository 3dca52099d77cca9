using BarrierNode.Control;

namespace BarrierNode.Street.Tests;

/// <summary>Features of docs/features.md that no other test speaks of.</summary>
[TestClass]
public class FeatureTests
{
    [TestMethod]
    public void Loops_OccupiedWhileUp_MoveNothing()
    {
        var rig = new LaneRig();
        rig.Run(3);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Street.CutWire(Promenade.ExitLoop);
        rig.Run(60);
        rig.Street.MendWire(Promenade.EntryLoop);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsTrue(rig.Promenade0.Protected);
        Assert.IsFalse(rig.Events.Any(e => e.Code is EventCode.MoveStarted or EventCode.Reversed));
        CollectionAssert.AreEqual(new[] { "exitLoop" }, rig.Promenade0.BlockedBy, "and yet they were seen");
    }
}
