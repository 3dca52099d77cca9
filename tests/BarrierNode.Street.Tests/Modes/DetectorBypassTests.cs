using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class DetectorBypassTests
{
    private const int Minutes = 64;

    // The entry loop is broken: it is taken for occupied. Somebody stands at the cabinet with the key.
    private static LaneRig Broken(string key = ModeRig.LocalKey)
    {
        LaneRig rig = ModeRig.Opened("bypassMaxMin: 30");
        rig.Street.CutWire(ModeRig.EntryLoopPin);
        rig.Street.SetContact(key, true);
        rig.Run(0.2);
        return rig;
    }

    private static int Entry(LaneRig rig) => rig.Input("entryLoop");

    [TestMethod]
    public void Bypass_NotInTheSiteFile_IsNotFitted()
    {
        LaneRig rig = ModeRig.Opened();
        Assert.AreEqual(RefusalReason.NotFitted, rig.Refused(CommandOp.Bypass, (5 * Minutes) + Entry(rig)));
    }

    [TestMethod]
    [DataRow("entryLoop", 31)]
    [DataRow("emergencyStop", 5)]
    [DataRow("lane.up", 5)]
    [DataRow("lane.obstruction", 5)]
    public void Bypass_TooLongOrOfWhatIsNoDetector_IsOutOfRange(string input, int minutes)
    {
        LaneRig rig = Broken();
        Assert.AreEqual(RefusalReason.OutOfRange, rig.Refused(CommandOp.Bypass, (minutes * Minutes) + rig.Input(input)));
        CollectionAssert.DoesNotContain(rig.Holds, "bypass");
    }

    [TestMethod]
    [DataRow(32)]
    [DataRow(63)]
    public void Bypass_OfAnInputThatDoesNotExist_IsOutOfRange(int input)
    {
        LaneRig rig = Broken();
        Assert.AreEqual(RefusalReason.OutOfRange, rig.Refused(CommandOp.Bypass, (5 * Minutes) + input));
    }

    [TestMethod]
    public void Bypass_OfADetectorThatAnotherLaneNeeds_IsOutOfRange()
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: SharedLoopSite.Read());
        int shared = rig.Input("middle");
        Assert.AreEqual(RefusalReason.OutOfRange, rig.Refused(CommandOp.Bypass, (5 * Minutes) + shared));
        rig.Order(CommandOp.Bypass, (5 * Minutes) + rig.Input("own"));
    }

    [TestMethod]
    [DataRow(ModeRig.LocalKey)]
    [DataRow(ModeRig.MaintenanceKey)]
    public void Bypass_RaiseButtonHeldAtTheCabinet_RaisesWhileHeld(string key)
    {
        LaneRig rig = Broken(key);
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        CollectionAssert.Contains(rig.Holds, "bypass");
        Assert.AreEqual(Entry(rig), rig.Events.Single(e => e.Code == EventCode.BypassSet).A);

        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 4, "raising, after the hold of the loop and the warning");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.Raise, false);
        rig.Run(0.15);
        Assert.IsFalse(rig.Raises());
        rig.Run(10);
        Assert.AreEqual(LanePosition.Stopped, rig.Position);
        CollectionAssert.Contains(rig.Promenade0.BlockedBy, "entryLoop", "without the hand on the button the detector counts");

        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 10, "up");
    }

    [TestMethod]
    public void Bypass_WithoutAKeyOrAButton_ChangesNothing()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Run(10);
        CollectionAssert.Contains(rig.Promenade0.BlockedBy, "entryLoop");

        rig.Street.SetContact(ModeRig.LocalKey, false);
        rig.Run(0.2);
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position, "remote mode: the button alone is not enough");
        CollectionAssert.Contains(rig.Promenade0.BlockedBy, "entryLoop");
    }

    // H5
    [TestMethod]
    public void Bypass_KeyTurnedBackWhileTheButtonIsHeld_StopsInThatScan()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 4, "raising");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.LocalKey, false);
        rig.RunUntil(() => rig.Promenade0.Mode == LaneMode.Remote, 0.5, "remote");
        Assert.IsFalse(rig.Raises(), "nobody at the cabinet watches, and the filter of the broken detector has not seen it yet");
    }

    [TestMethod]
    public void Bypass_InForce_RefusesTheControlRoomEvenWhenAllIsClear()
    {
        LaneRig rig = ModeRig.Opened("bypassMaxMin: 30, reraiseNoTransitMs: 2000");
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        CollectionAssert.AreEqual(new[] { "bypass" }, rig.HeldBy(CommandOp.Raise));
        rig.Run(20);
        Assert.AreEqual(LanePosition.Down, rig.Position, "nor does it raise by itself");
        CollectionAssert.AreEqual(new[] { "bypass" }, rig.Events.Last(e => e.Code == EventCode.WishRefused).Why);
    }

    // H5
    [TestMethod]
    public void Bypass_OtherDetectorSeesAVehicle_StillReverses()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 4, "raising");
        rig.Run(1);
        rig.Street.CutWire(ModeRig.ExitLoopPin);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down again");
        Assert.AreEqual(1, rig.Count(EventCode.Reversed));
    }

    [TestMethod]
    public void Bypass_EmergencyStopPressed_TripsAsEver()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 4, "raising");
        rig.Street.EmergencyStopPressed = true;
        rig.Run(0.04);
        Assert.IsFalse(rig.Raises());
        rig.Run(0.1);
        Assert.AreEqual(LaneMode.Tripped, rig.Promenade0.Mode);
    }

    // H30
    [TestMethod]
    public void Bypass_TimeOver_EndsByItselfAndTheDetectorCountsAgain()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, Minutes + Entry(rig));
        rig.Run(61);
        CollectionAssert.DoesNotContain(rig.Holds, "bypass");
        Assert.AreEqual(1, rig.Count(EventCode.BypassEnded));
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Events.Last(e => e.Code == EventCode.WishRefused).Why);
    }

    // H30
    [TestMethod]
    public void Bypass_TimeOverDuringAHeldRaise_Stops()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, Minutes + Entry(rig));
        rig.Run(55);
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.RunUntil(rig.Raises, 4, "raising");
        rig.RunUntil(() => !rig.Raises(), 4, "stopped");
        rig.Run(20);
        Assert.AreEqual(LanePosition.Stopped, rig.Position, "although the button is still held");
    }

    // H30
    [TestMethod]
    public void Bypass_PowerCut_IsForgotten()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (30 * Minutes) + Entry(rig));
        rig.Restart();
        rig.Run(1);
        CollectionAssert.DoesNotContain(rig.Holds, "bypass");
    }

    [TestMethod]
    public void Bypass_EndedByCommand_IsToldAndASecondEndHasNothingToUndo()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Order(CommandOp.Bypass, Entry(rig));
        Assert.AreEqual(1, rig.Count(EventCode.BypassEnded));
        CollectionAssert.DoesNotContain(rig.Holds, "bypass");
        Assert.AreEqual(RefusalReason.NothingToUndo, rig.Refused(CommandOp.Bypass, Entry(rig)));
    }

    [TestMethod]
    public void Bypass_OfASecondDetector_EndsTheFirst()
    {
        LaneRig rig = Broken();
        rig.Order(CommandOp.Bypass, (5 * Minutes) + Entry(rig));
        rig.Order(CommandOp.Bypass, (5 * Minutes) + rig.Input("exitLoop"));
        Assert.AreEqual(Entry(rig), rig.Events.Single(e => e.Code == EventCode.BypassEnded).A);
        rig.Street.SetContact(ModeRig.Raise, true);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position, "the broken one counts again");
    }
}
