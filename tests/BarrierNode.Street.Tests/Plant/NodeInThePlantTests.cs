using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>The firmware's controller in a plant as it is, not as its data sheet says.</summary>
[TestClass]
public sealed class NodeInThePlantTests
{
    [TestMethod]
    public void Lane_WithPartsOfAnyLot_MovesAndTripsOnNothing()
    {
        for (int seed = 1; seed <= 8; seed++)
        {
            LaneRig rig = new(seed: seed);
            rig.Street.Parts = PlantParts.Drawn;
            rig.Run(2);
            Done(rig, CommandOp.Lower);
            Done(rig, CommandOp.Raise);
            Assert.IsEmpty(rig.Promenade0.Trips, $"seed {seed}");
            Assert.AreEqual(LanePosition.Up, rig.Position, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Raise_InFrost_IsSlowAndDone()
    {
        LaneRig rig = new(StreetStart.BarriersDown);
        rig.Street.Conditions.TemperatureC = -15;
        rig.Run(2);
        Done(rig, CommandOp.Raise);
        rig.Run(1);
        Assert.IsInRange(7000, 7800, rig.Strokes[^1].StrokeMs);
    }

    [TestMethod]
    public void Raise_InDeepCold_TripsWhenItsTimeIsOver()
    {
        LaneRig rig = new(StreetStart.BarriersDown);
        rig.Street.Conditions.TemperatureC = -40;
        rig.Run(2);
        rig.Command(CommandOp.Raise);
        rig.Run(12);
        Assert.IsNotEmpty(rig.Promenade0.Trips);
        Assert.IsFalse(rig.Is("promenade.raise"));
    }

    [TestMethod]
    public void Bollards_SinkByALeak_TheLaneIsNoLongerProtected()
    {
        LaneRig rig = new();
        rig.Run(2);
        Assert.IsTrue(rig.Promenade0.Protected);
        rig.Street.Conditions.Lane(Promenade.Lane).LeakPercentPerHour = 360;
        rig.Run(15);
        Assert.IsFalse(rig.Promenade0.Protected);
        Assert.AreNotEqual(LanePosition.Up, rig.Position);
    }

    [TestMethod]
    public void Mains_OutForAMomentInMidStroke_TheStrokeGoesOn()
    {
        LaneRig rig = new(StreetStart.BarriersDown);
        rig.Street.Power.BatteryS = 60;
        rig.Run(2);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Street.Snapshot().Lanes[0].Barriers[0] > 0.5, 6, "half way");
        rig.Street.Power.Interrupt(300);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 6, "done");
        rig.Run(1);
        Assert.IsInRange(5300, 5800, rig.Strokes[^1].StrokeMs);
    }

    private static void Done(LaneRig rig, CommandOp op)
    {
        int ticket = rig.Command(op);
        rig.RunUntil(() => rig.Last(ticket).Stage == AckStage.Done, 12, $"{op} done");
    }
}
