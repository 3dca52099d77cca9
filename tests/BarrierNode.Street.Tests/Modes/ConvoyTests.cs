using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class ConvoyTests
{
    private const string Settings = "convoyMaxVehicles: 10, convoyGapMs: 30000, reraiseAfterTransitMs: 1000, unattendedWarningMs: 1000";

    // H6
    [TestMethod]
    public void Convoy_OfThree_PassesWithoutARaiseBetweenAndClosesBehindTheLast()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 3);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "open");
        CollectionAssert.AreEqual(new[] { "convoy" }, rig.Holds);
        for (int i = 0; i < 3; i++)
        {
            CollectionAssert.AreEqual(new[] { "convoy" }, rig.Holds, $"before vehicle {i + 1}");
            rig.Pass();
            rig.Run(5);
        }

        CollectionAssert.DoesNotContain(rig.Holds, "convoy", "the convoy is through");
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.HoldCleared && e.A == (int)LaneHold.Convoy));
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "closed");
        Assert.AreEqual(2, rig.Count(EventCode.MoveStarted), "opened once, closed once");
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // A lane whose barriers drop without power is open after a power cut, and nobody has opened it.
    [TestMethod]
    public void Convoy_ThroughALaneThatWasOpenAlready_ClosesBehindTheLast()
    {
        LaneRig rig = ModeRig.Of(Settings, StreetStart.BarriersDown);
        rig.Run(5);
        rig.Order(CommandOp.Convoy, 1);
        rig.Run(1);
        CollectionAssert.AreEqual(new[] { "convoy" }, rig.Holds);
        rig.Pass();
        rig.RunUntil(() => rig.Position == LanePosition.Up, 20, "closed");
        Assert.AreEqual(1, rig.Count(EventCode.MoveStarted), "only closed");
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    // H3, H4
    [TestMethod]
    public void Vehicle_ThroughALaneThatNobodyHasOpened_IsNotRaisedBehind()
    {
        LaneRig rig = ModeRig.Of(Settings, StreetStart.BarriersDown);
        rig.Run(5);
        rig.Pass();
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(0, rig.Count(EventCode.MoveStarted));
    }

    // H6
    [TestMethod]
    public void Convoy_BumperToBumper_IsNeverRaisedInto()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 4);
        for (int i = 0; i < 4; i++)
        {
            rig.Street.SendCar("lane", 4.5 + (3 * i));
        }

        rig.RunUntil(() => rig.Street.Snapshot().Cars.Count == 0, 60, "all through");
        rig.RunUntil(() => rig.Position == LanePosition.Up, 60, "closed");
        Assert.AreEqual(0, rig.Street.Strikes);
        Assert.AreEqual(0, rig.Street.Collisions);
        Assert.AreEqual(0, rig.Count(EventCode.Reversed));
    }

    [TestMethod]
    public void Convoy_NoMoreVehiclesCome_EndsAfterTheGap()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 5);
        rig.Run(5);
        rig.Pass();
        rig.Run(25);
        CollectionAssert.Contains(rig.Holds, "convoy");
        rig.Run(10);
        CollectionAssert.DoesNotContain(rig.Holds, "convoy");
    }

    [TestMethod]
    public void Convoy_WithoutNumber_LastsUntilReleased()
    {
        LaneRig rig = ModeRig.Of("convoyMaxVehicles: 10, convoyGapMs: 0, reraiseAfterTransitMs: 1000");
        rig.Order(CommandOp.Convoy);
        rig.Run(5);
        rig.Pass();
        rig.Pass();
        rig.Run(600);
        CollectionAssert.AreEqual(new[] { "convoy" }, rig.HeldBy(CommandOp.Raise));
        rig.Press(ModeRig.Raise);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Order(CommandOp.Release);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 14, "closed");
    }

    [TestMethod]
    public void Convoy_VehicleTurnsBackBeforeTheBarrier_IsNotCounted()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 1);
        rig.Run(5);
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Run(3);
        rig.Street.MendWire(ModeRig.EntryLoopPin);
        rig.Run(5);
        CollectionAssert.Contains(rig.Holds, "convoy");
        rig.Pass();
        rig.Run(3);
        CollectionAssert.DoesNotContain(rig.Holds, "convoy");
    }

    [TestMethod]
    public void Convoy_LastVehicleStandsOnTheExitLoop_EndsNotBeforeItIsClear()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 1);
        rig.Run(5);
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Run(1);
        rig.Street.CutWire(ModeRig.ExitLoopPin);
        rig.Run(1);
        rig.Street.MendWire(ModeRig.EntryLoopPin);
        rig.Run(120);
        CollectionAssert.Contains(rig.Holds, "convoy");
        rig.Street.MendWire(ModeRig.ExitLoopPin);
        rig.Run(3);
        CollectionAssert.DoesNotContain(rig.Holds, "convoy");
    }

    [TestMethod]
    [DataRow("convoyMaxVehicles: 10", 11, RefusalReason.OutOfRange)]
    [DataRow("convoyMaxVehicles: 0", 1, RefusalReason.NotFitted)]
    public void Convoy_BeyondTheSite_IsRefused(string settings, int vehicles, RefusalReason expected)
    {
        LaneRig rig = ModeRig.Of(settings);
        Assert.AreEqual(expected, rig.Refused(CommandOp.Convoy, vehicles));
        rig.Run(5);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsEmpty(rig.Holds);
    }

    [TestMethod]
    public void Convoy_PowerCut_IsOver()
    {
        LaneRig rig = ModeRig.Of(Settings);
        rig.Order(CommandOp.Convoy, 3);
        rig.Run(5);
        rig.Restart();
        rig.Run(1);
        CollectionAssert.DoesNotContain(rig.Holds, "convoy");
    }
}
