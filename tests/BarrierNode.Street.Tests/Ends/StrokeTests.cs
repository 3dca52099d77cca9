using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>What a lane learns of its strokes, and what it counts.</summary>
[TestClass]
public class StrokeTests
{
    private static LaneRig Watched() => EndsRig.Down(EquipmentSite.Lane(lane: ["settings: { strokeDeviationPercent: 20, serviceAfterCycles: 3 }"]));

    [TestMethod]
    public void FirstStrokes_AreLearnedAndTold()
    {
        LaneRig rig = Watched();
        rig.Raise();
        rig.Lower();
        Assert.HasCount(2, rig.Of(EventCode.StrokeMeasured));
        Stroke raise = rig.Strokes[0];
        Assert.AreEqual(CommandOp.Raise, raise.Direction);
        Assert.IsInRange(4900, 5300, raise.StrokeMs, "the modelled stroke is 5 s");
        Assert.IsInRange(60, 300, raise.LeaveMs, "contactor, and a hundredth of the stroke");
        Assert.AreEqual((raise.StrokeMs, 0), (raise.LearnedMs, raise.DeviationPercent));
        Assert.AreEqual(raise.StrokeMs, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.LearnedRaiseMs));
        Stroke lower = rig.Strokes[1];
        Assert.IsInRange(2400, 2800, lower.StrokeMs);
        Assert.AreEqual(lower.StrokeMs, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.LearnedLowerMs));
    }

    [TestMethod]
    public void PartialStroke_IsNotMeasured()
    {
        LaneRig rig = Watched();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(2);
        rig.Command(CommandOp.Stop);
        rig.Run(2);
        rig.Raise();
        Assert.IsEmpty(rig.Strokes);
    }

    // H21
    [TestMethod]
    public void SlowStrokes_ThreeInARow_StopUnattendedMovesUntilAGoodOne()
    {
        LaneRig rig = Watched();
        rig.Raise();
        int learnedMs = rig.Strokes[0].LearnedMs;
        for (int i = 1; i <= 3; i++)
        {
            Assert.IsFalse(rig.Holds(LaneHold.StrokeDeviation));
            rig.Lower();
            SlowRaise(rig);
            Assert.HasCount(i, rig.Of(EventCode.StrokeDeviation));
            Assert.IsGreaterThan(20, rig.Strokes[^1].DeviationPercent);
            Assert.AreEqual(learnedMs, rig.Strokes[^1].LearnedMs, "a bad stroke teaches nothing");
        }

        Assert.IsTrue(rig.Holds(LaneHold.StrokeDeviation));
        rig.Lower();
        Assert.IsTrue(rig.Holds(LaneHold.StrokeDeviation), "a good stroke down says nothing of the way up");
        rig.Raise();
        Assert.IsFalse(rig.Holds(LaneHold.StrokeDeviation));
    }

    [TestMethod]
    public void SlowStrokes_DriveServiced_AreForgiven()
    {
        LaneRig rig = Watched();
        rig.Raise();
        for (int i = 0; i < 3; i++)
        {
            rig.Lower();
            SlowRaise(rig);
        }

        Assert.IsTrue(rig.Holds(LaneHold.StrokeDeviation));
        rig.Command(CommandOp.Serviced);
        rig.Run(0.1);
        Assert.IsFalse(rig.Holds(LaneHold.StrokeDeviation));
    }

    [TestMethod]
    public void Counters_SurviveAPowerCutAndAskForService()
    {
        LaneRig rig = Watched();
        for (int i = 0; i < 3; i++)
        {
            Assert.IsEmpty(rig.Of(EventCode.ServiceDue));
            rig.Raise();
            rig.Lower();
        }

        KeptValues kept = rig.Cabinet.Controller.Kept;
        Assert.HasCount(1, rig.Of(EventCode.ServiceDue));
        Assert.AreEqual(3, kept.Get(0, KeptSlot.Cycles));
        Assert.IsInRange(21, 24, kept.Get(0, KeptSlot.DriveSeconds), "three strokes of 5 s and three of 2.5 s");
        rig.Restart();
        rig.Run(2);
        Assert.HasCount(2, rig.Of(EventCode.ServiceDue), "a start reminds again");
        rig.Raise();
        Assert.AreEqual(4, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.Cycles));

        int serviced = rig.Command(CommandOp.Serviced);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Done, rig.Last(serviced).Stage);
        Assert.AreEqual(4, rig.Of(EventCode.Serviced).Single().A);
        Assert.AreEqual(4, kept.Get(0, KeptSlot.Cycles), "nobody resets the counter");
        rig.Lower();
        rig.Raise();
        rig.Run(1);
        Assert.HasCount(2, rig.Of(EventCode.ServiceDue), "the countdown began anew");
    }

    [TestMethod]
    public void Counters_ReversalsAndTrips_AreCounted()
    {
        LaneRig rig = Watched();
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(1);
        rig.Street.CutWire(41);
        rig.Run(5);
        rig.Street.MendWire(41);
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(1);
        KeptValues kept = rig.Cabinet.Controller.Kept;
        Assert.AreEqual((1, 1), (kept.Get(0, KeptSlot.Reversals), kept.Get(0, KeptSlot.Trips)));
    }

    [TestMethod]
    public void Serviced_WhereNothingIsCounted_IsNotFitted()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane());
        int serviced = rig.Command(CommandOp.Serviced);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.NotFitted, rig.Last(serviced).Reason);
    }

    // Ice holds the barrier for a while in mid-stroke.
    private static void SlowRaise(LaneRig rig)
    {
        int ticket = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "driven");
        rig.Run(1);
        rig.Street.Obstruct("lane", 0, Obstacle.Jam);
        rig.Run(1.5);
        rig.Street.Obstruct("lane", 0, Obstacle.None);
        rig.RunUntil(() => rig.Last(ticket).Stage == AckStage.Done, 8, "done");
        rig.Run(1);
    }
}
