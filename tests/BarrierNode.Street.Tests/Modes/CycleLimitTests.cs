using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class CycleLimitTests
{
    [TestMethod]
    public void Raises_AsManyAsTheSiteAllows_ThenCommandsAndAutomaticAreRefusedForTheHour()
    {
        LaneRig rig = Worn("maxCyclesPerHour: 3, reraiseNoTransitMs: 60000");
        CollectionAssert.AreEqual(new[] { "cycleLimit" }, rig.HeldBy(CommandOp.Raise));
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.HoldSet && e.A == (int)LaneHold.CycleLimit));
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "cycleLimit" }, rig.Events.Last(e => e.Code == EventCode.WishRefused).Why);

        rig.Run((55 * 60) - 120);
        CollectionAssert.Contains(rig.Holds, "cycleLimit");
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12 * 60, "an hour later it raises by itself");
    }

    [TestMethod]
    public void Raises_AtTheLimit_APersonAtThePanelStillRaises()
    {
        LaneRig rig = Worn("maxCyclesPerHour: 3");
        rig.Press(ModeRig.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
    }

    [TestMethod]
    public void Lowering_AtTheLimit_IsAlwaysPossible()
    {
        LaneRig rig = Worn("maxCyclesPerHour: 3");
        rig.Press(ModeRig.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
        rig.Open();
    }

    [TestMethod]
    public void Raises_SpreadOverHours_AreNeverHeld()
    {
        LaneRig rig = ModeRig.Of("maxCyclesPerHour: 4");
        for (int i = 0; i < 12; i++)
        {
            rig.Open();
            rig.Run(11 * 60);
            int raise = rig.Command(CommandOp.Raise);
            rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, $"raise {i}");
            rig.Run(11 * 60);
        }

        Assert.IsEmpty(rig.Holds);
        Assert.IsFalse(rig.Events.Any(e => e.Code == EventCode.HoldSet && e.A == (int)LaneHold.CycleLimit));
    }

    // Open, after three raises.
    private static LaneRig Worn(string settings)
    {
        LaneRig rig = ModeRig.Opened(settings);
        for (int i = 0; i < 3; i++)
        {
            Assert.IsEmpty(rig.Holds);
            int raise = rig.Command(CommandOp.Raise);
            rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "up");
            rig.Run(1);
            rig.Open();
            rig.Run(1);
        }

        return rig;
    }
}
