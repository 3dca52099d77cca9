using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Signals;

/// <summary>The lane proves that its detectors, safety edges and lamps still work.</summary>
[TestClass]
public class SelfTestTests
{
    private static readonly DateTime s_monday = new(2026, 3, 2, 3, 0, 0);

    [TestMethod]
    public void Test_AllGood_PassesEveryStepAndMovesNothing()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        int test = rig.Command(CommandOp.SelfTest);
        rig.Run(10);

        Assert.AreEqual(AckStage.Done, rig.Last(test).Stage);
        CollectionAssert.AreEqual(
            new[] { Passed(SelfTestStep.Act), Passed(SelfTestStep.Clear), Passed(SelfTestStep.Lamps), Passed(SelfTestStep.All) },
            SignalSite.Told(rig, EventCode.SelfTestPassed, EventCode.SelfTestFailed));
        CollectionAssert.AreEquivalent(
            new[] { "entryLoop", "exitLoop", "lane.safetyEdge" }, rig.Events.First(e => e.Code == EventCode.SelfTestPassed).Why);
        Assert.IsFalse(rig.Events.Any(e => e.Code is EventCode.MoveStarted or EventCode.MoveAsked));
        Assert.IsFalse(rig.Is("lane.testPulse"));
    }

    // A record begins with the state before one of these scans; the lane must judge the order by nothing else.
    [TestMethod]
    public void Record_BeginningWithTheOrder_ReplaysTheTest()
    {
        int begins = 0;
        for (int scan = 240; scan < 270; scan++)
        {
            LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
            rig.Run((scan * 0.02) - 3);
            rig.Command(CommandOp.SelfTest);
            rig.Run(5.5);
            rig.Cabinet.Controller.WantRecord();
            rig.RunUntil(() => rig.Cabinet.Controller.Recorder.Frozen, 2, "frozen");
            IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(rig.Table, FlightRecord.Of(rig.Cabinet.Controller.Recorder));
            begins += replay[0].Commands.Count;
            Assert.IsTrue(replay.All(s => s.IsSame), $"order in scan {scan}");
        }

        Assert.AreEqual(1, begins, "one of the records begins with the order");
    }

    [TestMethod]
    public void Test_LaneDown_LooksAtGreenAndAtRed()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Command(CommandOp.SelfTest);
        rig.RunUntil(() => rig.Is("lane.red"), 10, "red is tried");
        rig.Run(5);

        Assert.AreEqual(Passed(SelfTestStep.All), SignalSite.Told(rig, EventCode.SelfTestPassed, EventCode.SelfTestFailed)[^1]);
        Assert.IsTrue(rig.Is("lane.green"));
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    // H9: a detector that can no longer see is found before it matters.
    [TestMethod]
    [DataRow(SignalSite.EntryLoop, "entryLoop")]
    [DataRow(SignalSite.Edge, "lane.safetyEdge")]
    public void Test_DetectorNeverActs_FailsAndNamesIt(int pin, string name)
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, "settings: { selfTestHours: 24 }");
        rig.Street.ShortWire(pin);
        SignalSite.Clock(rig, s_monday);
        rig.Run(1);
        rig.Command(CommandOp.SelfTest);
        rig.Run(5);

        Happening failed = rig.Events.Single(e => e.Code == EventCode.SelfTestFailed);
        Assert.AreEqual((int)SelfTestStep.Act, failed.A);
        CollectionAssert.AreEqual(new[] { name }, failed.Why);
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
        rig.Run(600);
        Assert.HasCount(1, SignalSite.Told(rig, EventCode.SelfTestFailed), "it is not tried for ever");
    }

    [TestMethod]
    public void Test_DetectorStaysOn_FailsAtClear()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Command(CommandOp.SelfTest);
        rig.Run(0.15);
        rig.Street.CutWire(SignalSite.EntryLoop);
        rig.Run(20);

        Happening failed = rig.Events.Single(e => e.Code == EventCode.SelfTestFailed);
        Assert.AreEqual((int)SelfTestStep.Clear, failed.A);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, failed.Why);
        Assert.AreEqual(0, Passes(rig));
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
    }

    [TestMethod]
    public void Test_RedBroken_FailsAtTheLamps()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Street.BreakLamp(SignalSite.Red);
        rig.Command(CommandOp.SelfTest);
        rig.Run(10);

        Happening failed = rig.Events.Single(e => e.Code == EventCode.SelfTestFailed);
        Assert.AreEqual((int)SelfTestStep.Lamps, failed.A);
        CollectionAssert.AreEqual(new[] { "lane.redCurrent" }, failed.Why);
        Assert.AreEqual(0, Passes(rig));
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
    }

    [TestMethod]
    public void Lane_NotStill_RefusesTheTest()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Command(CommandOp.Lower);
        rig.Run(1);
        int test = rig.Command(CommandOp.SelfTest);
        rig.Run(0.1);

        Assert.AreEqual((AckStage.Refused, RefusalReason.Busy), (rig.Last(test).Stage, rig.Last(test).Reason));
    }

    [TestMethod]
    public void Lane_WithoutAnythingToTest_SaysSo()
    {
        var rig = new LaneRig(site: EquipmentSite.Lane());
        rig.Run(3);
        int test = rig.Command(CommandOp.SelfTest);
        rig.Run(0.1);

        Assert.AreEqual(RefusalReason.NotFitted, rig.Last(test).Reason);
    }

    [TestMethod]
    public void Test_CommandDuringIt_GoesBeforeTheTest()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Command(CommandOp.SelfTest);
        rig.Run(0.1);
        int lower = rig.Command(CommandOp.Lower);
        rig.Run(0.1);
        Assert.IsFalse(rig.Is("lane.testPulse"));
        rig.Run(6);

        Assert.AreEqual(AckStage.Done, rig.Last(lower).Stage);
        Assert.IsFalse(SignalSite.Told(rig, EventCode.SelfTestPassed).Contains(Passed(SelfTestStep.All)));
    }

    [TestMethod]
    public void Test_DetectorsActForIt_NothingMayRise()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Command(CommandOp.SelfTest);
        rig.Run(0.4);
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(0.1);

        Assert.AreEqual((AckStage.Refused, RefusalReason.Interlocked), (rig.Last(raise).Stage, rig.Last(raise).Reason));
    }

    [TestMethod]
    public void Schedule_Due_RunsByItselfOnceWhenNobodyIsThere()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, "settings: { selfTestHours: 1 }");
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue), "nothing is proven yet");
        SignalSite.Clock(rig, s_monday);
        rig.Run(50);
        Assert.IsEmpty(SignalSite.Told(rig, EventCode.SelfTestPassed), "not before a minute of rest");
        rig.Run(30);
        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
        Assert.AreEqual(1, Passes(rig));

        rig.Run(50 * 60);
        Assert.AreEqual(1, Passes(rig));
        rig.Run(10 * 60);
        Assert.AreEqual(2, Passes(rig), "before the hour is over");
        Assert.AreEqual(1, SignalSite.Told(rig, EventCode.HoldSet).Length, "automatic operation was never withdrawn");
    }

    [TestMethod]
    public void Schedule_VehicleStands_WaitsAndWithdrawsAutomatic()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, "settings: { selfTestHours: 1 }");
        rig.Street.CutWire(SignalSite.EntryLoop);
        SignalSite.Clock(rig, s_monday);
        rig.Run(300);

        Assert.AreEqual(0, Passes(rig));
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
    }

    [TestMethod]
    public void Schedule_TimeNotKnown_WithdrawsAutomaticAndATestCountsOnceItIs()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, "settings: { selfTestHours: 1 }");
        rig.Command(CommandOp.SelfTest);
        rig.Run(10);
        Assert.AreEqual(1, Passes(rig));
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
        SignalSite.Clock(rig, s_monday);
        rig.Run(1);

        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.SelfTestOverdue));
        Assert.AreEqual(SignalSite.Minutes(s_monday), rig.Cabinet.Controller.Kept.Get(0, KeptSlot.SelfTestMinutes));
    }

    private static int Passes(LaneRig rig) => SignalSite.Told(rig, EventCode.SelfTestPassed).Count(e => e == Passed(SelfTestStep.All));

    private static (EventCode Code, int A) Passed(SelfTestStep step) => (EventCode.SelfTestPassed, (int)step);
}
