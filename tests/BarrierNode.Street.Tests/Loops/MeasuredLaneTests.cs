using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.Loops;

/// <summary>A lane whose loops the node measures itself, from the site file to the drive.</summary>
[TestClass]
public sealed class MeasuredLaneTests
{
    private const int EntryHz = 110_000;
    private const int ExitHz = 95_000;

    private static int[] Kept => [EntryHz * 1000, ExitHz * 1000];

    [TestMethod]
    public void Raise_EmptyLoops_Moves()
    {
        LaneRig rig = Down(Kept);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 10, "done");
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    // H5
    [TestMethod]
    public void Raise_CarStandsOnALoop_IsRefused()
    {
        LaneRig rig = Down(Kept);
        int car = rig.Street.SendCar(Promenade.Lane);
        rig.RunUntil(() => rig.Cabinet.Controller.Loops[0].IsOccupied, 20, "the car is seen");
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        rig.Street.RemoveCar(car);
        rig.Run(2);
        Assert.IsFalse(rig.Cabinet.Controller.Loops[0].IsOccupied);
        int again = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(again).Stage == AckStage.Done, 10, "done");
    }

    // H9
    [TestMethod]
    public void Raise_LoopWireCut_IsRefusedUntilAPersonConfirms()
    {
        LaneRig rig = Down(Kept);
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Run(1);
        Assert.AreEqual(LoopFault.Open, rig.Cabinet.Controller.Loops[0].Fault);
        Happening told = rig.Events.Single(e => e.Code == EventCode.LoopFault);
        Assert.AreEqual((0, rig.Table.Loops[0].Input, (long)LoopFault.Open), (told.Lane, told.A, told.B));
        Assert.AreEqual((0, LoopState.Fault, LoopFault.Open), rig.LoopFigures[^1]);
        rig.Street.MendWire(Promenade.EntryLoop);
        rig.Run(5);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        Assert.AreEqual((0, LoopState.Unconfirmed, LoopFault.Open), rig.LoopFigures[^1]);
        Assert.DoesNotContain(e => e.Code == EventCode.LoopFaultEnded, rig.Events);
        ConfirmThenRaise(rig);
        Assert.ContainsSingle(rig.Events.Where(e => e.Code == EventCode.LoopFaultEnded));
        Assert.AreEqual((0, LoopState.Clear, LoopFault.None), rig.LoopFigures[^1]);
    }

    [TestMethod]
    public void Confirmation_OfTheLoopsOfANewNode_IsNoPassage()
    {
        SiteModel site = SiteFile.Load(Repository.File("simulator/sites/blue-light.yaml"), Repository.File("hardware/boards"));
        var rig = new LaneRig(site: site);
        rig.Run(3);
        foreach (LoopTable loop in rig.Table.Loops)
        {
            int confirm = rig.Command(CommandOp.ConfirmClear, argument: loop.Input);
            rig.Run(2);
            Assert.AreEqual(AckStage.Done, rig.Last(confirm).Stage);
        }

        rig.Run(5);
        Assert.DoesNotContain(e => e.Code == EventCode.Passage, rig.Events);
        Assert.AreEqual(0, rig.Cabinet.Controller.Kept.Get(0, KeptSlot.Vehicles));
    }

    // H12
    [TestMethod]
    public void Raise_AfterAPowerCutWithoutBaseline_WaitsForAPerson()
    {
        LaneRig rig = Down(null);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(60);
        Assert.AreEqual(RefusalReason.Interlocked, rig.Last(raise).Reason);
        int exit = rig.Command(CommandOp.ConfirmClear, argument: rig.Table.Loops[1].Input);
        rig.Run(0.1);
        Assert.AreEqual(AckStage.Done, rig.Last(exit).Stage);
        ConfirmThenRaise(rig);
    }

    // H10
    [TestMethod]
    public void Car_StandsWhileTheWeatherTakesItsSignal_IsOccupiedUntilAPersonConfirms()
    {
        LaneRig rig = Rig(StreetStart.BarriersUp, Kept);
        Assert.IsTrue(rig.Street.DriveOn(rig.Street.SendCar(Promenade.Lane)));
        rig.RunUntil(() => rig.Cabinet.Controller.Loops[0].DeltaPpm > 10_000, 30, "the car stands before the barrier");
        rig.Run(10);
        for (int tenth = 0; tenth < 1500; tenth++)
        {
            rig.Street.ShiftLoop(Promenade.EntryLoop, -16 * tenth);
            rig.Run(0.1);
            Assert.IsTrue(rig.Cabinet.Controller.Loops[0].IsOccupied, $"at {rig.Cabinet.Controller.Loops[0].DeltaPpm} ppm");
        }

        Assert.AreEqual(LoopState.Unconfirmed, rig.Cabinet.Controller.Loops[0].State);
        Assert.AreNotEqual(0, (int)rig.Cabinet.Controller.Conditions & (1 << rig.Table.Loops[0].Input));
    }

    [TestMethod]
    public void ConfirmClear_OfAnInputThatIsNoLoop_IsRefused()
    {
        LaneRig rig = Down(Kept);
        int confirm = rig.Command(CommandOp.ConfirmClear, argument: 0);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.NotFitted, rig.Last(confirm).Reason);
    }

    [TestMethod]
    public void ConfirmClear_OfALoopAtFault_IsRefused()
    {
        LaneRig rig = Down(Kept);
        rig.Street.CutWire(Promenade.EntryLoop);
        rig.Run(1);
        int confirm = rig.Command(CommandOp.ConfirmClear, argument: rig.Table.Loops[0].Input);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Last(confirm).Reason);
    }

    private static void ConfirmThenRaise(LaneRig rig)
    {
        int confirm = rig.Command(CommandOp.ConfirmClear, argument: rig.Table.Loops[0].Input);
        rig.Run(2);
        Assert.AreEqual(AckStage.Done, rig.Last(confirm).Stage);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 10, "done");
    }

    private static LaneRig Down(int[]? kept)
    {
        LaneRig rig = Rig(StreetStart.BarriersDown, kept);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        return rig;
    }

    private static LaneRig Rig(StreetStart start, int[]? kept)
    {
        LaneModel lane = Promenade.Bollards() with
        {
            Loops = [Measured("entryLoop", Promenade.EntryLoop, EntryHz), Measured("exitLoop", Promenade.ExitLoop, ExitHz)],
        };
        var rig = new LaneRig(start, site: Promenade.Site() with { Lanes = [lane, Promenade.Gate()] }, keptMilliHz: kept);
        rig.Run(3);
        return rig;
    }

    private static InputModel Measured(string name, int pin, int hz) =>
        Promenade.LoopInput(name, pin) with { Frequency = new(hz, 500, 10_000) };
}
