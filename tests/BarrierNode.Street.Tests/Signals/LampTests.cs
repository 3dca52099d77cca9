using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Signals;

/// <summary>Red, green and their current; the beacon.</summary>
[TestClass]
public class LampTests
{
    [TestMethod]
    public void Lamps_WholeCycle_GreenOnlyWhileProvenDownAndNeverBesideRed()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        int greens = 0;
        rig.Clock.Every(VirtualCabinet.ScanPeriodUs, _ =>
        {
            bool down = rig.Street.Snapshot().Lanes[0].Barriers.All(b => b <= 0.001);
            Assert.IsFalse(rig.Is("lane.green") && (rig.Is("lane.red") || !down), "H15");
            greens += rig.Is("lane.green") ? 1 : 0;
        });
        rig.Command(CommandOp.Lower);
        rig.Run(6);
        rig.Command(CommandOp.Raise);
        rig.Run(12);

        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsGreaterThan(50, greens);
        Assert.IsEmpty(SignalSite.Told(rig, EventCode.LampFault), "good lamps, flashing ones too, are no fault");
    }

    [TestMethod]
    public void Red_WarningAndMoving_FlashesOnceASecondAndIsToldAsRed()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        (int lit, int dark, int changes) = Count(rig, "lane.red", 4);

        Assert.IsInRange(95, 105, lit);
        Assert.IsInRange(95, 105, dark);
        Assert.IsInRange(7, 8, changes);
        Assert.AreEqual(LaneSignal.Red, rig.Promenade0.Signal);
        rig.Run(5);
        Assert.AreEqual((100, 0, 0), Count(rig, "lane.red", 2), "steady when up");
    }

    [TestMethod]
    public void Red_FlashSwitchedOff_StaysOnInMotion()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown, "settings: { flashInMotion: 0 }");
        rig.Command(CommandOp.Raise);
        rig.Run(0.1);

        Assert.AreEqual(0, Count(rig, "lane.red", 4).Dark);
    }

    [TestMethod]
    public void Beacon_WarningAndMoving_FlashesAndIsDarkOtherwise()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        Assert.AreEqual(0, Count(rig, "lane.beacon", 2).Lit);
        rig.Command(CommandOp.Raise);
        rig.Run(0.1);
        Assert.IsInRange(7, 8, Count(rig, "lane.beacon", 4).Changes);
        rig.Run(5);
        Assert.AreEqual(0, Count(rig, "lane.beacon", 2).Lit);
    }

    // H16
    [TestMethod]
    public void Red_BrokenLamp_ForbidsUnattendedRaisesAndLetsACommandPass()
    {
        LaneRig rig = SignalSite.Rig(
            StreetStart.BarriersUp, "timetable: [{ days: mon-sun, from: '06:00', to: '10:30', do: open }]");
        rig.Street.BreakLamp(SignalSite.Red);
        rig.Run(1);
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.RedLampFailed));
        CollectionAssert.AreEqual(
            new[] { (EventCode.LampFault, (int)LampFaultKind.RedDead) }, SignalSite.Told(rig, EventCode.LampFault, EventCode.LampFaultEnded));
        rig.Command(CommandOp.Lower);
        rig.Run(5);
        SignalSite.Clock(rig, new DateTime(2026, 3, 2, 10, 29, 0));
        rig.Run(90);

        Happening refused = rig.Events.Single(e => e.Code == EventCode.WishRefused);
        Assert.AreEqual((int)RefusalReason.Held, refused.A);
        Assert.AreEqual(LanePosition.Down, rig.Position, "nothing rises by itself without red");
        int raise = rig.Command(CommandOp.Raise);
        rig.Run(8);
        Assert.AreEqual(AckStage.Done, rig.Last(raise).Stage);
    }

    [TestMethod]
    public void Red_Mended_ClearsTheHold()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Street.BreakLamp(SignalSite.Red);
        rig.Run(1);
        rig.Street.MendLamp(SignalSite.Red);
        rig.Run(1);

        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.RedLampFailed));
        Assert.AreEqual((EventCode.LampFaultEnded, (int)LampFaultKind.RedDead), SignalSite.Told(rig, EventCode.LampFaultEnded).Single());
    }

    // H15
    [TestMethod]
    public void Red_RelaySticks_TakesGreenAwayUntilAFlashShowsItGoesDark()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp);
        rig.Street.StickLamp(SignalSite.Red);
        rig.Command(CommandOp.Lower);
        rig.RunUntil(() => SignalSite.IsHeld(rig, LaneHold.LampConflict), 6, "the conflict is found");
        rig.Run(5);
        Assert.IsFalse(rig.Is("lane.green"));
        Assert.IsTrue(rig.Is("lane.red"));
        Assert.AreEqual(LanePosition.Down, rig.Position);

        rig.Street.MendLamp(SignalSite.Red);
        rig.Command(CommandOp.Raise);
        rig.Run(10);
        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.LampConflict));
        rig.Command(CommandOp.Lower);
        rig.Run(5);
        Assert.IsTrue(rig.Is("lane.green"));
    }

    // H15
    [TestMethod]
    public void Green_RelaySticks_ShowsRedSteadilyAndAlarms()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Street.StickLamp(SignalSite.Green);
        rig.Run(1);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => SignalSite.IsHeld(rig, LaneHold.LampConflict), 2, "the conflict is found");

        Assert.AreEqual(0, Count(rig, "lane.red", 5).Dark);
        Assert.Contains((EventCode.LampFault, (int)LampFaultKind.GreenStuck), SignalSite.Told(rig, EventCode.LampFault));
        Assert.IsFalse(rig.Is("lane.green"));
    }

    [TestMethod]
    public void Green_BrokenLamp_IsToldAndHoldsNothing()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown);
        rig.Street.BreakLamp(SignalSite.Green);
        rig.Run(1);

        Assert.AreEqual((EventCode.LampFault, (int)LampFaultKind.GreenDead), SignalSite.Told(rig, EventCode.LampFault).Single());
        Assert.IsEmpty(SignalSite.Told(rig, EventCode.HoldSet));
    }

    // H14
    [TestMethod]
    public void Raise_Unattended_WarnsForTheWholeUnattendedWarning()
    {
        LaneRig rig = SignalSite.Rig(
            StreetStart.BarriersUp, "timetable: [{ days: mon-sun, from: '06:00', to: '10:30', do: open }]",
            "settings: { unattendedWarningMs: 7000 }");
        SignalSite.Clock(rig, new DateTime(2026, 3, 2, 10, 29, 0));
        rig.RunUntil(() => rig.Position == LanePosition.Down, 10, "open");
        rig.RunUntil(() => rig.Is("lane.warning"), 70, "the warning");
        long warnedUs = rig.Clock.NowUs;
        rig.RunUntil(() => rig.Is("lane.raise"), 10, "the drive");

        Assert.IsGreaterThanOrEqualTo(7_000_000, rig.Clock.NowUs - warnedUs);
    }

    private static (int Lit, int Dark, int Changes) Count(LaneRig rig, string output, int seconds)
    {
        bool before = rig.Is(output);
        (int lit, int dark, int changes) = (0, 0, 0);
        for (int i = 0; i < seconds * 50; i++)
        {
            rig.Run(0.02);
            bool now = rig.Is(output);
            _ = now ? lit++ : dark++;
            changes += now == before ? 0 : 1;
            before = now;
        }

        return (lit, dark, changes);
    }
}
