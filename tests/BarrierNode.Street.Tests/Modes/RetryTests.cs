using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class RetryTests
{
    private const string Automatic = "reraiseNoTransitMs: 2000, unattendedWarningMs: 1000, retryDelayMs: 10000, ";

    // H13
    [TestMethod]
    public void AutomaticRaise_Reversed_IsTriedAgainAfterTheWaitAndCounted()
    {
        LaneRig rig = ModeRig.Opened(Automatic + "maxRetries: 2");
        Obstruct(rig);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down again");
        long downUs = rig.Clock.NowUs;
        rig.RunUntil(rig.Raises, 20, "second try");
        Assert.IsInRange(10.9, 11.6, (rig.Clock.NowUs - downUs) / 1e6, "the wait and the warning");
        rig.RunUntil(() => rig.Position == LanePosition.Up, 6, "up");
        Assert.AreEqual(1, rig.Events.Single(e => e.Code == EventCode.RetryStarted).A);
        Assert.IsEmpty(rig.Holds);
    }

    // H13, H21
    [TestMethod]
    public void AutomaticRaise_ReversedMoreOftenThanAllowed_StaysDownUntilAPersonRaises()
    {
        LaneRig rig = ModeRig.Opened(Automatic + "maxRetries: 2");
        for (int i = 0; i < 3; i++)
        {
            Assert.IsEmpty(rig.Holds, $"try {i}");
            Obstruct(rig);
        }

        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down again");
        rig.Run(600);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "retriesSpent" }, rig.Holds);
        CollectionAssert.AreEqual(new[] { 1, 2 }, rig.Events.Where(e => e.Code == EventCode.RetryStarted).Select(e => e.A).ToArray());
        Assert.AreEqual(3, rig.Count(EventCode.Reversed));

        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 8, "a person raises");
        rig.Run(0.1);
        Assert.IsEmpty(rig.Holds);
        rig.Open();
        rig.RunUntil(() => rig.Position == LanePosition.Up, 12, "and it is automatic again");
    }

    // H13
    [TestMethod]
    public void AutomaticRaise_ReversedWhereTheSiteAllowsNoRetry_StaysDown()
    {
        LaneRig rig = ModeRig.Opened(Automatic + "maxRetries: 0");
        Obstruct(rig);
        rig.Run(600);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "retriesSpent" }, rig.Holds);
        Assert.AreEqual(0, rig.Count(EventCode.RetryStarted));
    }

    // H13
    [TestMethod]
    public void CommandedRaise_Reversed_IsNotTriedAgainAndNothingRaisesByItself()
    {
        LaneRig rig = ModeRig.Opened("reraiseNoTransitMs: 60000, maxRetries: 5");
        rig.Command(CommandOp.Raise);
        Obstruct(rig);
        rig.Run(600);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "retriesSpent" }, rig.Holds);
    }

    // H13
    [TestMethod]
    public void Retry_ObstacleStillThere_WaitsUntilItIsGone()
    {
        LaneRig rig = ModeRig.Opened(Automatic + "maxRetries: 2");
        rig.RunUntil(rig.Raises, 10, "raising");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.Obstruction, true);
        rig.Run(300);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        Assert.AreEqual(1, rig.Count(EventCode.Reversed));
        rig.Street.SetContact(ModeRig.Obstruction, false);
        rig.Run(9);
        Assert.IsFalse(rig.Is("lane.warning"));
        Assert.AreEqual(LanePosition.Down, rig.Position);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 10, "up");
    }

    [TestMethod]
    public void Retry_StoppedInItsWarning_StaysDown()
    {
        LaneRig rig = ModeRig.Opened(Automatic + "maxRetries: 2");
        Obstruct(rig);
        rig.Run(5);
        rig.RunUntil(() => rig.Is("lane.warning"), 15, "warning");
        rig.Order(CommandOp.Stop);
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        CollectionAssert.AreEqual(new[] { "retriesSpent" }, rig.Holds);
    }

    // The raise that comes next meets something after a second.
    private static void Obstruct(LaneRig rig)
    {
        int before = rig.Count(EventCode.Reversed);
        rig.RunUntil(rig.Raises, 30, "raising");
        rig.Run(1);
        rig.Street.SetContact(ModeRig.Obstruction, true);
        rig.Run(0.3);
        rig.Street.SetContact(ModeRig.Obstruction, false);
        Assert.AreEqual(before + 1, rig.Count(EventCode.Reversed));
    }
}
