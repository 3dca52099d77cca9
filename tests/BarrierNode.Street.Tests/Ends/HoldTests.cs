using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>Barriers that are held up by an output and drop without it.</summary>
[TestClass]
public class HoldTests
{
    private static LaneRig Up(params string[] inputs)
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(drive: EndsRig.HoldDrive, inputs: inputs));
        rig.Raise();
        Assert.AreEqual(LanePosition.Up, rig.Position);
        return rig;
    }

    [TestMethod]
    public void Raised_ForALongTime_HoldsAndDrivesNothing()
    {
        LaneRig rig = Up();
        rig.Run(600);
        Assert.IsTrue(rig.Is("lane.hold"));
        Assert.IsFalse(rig.Is("lane.raise"));
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsTrue(rig.Promenade0.Protected);
    }

    [TestMethod]
    public void Lower_HeldBarrier_LetsGoAndEndsAtTheSwitch()
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower);
        rig.Run(0.5);
        Assert.IsFalse(rig.Is("lane.hold"));
        Assert.AreEqual(LanePosition.Lowering, rig.Position);
        Assert.IsFalse(rig.Promenade0.Protected);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 3, "down");
        CollectionAssert.AreEqual(new[] { AckStage.Accepted, AckStage.Moving, AckStage.Done }, rig.Stages(lower));
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Run(1);
        Assert.AreEqual(LaneSignal.Green, rig.Promenade0.Signal);
    }

    // H24
    [TestMethod]
    public void PowerCut_HeldBarrier_DropsAndNothingMovesAfterwards()
    {
        LaneRig rig = Up();
        rig.Restart();
        rig.Run(0.3);
        Assert.AreNotEqual(LanePosition.Up, rig.Position, "it drops as the site file says");
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.IsFalse(rig.Is("lane.hold"));
        Assert.HasCount(1, rig.Of(EventCode.MoveStarted), "only the raise before");
    }

    [TestMethod]
    public void LateScan_HeldBarrier_StaysUp()
    {
        LaneRig rig = Up();
        rig.Stalled = true;
        rig.Run(0.2);
        rig.Stalled = false;
        rig.Run(5);
        Assert.HasCount(1, rig.Of(EventCode.LateScan));
        Assert.IsTrue(rig.Is("lane.hold"));
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    [TestMethod]
    public void LateScan_DuringARaise_StopsAndHolds()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(drive: EndsRig.HoldDrive));
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "raising");
        rig.Run(2);
        rig.Stalled = true;
        rig.Run(0.2);
        rig.Stalled = false;
        rig.Run(1);
        double heightM = rig.Street.Snapshot().Lanes[0].Barriers[0];
        rig.Run(10);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        Assert.AreEqual(heightM, rig.Street.Snapshot().Lanes[0].Barriers[0]);
        Assert.IsFalse(rig.Is("lane.raise"));
    }

    [TestMethod]
    public void QuietWindow_HeldBarrier_StaysUp()
    {
        LaneRig rig = Up();
        rig.Cabinet.Controller.Quiet.Ask();
        rig.Run(5);
        Assert.IsTrue(rig.Cabinet.Controller.Quiet.Granted);
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    // H31
    [TestMethod]
    public void PermissionChainFalls_HeldBarrier_Drops()
    {
        LaneRig rig = Up();
        rig.Stalled = true;
        rig.Run(5);
        rig.Stalled = false;
        rig.Run(0.1);
        Assert.AreEqual(0, rig.Street.Snapshot().Lanes[0].Barriers[0]);
    }

    [TestMethod]
    public void Trips_OfTheLaneOrNode_LetGoAndResetDoesNotHoldAgain()
    {
        foreach ((string what, Action<LaneRig> cause, Action<LaneRig> end) in new (string, Action<LaneRig>, Action<LaneRig>)[]
        {
            ("emergency stop", r => r.Street.EmergencyStopPressed = true, r => r.Street.EmergencyStopPressed = false),
            ("remote stop", r => r.Command(CommandOp.EmergencyStop), _ => { }),
            ("limit conflict", r => r.Street.ShortWire(8), r => r.Street.MendWire(8)),
        })
        {
            LaneRig rig = Up();
            cause(rig);
            rig.Run(0.2);
            Assert.IsFalse(rig.Is("lane.hold"), what);
            Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode, what);
            end(rig);
            rig.Run(1);
            int reset = rig.Command(CommandOp.Reset);
            rig.Run(5);
            Assert.AreEqual(AckStage.Done, rig.Last(reset).Stage, $"{what}: {rig.Last(reset).Reason}");
            Assert.IsFalse(rig.Is("lane.hold"), what + ": a reset never restarts");
            Assert.AreEqual(LanePosition.Down, rig.Position, what);
        }
    }

    [TestMethod]
    public void ManualRelease_HeldBarrier_LetsGoAndHoldsTheLane()
    {
        LaneRig rig = Up("role: manual-release, pin: 9");
        rig.Street.SetContact("lane.manualRelease", true);
        rig.Run(4);
        Assert.IsFalse(rig.Is("lane.hold"));
        Assert.AreEqual(LanePosition.Down, rig.Position);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        CollectionAssert.AreEqual(new[] { "lane.manualRelease" }, rig.Last(raise).BlockedBy);
        Assert.IsTrue(rig.Holds(LaneHold.ManualRelease));
        Assert.IsTrue(rig.Of(EventCode.EquipmentInput).Any(e => e.A == (int)InputRole.ManualRelease));
        rig.Street.SetContact("lane.manualRelease", false);
        rig.Run(1);
        Assert.IsFalse(rig.Holds(LaneHold.ManualRelease));
        rig.Raise();
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    [TestMethod]
    public void Lower_BarrierThatDoesNotDrop_Trips()
    {
        LaneRig rig = Up();
        rig.Street.Obstruct("lane", 0, Obstacle.Jam);
        int lower = rig.Command(CommandOp.Lower);
        rig.Run(6);
        Assert.AreEqual(RefusalReason.LimitStuck, rig.Last(lower).Reason);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        CollectionAssert.AreEqual(new[] { TripCode.StrokeOverrun }, TripCodes(rig));
    }

    [TestMethod]
    public void Reversal_PersonOnTheBarrier_LetsGo()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(drive: EndsRig.HoldDrive, inputs: ["role: obstruction, pin: 9"]));
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Raising, 3, "raising");
        rig.Run(1);
        rig.Street.Obstruct("lane", 0, Obstacle.Person);
        rig.RunUntil(() => !rig.Is("lane.raise") && !rig.Is("lane.hold"), 0.2, "let go");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 3, "down");
    }

    [TestMethod]
    public void Group_OneMemberNotUp_IsNotUp()
    {
        // Each of three has its own drive, hold and switches.
        string drive = "raise: [5, 9, 10], hold: [6, 11, 12], maxRunMs: 9000, restMs: 1000";
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(barriers: 3, drive: drive));
        rig.Raise();
        Assert.IsTrue(rig.Promenade0.Protected);
        rig.Lower();
        rig.Street.Obstruct("lane", 1, Obstacle.Jam);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Aborted, 12, "given up");
        rig.Run(5);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
        Assert.IsFalse(rig.Promenade0.Protected);
    }

    private static TripCode[] TripCodes(LaneRig rig) =>
        [.. Enumerable.Range(0, 64).Where(c => ((rig.Cabinet.Controller.LatchedTrips >> c) & 1) != 0).Select(rig.Table.Gate.TripCode)];
}
