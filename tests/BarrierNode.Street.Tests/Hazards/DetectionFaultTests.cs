using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Hazards;

/// <summary>Loops that fail, are disturbed, or are occupied for very long.</summary>
[TestClass]
public class DetectionFaultTests
{
    // H9
    [TestMethod]
    [DataRow(Promenade.EntryLoop, "entryLoop")]
    [DataRow(Promenade.ExitLoop, "exitLoop")]
    public void LoopWire_Cut_CountsAsOccupiedForRaiseAndNotForLower(int pin, string name)
    {
        var rig = new LaneRig();
        rig.Run(3);
        rig.Street.CutWire(pin);
        rig.Run(5);
        int lower = rig.Command(CommandOp.Lower);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 5, "a way out is never closed by a loop");
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { name }, rig.Last(raise).BlockedBy);
    }

    // H10
    [TestMethod]
    public void Loop_OccupiedForADay_IsNeverClearedByTheNode()
    {
        LaneRig rig = Lanes.Down();
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Run(24 * 3600);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Last(raise).BlockedBy);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    // H11
    [TestMethod]
    public void Loop_DisturbedAtRandom_NeverLetsTheLaneMove()
    {
        int seed = RandomSeed.Of();
        var random = new Random(seed);
        LaneRig rig = Lanes.Down();
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Run(0.1);
        for (int i = 0; i < 200; i++)
        {
            rig.Street.MendWire(Promenade.EntryLoop);
            rig.Command(CommandOp.Raise);
            rig.Run(random.NextDouble() * 0.95);
            rig.Street.CutWire(Promenade.EntryLoop);
            rig.Run(0.02 + (random.NextDouble() * 0.2));
            Assert.IsFalse(rig.Events.Any(e => e.Code == EventCode.MoveStarted), $"seed {seed}, disturbance {i}");
        }

        Assert.HasCount(200, rig.Answers);
        Assert.IsTrue(rig.Answers.All(a => a.Stage == AckStage.Refused && a.BlockedBy.Contains("entryLoop")), "not even a warning begins, and each refusal names the loop");
        rig.Street.MendWire(Promenade.EntryLoop);
        rig.Run(1.1);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 10, "quiet again");
    }

    // H12
    [TestMethod]
    public void Restart_LoopNotYetProvenClear_CountsAsOccupied()
    {
        LaneRig rig = Lanes.Down();
        rig.Restart();
        rig.Run(0.1);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "entryLoop", "exitLoop" }, rig.Last(raise).BlockedBy);
        rig.Run(1);
        int later = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(later).Stage == AckStage.Done, 10, "clear for its hold");
    }

    // H12
    [TestMethod]
    public void Restart_WithAVehicleOnTheLoop_StaysBlockedForAsLongAsItStands()
    {
        LaneRig rig = Lanes.Down();
        rig.Street.CutWire(Promenade.ExitLoop);
        rig.Run(1);
        rig.Restart();
        rig.Run(600);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        CollectionAssert.AreEqual(new[] { "exitLoop" }, rig.Last(raise).BlockedBy);
    }
}
