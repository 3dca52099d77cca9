namespace BarrierNode.Interlock.Tests;

/// <summary>The rules of the gate, one by one (G1 to G5, G8, G10).</summary>
[TestClass]
public class GateTests
{
    private const int Raise = GateRig.Raise;
    private const int Lower = GateRig.Lower;
    private const int Red = GateRig.Red;
    private const int Free = GateRig.Free;
    private const long Go = GateRig.Go;
    private const long Vehicle = GateRig.Vehicle;

    [TestMethod]
    public void G1_EveryConditionRight_Permits()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    [DataRow(0L, Go, DisplayName = "must be 1, is 0")]
    [DataRow(Go | Vehicle, Vehicle, DisplayName = "must be 0, is 1")]
    [DataRow(Vehicle, Go | Vehicle, DisplayName = "both")]
    public void G1_AConditionWrong_RefusesInThatScanAndNamesIt(long conditions, long blocking)
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(0, rig.Scan(conditions, Raise));
        Assert.AreEqual(GateRule.Require, rig.Gate.RefusedBy(0));
        Assert.AreEqual(blocking, rig.Gate.Blocking(0));
    }

    [TestMethod]
    public void G1_NotRequested_StillTellsWhatWouldRefuse()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Vehicle, 0);
        Assert.AreEqual(Go | Vehicle, rig.Gate.Blocking(0));
    }

    [TestMethod]
    public void Scan_OutputNotRequested_IsNeverOn()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Red, rig.Scan(Go, Red));
        Assert.AreEqual(0, rig.Scan(Go, 0));
    }

    [TestMethod]
    public void Scan_RequestForAnOutputThatDoesNotExist_IsIgnored()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Red, rig.Scan(Go, Red | 1 << 4 | 1 << 15 | int.MinValue));
    }

    [TestMethod]
    public void G2_BothOfAGroupRequested_NeitherIsOn()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(0, rig.Scan(Go, Raise | Lower));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(0));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(1));
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
        Assert.AreEqual(0, rig.Scan(Go, Raise | Lower), "a contradiction drops the one that was on");
    }

    [TestMethod]
    public void G2_ChangeOfDirection_WaitsOutTheDeadTimeWithBothOff()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, Raise);
        int offUs = 0;
        while (rig.Scan(Go, Lower) == 0)
        {
            offUs += GateRig.PeriodUs;
        }

        Assert.AreEqual(300_000, offUs);
    }

    [TestMethod]
    public void G2_SameDirectionAgain_NeedsNoDeadTime()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G2_AfterReset_TheLastDirectionIsUnknownSoTheDeadTimeRuns()
    {
        var rig = new GateRig();
        rig.Scan(Go, 0, 0);
        rig.Scan(Go, 0);
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Scan(Go, Raise));
        Assert.AreEqual(GateRule.Exclude, rig.Gate.RefusedBy(0));
    }

    [TestMethod]
    public void G3_OnForItsMaximum_GoesOffUntilItHasRested()
    {
        var rig = new GateRig().Ready();
        int onUs = 0;
        while (rig.Scan(Go, Free) != 0)
        {
            onUs += GateRig.PeriodUs;
        }

        Assert.AreEqual(1_000_000, onUs);
        Assert.AreEqual(GateRule.Limit, rig.Gate.RefusedBy(3));
        int restUs = 0;
        while (rig.Scan(Go, Free) == 0)
        {
            restUs += GateRig.PeriodUs;
        }

        Assert.AreEqual(500_000, restUs + GateRig.PeriodUs);
    }

    [TestMethod]
    public void G3_ShortPauses_DoNotStartTheLimitAnew()
    {
        var rig = new GateRig().Ready();
        int on = 0;
        for (int i = 0; i < 200; i++)
        {
            on += rig.Scan(Go, i % 5 == 4 ? 0 : Free) != 0 ? 1 : 0;
            if (rig.Gate.RefusedBy(3) == GateRule.Limit)
            {
                break;
            }
        }

        Assert.AreEqual(50, on);
    }

    [TestMethod]
    public void G4_RequestNotRenewed_IsOffAfterItsLease()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Free, rig.Gate.Scan(Go, Free, Free, GateRig.PeriodUs));
        Assert.AreEqual(Free, rig.Gate.Scan(Go, Free, 0, GateRig.PeriodUs));
        Assert.AreEqual(Free, rig.Gate.Scan(Go, Free, 0, GateRig.PeriodUs));
        Assert.AreEqual(0, rig.Gate.Scan(Go, Free, 0, GateRig.PeriodUs));
        Assert.AreEqual(GateRule.Lease, rig.Gate.RefusedBy(3));
        Assert.AreEqual(Free, rig.Gate.Scan(Go, Free, Free, GateRig.PeriodUs));
    }

    [TestMethod]
    public void G4_RequestNeverRenewed_NeverStarts()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(0, rig.Gate.Scan(Go, Free, 0, GateRig.PeriodUs));
    }

    [TestMethod]
    [DataRow(100_000L, false)]
    [DataRow(100_001L, true)]
    [DataRow(long.MaxValue, true)]
    [DataRow(-1L, true)]
    public void G5_GapOverTheLateLimit_DropsMotionButNotLamps(long elapsedUs, bool late)
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, Raise | Red);
        Assert.AreEqual(late ? Red : Raise | Red, rig.Scan(Go, Raise | Red, elapsedUs));
        Assert.AreEqual(late, rig.Gate.Late);
    }

    [TestMethod]
    public void G5_AfterALateScan_TwoGoodScansAndAFreshRequestRearm()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, Raise);
        rig.Scan(Go, Raise, 150_000);
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(0, rig.Scan(Go, Raise), "the old request never comes back");
        }

        Assert.AreEqual(GateRule.Late, rig.Gate.RefusedBy(0));
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G5_RequestDroppedBeforeTheGateIsArmed_IsNotFreshYet()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, Raise, 150_000);
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Scan(Go, Raise), "armed in this scan, but not seen off while armed");
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G5_GapBetweenRearmAndLate_DoesNotCountAsGood()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go, 0, 150_000);
        for (int i = 0; i < 10; i++)
        {
            rig.Scan(Go, 0, GateRig.PeriodUs);
            rig.Scan(Go, 0, 80_000);
            Assert.IsFalse(rig.Gate.Armed);
        }

        rig.Scan(Go, 0);
        rig.Scan(Go, 0);
        Assert.IsTrue(rig.Gate.Armed);
        rig.Scan(Go, Raise, 80_000);
        Assert.IsTrue(rig.Gate.Armed, "an armed gate bears a slow scan that is not late");
    }

    [TestMethod]
    public void G8_NodeWideTripLatched_NodeIsNotClear()
    {
        var rig = new GateRig().Ready();
        Assert.IsTrue(rig.Gate.NodeClear);
        rig.Scan(Go | GateRig.LaneTrip, 0);
        Assert.IsTrue(rig.Gate.NodeClear, "a lane's trip is not the node's");
        rig.Scan(Go | GateRig.NodeTrip, 0);
        Assert.IsFalse(rig.Gate.NodeClear);
    }

    [TestMethod]
    public void G10_FirstScanAfterReset_PermitsNothingAtAll()
    {
        var rig = new GateRig();
        Assert.AreEqual(0, rig.Scan(Go, Raise | Red | Free, 0));
        Assert.AreEqual(GateRule.Start, rig.Gate.RefusedBy(2));
        Assert.AreEqual(Red, rig.Scan(Go, Red));
    }

    [TestMethod]
    public void G10_RequestThatStandsFromTheStart_NeverMoves()
    {
        var rig = new GateRig();
        for (int i = 0; i < 200; i++)
        {
            Assert.AreEqual(0, rig.Scan(Go, Raise, i == 0 ? 0 : GateRig.PeriodUs));
        }
    }

    [TestMethod]
    public void G10_NodeWideTrip_DropsEveryOutputInItsScanAndMotionFromThenOn()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Raise | Red | Free, rig.Scan(Go, Raise | Red | Free));
        Assert.AreEqual(0, rig.Scan(Go | GateRig.NodeTrip, Raise | Red | Free));
        Assert.AreEqual(Red, rig.Scan(Go, Raise | Red | Free));
        Assert.AreEqual(GateRule.Trip, rig.Gate.RefusedBy(0));
    }

    [TestMethod]
    public void G10_LaneTrip_HoldsItsOutputsOnly()
    {
        var rig = new GateRig().Ready();
        Assert.AreEqual(Free | Red, rig.Scan(Go | GateRig.LaneTrip, Raise | Red | Free));
        Assert.AreEqual(Free | Red, rig.Scan(Go, Raise | Red | Free), "latched");
        Assert.AreEqual(2, rig.Gate.TripsHolding(Raise));
        Assert.AreEqual(0, rig.Gate.TripsHolding(Free));
    }

    [TestMethod]
    public void G10_ResetWhileTheCauseStands_StaysLatched()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go | GateRig.NodeTrip, 0);
        Assert.AreEqual(1, rig.Gate.Reset(-1));
        rig.Scan(Go, 0);
        Assert.AreEqual(0, rig.Gate.Reset(-1));
    }

    [TestMethod]
    public void G10_ResetWithTheRequestStillStanding_NeedsAFreshOne()
    {
        var rig = new GateRig().Ready();
        rig.Scan(Go | GateRig.LaneTrip, Raise);
        rig.Scan(Go, Raise);
        rig.Gate.Reset(2);
        Assert.AreEqual(0, rig.Scan(Go, Raise));
        rig.Scan(Go, 0);
        Assert.AreEqual(Raise, rig.Scan(Go, Raise));
    }

    [TestMethod]
    public void G10_TripLatchedBeforeThePowerCut_IsLatchedAfterIt()
    {
        var rig = new GateRig(latched: 2).Ready();
        Assert.AreEqual(2, rig.Gate.Latched);
        Assert.AreEqual(Free, rig.Scan(Go, Raise | Free));
    }

    [TestMethod]
    public void G10_StoredTripsOfAnotherTable_LatchWhatExists()
    {
        var rig = new GateRig(latched: -1);
        Assert.AreEqual(3, rig.Gate.Latched);
    }

    [TestMethod]
    public void Scan_RandomSequences_NeverPermitsWhatTheTableForbids()
    {
        int seed = Environment.TickCount;
        Console.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var rig = new GateRig();
        int before = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            long conditions = random.NextInt64() & random.NextInt64();
            conditions &= random.Next(20) == 0 ? -1L : ~(GateRig.NodeTrip | GateRig.LaneTrip);
            int requests = random.Next(16);
            long elapsedUs = random.Next(50) == 0 ? random.Next(200_000) : random.Next(15_000, 25_000);
            int permitted = rig.Gate.Scan(conditions, requests, random.Next(16), elapsedUs);
            string at = $"scan {i}, seed {seed}";
            Assert.AreEqual(0, permitted & ~requests, at);
            Assert.AreNotEqual(Raise | Lower, permitted & (Raise | Lower), at);
            Assert.IsFalse((permitted & Raise) != 0 && (before & Lower) != 0, $"no direct change of direction, {at}");
            Assert.IsFalse((permitted & Raise) != 0 && ((conditions & Go) == 0 || (conditions & Vehicle) != 0), at);
            Assert.IsFalse((permitted & (Raise | Lower | Free)) != 0 && elapsedUs > 100_000, at);
            Assert.IsFalse((conditions & GateRig.NodeTrip) != 0 && (permitted & (Raise | Lower | Free)) != 0, at);
            before = permitted;
            if (random.Next(100) == 0)
            {
                rig.Gate.Reset(random.Next(4));
            }
        }
    }
}
