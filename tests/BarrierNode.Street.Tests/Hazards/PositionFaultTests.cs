using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Hazards;

/// <summary>Limit switches that lie, and barriers that do not follow their drive.</summary>
[TestClass]
public class PositionFaultTests
{
    // H18
    [TestMethod]
    public void LimitSwitches_SpikeShorterThanTheirDebounce_ChangesNothing()
    {
        LaneRig rig = Lanes.Down();
        rig.Events.Clear();
        for (int i = 0; i < 50; i++)
        {
            rig.Street.ShortWire(Promenade.Up[i % 3]);
            rig.Run(0.03);
            rig.Street.MendWire(Promenade.Up[i % 3]);
            rig.Run(0.1);
        }

        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(LaneMode.Remote, rig.Promenade0.Mode);
        Assert.IsEmpty(rig.Events);
    }

    // H18
    [TestMethod]
    public void LimitSwitch_LostAtRest_IsUnknownAndNeverGreen()
    {
        LaneRig rig = Lanes.Down();
        Assert.IsTrue(rig.Is("promenade.green"));
        rig.Street.CutWire(Promenade.Down);
        rig.Run(0.04);
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsFalse(rig.Is("promenade.green"));
        Assert.IsTrue(rig.Is("promenade.red"));
    }

    // H21
    [TestMethod]
    public void Bollards_Jammed_TripAtTheStrokesTimeLimitAndStayOff()
    {
        LaneRig rig = Lanes.Down();
        rig.Street.CutWire(Promenade.Raise);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("promenade.raise"), 3, "drive on");
        long onUs = rig.Clock.NowUs;
        rig.RunUntil(() => !rig.Is("promenade.raise"), 9, "drive off");
        Assert.IsInRange(7.9, 8.1, (rig.Clock.NowUs - onUs) / 1e6, "raiseTimeoutMs of the site");
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.StrokeOverrun, rig.Last(raise).Reason);
        rig.Run(60);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode, "until a person resets it");
        CollectionAssert.AreEqual(new[] { "promenade.overrun" }, rig.Promenade0.Trips);
    }

    // H24
    [TestMethod]
    public void PowerFailure_InMidStroke_HoldsTheBarrierAndIsShownAsUnknown()
    {
        LaneRig rig = Lanes.Down();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(2);
        rig.Stalled = true;
        rig.Cabinet.PowerOff();
        rig.Run(1);
        double height = rig.Street.Snapshot().Lanes[0].Barriers[0];
        rig.Run(60);
        Assert.AreEqual(height, rig.Street.Snapshot().Lanes[0].Barriers[0], "off means hold");
        rig.Restart();
        rig.Stalled = false;
        rig.Run(60);
        Assert.AreEqual(height, rig.Street.Snapshot().Lanes[0].Barriers[0], "power that returns moves nothing");
        Assert.AreEqual(LanePosition.Unknown, rig.Position);
        Assert.IsFalse(rig.Promenade0.Protected);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal);
    }
}
