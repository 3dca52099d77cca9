using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Hazards;

/// <summary>Vehicles that follow each other closely, and vehicles that a loop loses for a moment.</summary>
[TestClass]
public class ConvoyTests
{
    // H6
    [TestMethod]
    public void Convoy_RaiseAskedForAtRandomMoments_IsNeverStruck()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Lanes.Down();
        int sent = 0;
        int refused = 0;
        for (int i = 0; i < 400; i++)
        {
            if (random.Next(3) == 0)
            {
                rig.Street.SendCar(Promenade.Lane, 3.5 + (random.NextDouble() * 9));
                sent++;
            }

            rig.Command(random.Next(2) == 0 ? CommandOp.Raise : CommandOp.Lower);
            rig.Run(random.NextDouble() * 3);
            refused += rig.Answers.Count(a => a.Reason == RefusalReason.Interlocked);
            rig.Answers.Clear();
            rig.Events.Clear();
            Assert.AreEqual(0, rig.Street.Strikes, $"seed {seed}, command {i}");
        }

        Assert.IsGreaterThan(50, sent);
        Assert.IsGreaterThan(20, refused, "cars stood in the way of many a raise");
    }

    // H6
    [TestMethod]
    public void Raise_LastVehicleOnTheExitLoopAlone_IsRefusedAndNamesIt()
    {
        LaneRig rig = Lanes.Down();
        rig.Street.SendCar(Promenade.Lane, 12);
        rig.RunUntil(() => rig.Promenade0.BlockedBy.SequenceEqual(["exitLoop"]), 20, "its rear has left the entry loop for a second");
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { "exitLoop" }, rig.Last(raise).BlockedBy);
        rig.Run(20);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H7
    [TestMethod]
    public void Raise_WhileALoopLosesAHighVehicleForLessThanItsHold_IsRefused()
    {
        LaneRig rig = Lanes.Down();
        for (int axle = 0; axle < 4; axle++)
        {
            rig.Street.CutWire(Promenade.EntryLoop);
            rig.Run(0.3);
            rig.Street.MendWire(Promenade.EntryLoop);
            rig.Run(0.9);
            int raise = rig.Command(CommandOp.Raise);
            rig.Run(0.04);
            Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason, $"gap behind axle {axle}");
        }

        rig.Run(0.2);
        int after = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(after).Stage == AckStage.Done, 10, "a second without a vehicle frees the lane");
    }
}
