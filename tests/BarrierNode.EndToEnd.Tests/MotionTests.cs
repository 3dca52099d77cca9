using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>A command through hub, broker and node, until the barrier has moved or the interlock has said no.</summary>
[TestClass]
public class MotionTests
{
    [TestMethod]
    public void Raise_OnAnEmptyLane_EndsUpAfterTheModelledStroke()
    {
        using LiveStreet street = new();
        street.Must(CommandOp.Lower);
        street.WaitForPosition("down");

        CommandView raise = street.Send(CommandOp.Raise);
        street.WaitForStage(raise, "done", "refused", "aborted");
        street.WaitForPosition("up");

        IReadOnlyList<CommandStage> stages = street.Find(raise.Id).Stages;
        Assert.AreEqual("sent, accepted, moving, done", string.Join(", ", stages.Select(s => s.Stage)));
        double strokeMs = (stages[3].At - stages[2].At).TotalMilliseconds;
        Assert.IsGreaterThan(0.8 * street.Lane.RaiseMs, strokeMs, "done comes from the limit switch, not from the request");
        Assert.IsLessThan(street.Lane.RaiseTimeoutMs, strokeMs);
        Assert.IsTrue(street.LaneNow.Protected);
        Assert.AreEqual(1.0, street.Height, 0.02);
        Assert.AreEqual(2, street.Drives.Rises, "one drive on for each of the two moves");
    }

    [TestMethod]
    public void Raise_WithACarOnTheLoop_IsRefusedAndNamesTheLoop()
    {
        using LiveStreet street = new();
        street.LowerTo(0.7);
        int car = street.SendCar();
        Wait.Until(() => street.Car(car)!.Waiting, "the car waits at the line");
        street.Running.InStreet(s => s.DriveOn(car));
        Wait.Until(() => street.LaneNow.BlockedBy.Contains("loop"), "the node reports the loop occupied");
        int rises = street.Drives.Rises;

        CommandStage end = street.Do(CommandOp.Raise);

        Assert.AreEqual("refused", end.Stage);
        Assert.AreEqual("interlocked", end.Reason);
        CollectionAssert.AreEqual(new[] { "loop" }, end.BlockedBy.ToArray());
        street.NothingStarts("a refused raise", rises);
        Assert.AreEqual(0, street.Running.Snapshot().Strikes);
    }

    [TestMethod]
    public void Raise_WithACarDrivenOnDuringTheStroke_ReversesToDown()
    {
        using LiveStreet street = new();
        street.LowerTo(0.3);
        int car = street.SendCar();
        Wait.Until(() => street.Car(car)!.Waiting, "the car waits at the line");
        double loopFromM = street.Site.Street.Carriageways[0].Loops[0].FromM;
        street.Running.InStreet(s => s.DriveOn(car));
        Wait.Until(() => street.Car(car)!.FrontM > loopFromM - 2.2, "the car comes near the loop");

        CommandView raise = street.Send(CommandOp.Raise);
        CommandStage end = street.WaitForStage(raise, "done", "refused", "aborted");

        Assert.AreEqual("aborted", end.Stage, end.Reason);
        CollectionAssert.AreEqual(new[] { "loop" }, end.BlockedBy.ToArray());
        Assert.IsTrue(street.Find(raise.Id).Stages.Any(s => s.Stage == "moving"), "the stroke had begun");
        street.WaitForPosition("down");
        street.WaitForEvent("reversed");
        Assert.AreEqual(0, street.Running.Snapshot().Strikes);
    }

    [TestMethod]
    public void EmergencyStop_PressedDuringStrokes_DropsEveryDriveAndStaysLatched()
    {
        using LiveStreet street = new("promenade.yaml");
        string depot = street.Site.Lanes[1].Id;
        street.WaitForStage(street.Send(CommandOp.Lower, depot), "moving");
        street.WaitForStage(street.Send(CommandOp.Lower), "moving");

        street.PressEmergencyStop(true);
        Wait.Until(() => street.Drives.AllLow, "every drive output is low");
        int rises = street.Drives.Rises;
        Wait.Until(() => street.Node.Lanes.All(lane => lane.Mode == "tripped"), "both lanes are tripped");
        Wait.Until(() => street.Node.Connection == "alert", "the node says that it is in alert");
        CollectionAssert.Contains(street.LaneNow.Trips.ToArray(), "emergencyStop");

        CommandStage early = street.Do(CommandOp.Reset);
        Assert.AreEqual("refused", early.Stage);
        Assert.AreEqual("causeStands", early.Reason);
        Assert.AreEqual("tripped", street.Do(CommandOp.Lower).Reason);

        street.PressEmergencyStop(false);
        Wait.Until(() => !street.LaneNow.BlockedBy.Contains("emergencyStop"), "the node sees the button released");
        Assert.AreEqual("tripped", street.LaneNow.Mode, "a released button resets nothing");
        street.Must(CommandOp.Reset);
        Wait.Until(() => street.Node.Lanes.All(lane => lane.Mode == "remote"), "both lanes are free again");
        street.NothingStarts("the reset", rises);

        street.Must(CommandOp.Lower);
        street.WaitForPosition("down");
    }
}
