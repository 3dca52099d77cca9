using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Signals;

/// <summary>The calendar opens, closes and keeps closed.</summary>
[TestClass]
public class TimetableTests
{
    private const string Delivery = "timetable: [{ days: mon-fri, from: '06:00', to: '10:30', do: open }]";
    private const string Carnival = "closures: [{ name: carnival, from: '2026-03-03 05:00', to: '2026-03-03 08:00' }]";

    private static readonly DateTime s_monday = new(2026, 3, 2);

    [TestMethod]
    public void OpeningTime_BeginsAndEnds_OpensAndClosesTheLane()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        SignalSite.Clock(rig, s_monday.AddHours(6).AddMinutes(-1));
        rig.Run(30);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        SignalSite.Clock(rig, s_monday.AddHours(10).AddMinutes(29));
        rig.Run(55);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Run(30);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        CollectionAssert.AreEqual(
            new[] { (EventCode.TimetableMove, (int)CalendarSays.Open), (EventCode.TimetableMove, (int)CalendarSays.Nothing) },
            SignalSite.Told(rig, EventCode.TimetableMove));
        Assert.IsTrue(rig.Events.Where(e => e.Code == EventCode.MoveAsked).All(e => e.A == (int)MoveOrigin.Timetable));
    }

    [TestMethod]
    public void OpeningTime_CarStandsAtItsEnd_ClosesWhenItIsGone()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        SignalSite.Clock(rig, s_monday.AddHours(10).AddMinutes(29));
        rig.Run(30);
        rig.Street.CutWire(SignalSite.EntryLoop);
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Street.MendWire(SignalSite.EntryLoop);
        rig.Run(60);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.AreEqual(0, rig.Street.Strikes);
    }

    [TestMethod]
    public void OpeningTime_PersonRaises_IsRightUntilTheNext()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        SignalSite.Clock(rig, s_monday.AddHours(7));
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.Command(CommandOp.Raise);
        rig.Run(300);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        SignalSite.Clock(rig, s_monday.AddDays(1).AddHours(5));
        rig.Run(60);
        SignalSite.Clock(rig, s_monday.AddDays(1).AddHours(7));
        rig.Run(10);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    [TestMethod]
    public void OpeningTime_PersonStopsTheMove_IsNotTriedAgain()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        SignalSite.Clock(rig, s_monday.AddHours(7));
        rig.RunUntil(() => rig.Position == LanePosition.Lowering, 5, "it opens");
        rig.Run(1);
        rig.Command(CommandOp.Stop);
        rig.Run(120);

        Assert.AreEqual(LanePosition.Stopped, rig.Position);
    }

    // H32
    [TestMethod]
    public void Node_WithoutTheTime_MovesNothingByTheCalendar()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        rig.Run(24 * 3600);

        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.ClockUnknown));
        Assert.IsEmpty(SignalSite.Told(rig, EventCode.TimetableMove));
        SignalSite.Clock(rig, s_monday.AddHours(12));
        rig.Run(1);
        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.ClockUnknown));
    }

    [TestMethod]
    public void Clock_Jumps_IsToldAndSmallDifferencesAreNot()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Delivery);
        SignalSite.Clock(rig, s_monday);
        rig.Run(30);
        SignalSite.Clock(rig, s_monday.AddMinutes(1));
        rig.Run(30);
        SignalSite.Clock(rig, s_monday.AddHours(5));
        rig.Run(1);

        CollectionAssert.AreEqual(
            new[] { SignalSite.Minutes(s_monday), SignalSite.Minutes(s_monday.AddHours(5)) },
            SignalSite.Told(rig, EventCode.ClockSet).Select(e => e.A).ToArray());
    }

    [TestMethod]
    public void Closure_Begins_ClosesTheLaneAndWinsOverAnOpeningTime()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersDown, Delivery, Carnival);
        SignalSite.Clock(rig, new DateTime(2026, 3, 3, 4, 59, 0));
        rig.Run(90);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        Assert.IsTrue(SignalSite.IsHeld(rig, LaneHold.EventClosure));
        SignalSite.Clock(rig, new DateTime(2026, 3, 3, 6, 30, 0));
        rig.Run(90);
        Assert.AreEqual(LanePosition.Up, rig.Position, "the closure counts before the opening time");
        SignalSite.Clock(rig, new DateTime(2026, 3, 3, 8, 0, 0));
        rig.Run(30);
        Assert.AreEqual(LanePosition.Down, rig.Position, "the opening time is still on");
        Assert.IsFalse(SignalSite.IsHeld(rig, LaneHold.EventClosure));
    }

    [TestMethod]
    public void Closure_PersonLowers_IsObeyed()
    {
        LaneRig rig = SignalSite.Rig(StreetStart.BarriersUp, Carnival);
        SignalSite.Clock(rig, new DateTime(2026, 3, 3, 6, 0, 0));
        rig.Run(5);
        int lower = rig.Command(CommandOp.Lower);
        rig.Run(60);

        Assert.AreEqual(AckStage.Done, rig.Last(lower).Stage);
        Assert.AreEqual(LanePosition.Down, rig.Position);
    }

    [TestMethod]
    public void Calendar_EveryMinuteOfThreeWeeks_SaysWhatAWallCalendarSays()
    {
        LaneTable table = BarrierNode.Site.SiteCompiler.Compile(SignalSite.Site(
            "timetable: [{ days: mon-fri, from: '06:00', to: '10:30', do: open }, { days: [sat], from: '22:00', to: '02:00', do: open }, "
            + "{ days: sun, from: '20:00', to: '24:00', do: open }]", Carnival)).Lanes[0];
        var calendar = new Calendar(table);
        int open = 0;
        for (DateTime now = s_monday.AddDays(-7); now < s_monday.AddDays(14); now = now.AddMinutes(1))
        {
            for (int scan = 0; scan < 5; scan++)
            {
                calendar.Step(SignalSite.Minutes(now));
            }

            Assert.AreEqual(Wall(now), calendar.Says, $"{now:ddd yyyy-MM-dd HH:mm}");
            open += calendar.Says == CalendarSays.Open ? 1 : 0;
        }

        Assert.AreEqual((3 * ((5 * 270) + 240 + 240)) - 120, open, "the closure takes two hours");
    }

    private static CalendarSays Wall(DateTime now)
    {
        TimeSpan time = now.TimeOfDay;
        bool carnival = now >= new DateTime(2026, 3, 3, 5, 0, 0) && now < new DateTime(2026, 3, 3, 8, 0, 0);
        bool open = now.DayOfWeek switch
        {
            DayOfWeek.Saturday => time >= TimeSpan.FromHours(22),
            DayOfWeek.Sunday => time < TimeSpan.FromHours(2) || time >= TimeSpan.FromHours(20),
            _ => time >= TimeSpan.FromHours(6) && time < TimeSpan.FromHours(10.5),
        };
        return carnival ? CalendarSays.Closed : open ? CalendarSays.Open : CalendarSays.Nothing;
    }
}
