using BarrierNode.Interlock.Tests.Comparison;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>What is true of every gate in every scan, whatever the table, the plant and the sequences do: the requirements of the design.</summary>
[TestClass]
public class PropertyTests
{
    private const int Outputs = RandomTable.Outputs;

    [TestMethod]
    public void Permitted_InAnyScan_IsAPartOfTheRequests() => RandomRun.Watch(run => () =>
        Assert.AreEqual(0, run.Gate.Permitted & ~(run.Step.Requests & 0xFFFF), run.At));

    [TestMethod]
    public void G1_AnyPermittedOutput_HasItsConditionsRightAndNoTripHoldsIt() => RandomRun.Watch(run => () =>
    {
        for (int o = 0; o < Outputs; o++)
        {
            long wrong = (run.Word(GateTable.MustBeOneAt, o) & ~run.Gate.Conditions)
                | (run.Word(GateTable.MustBeZeroAt, o) & (run.Gate.Conditions | run.Gate.Latched));
            Assert.IsTrue(wrong == 0 || !run.Permits(o), run.At);
        }
    });

    [TestMethod]
    public void G2_OutputsThatExcludeEachOther_AreNeverOnTogether() => RandomRun.Watch(run => () =>
    {
        for (int o = 0; o < Outputs; o++)
        {
            Assert.IsTrue(!run.Permits(o) || (run.Word(GateTable.ExcludesAt, o) & run.Gate.Permitted) == 0, run.At);
        }
    });

    [TestMethod]
    public void G2_OutputThatGoesOn_FindsWhatItExcludesOffForADeadTimeThatWasWatched() => RandomRun.Watch(run =>
    {
        // An output goes off when the scan after its last permission ends; that much has been watched since. At the start all just went off.
        long[] offUs = new long[Outputs];
        int before = 0;
        return () =>
        {
            long watchedUs = run.Gate.Late ? 0 : run.Gate.StepUs;
            for (int o = 0; o < Outputs; o++)
            {
                offUs[o] = (before >> o & 1) != 0 ? 0 : offUs[o] + watchedUs;
            }

            for (int o = 0; o < Outputs; o++)
            {
                for (int other = 0; other < Outputs; other++)
                {
                    bool excluded = (run.Word(GateTable.ExcludesAt, o) >> other & 1) != 0;
                    Assert.IsTrue(
                        !run.Permits(o) || !excluded || offUs[other] >= run.Word(GateTable.DeadTimeUsAt, other), run.At);
                }
            }

            before = run.Gate.Permitted;
        };
    });

    [TestMethod]
    public void G3_OutputThatStaysOn_GoesOffBeforeItsLongestTimeOn() => RandomRun.Watch(run =>
    {
        long[] onUs = new long[Outputs];
        int before = 0;
        return () =>
        {
            for (int o = 0; o < Outputs; o++)
            {
                onUs[o] = (before >> o & 1) != 0 ? onUs[o] + run.Gate.StepUs : 0;
                Assert.IsTrue(!run.Permits(o) || onUs[o] < run.Word(GateTable.MaxOnUsAt, o), run.At);
            }

            before = run.Gate.Permitted;
        };
    });

    [TestMethod]
    public void G4_AnyPermittedOutput_WasRenewedWithinItsLease() => RandomRun.Watch(run =>
    {
        long?[] sinceRenewalUs = new long?[Outputs];
        return () =>
        {
            for (int o = 0; o < Outputs; o++)
            {
                sinceRenewalUs[o] = (run.Step.Renewed >> o & 1) != 0 ? 0 : sinceRenewalUs[o] + run.Gate.StepUs;
                long leaseUs = run.Word(GateTable.LeaseUsAt, o);
                Assert.IsTrue(!run.Permits(o) || leaseUs == GateTable.Never || sinceRenewalUs[o] < leaseUs, run.At);
            }
        };
    });

    [TestMethod]
    public void G5_GapOfMoreThanTheLimit_DropsMotionUntilTwoGoodScansAndAFreshRequest() => RandomRun.Watch(
        run =>
        {
            int fresh = 0;
            int goodInARow = 0;
            return () =>
            {
                bool late = run.Step.GapUs < 0 || run.Step.GapUs > run.Words[GateTable.LateLimitUsAt];
                goodInARow = late ? 0 : run.Step.GapUs <= run.Words[GateTable.RearmGapUsAt] ? goodInARow + 1 : goodInARow < 2 ? 0 : goodInARow;
                fresh = late ? 0 : goodInARow >= 2 ? fresh | ~run.Step.Requests : fresh;
                Assert.AreEqual(0, run.Gate.Permitted & (int)run.Words[GateTable.MotionOutputsAt] & ~fresh, run.At);
                Assert.IsFalse(late && run.Gate.MayPulse, run.At);
                Assert.AreEqual(late, run.Gate.Late, run.At);
            };
        },
        (step, run) => run.OneIn(40) ? step with { GapUs = run.Between(101_000, 10_000_000) } : step);

    [TestMethod]
    public void G5_GapsUpToTheLimit_DisarmNothing() => RandomRun.Watch(
        run =>
        {
            int scans = 0;
            return () =>
            {
                scans++;
                Assert.IsFalse(run.Gate.Late, run.At);
                Assert.IsTrue(run.Gate.Armed || scans < 2, run.At);
            };
        },
        (step, run) => step with { GapUs = run.Between(0, run.Gate.Armed ? run.Words[GateTable.LateLimitUsAt] : 20_000) });

    [TestMethod]
    public void G8_AnyPulse_FollowsAScanOnTimeWithoutATripOfTheNode() => RandomRun.Watch(run => () =>
        Assert.AreEqual(
            !run.At.EndsWith("scan 0", StringComparison.Ordinal) && !run.Gate.Late && (run.Gate.Latched & (run.Words[GateTable.NodeTripsAt] | 1L << GateTable.TableFault)) == 0,
            run.Gate.MayPulse,
            run.At));

    [TestMethod]
    public void G10_LatchedTrip_SurvivesAnyPowerCutUntilItsReset() => RandomRun.Watch(
        run =>
        {
            long latched = 0;
            return () =>
            {
                // Only a reset takes from what was latched.
                Assert.AreEqual(latched & ~run.Step.Reset, latched & ~run.Step.Reset & run.Gate.Latched, run.At);
                latched = run.Gate.Latched;
                if (run.OneIn(50))
                {
                    run.Gate = new Gate(new GateTable(run.Words), latched);
                    Assert.AreEqual(latched, run.Gate.Latched, run.At);
                }
            };
        });

    [TestMethod]
    public void G10_AfterAnyPowerCut_NothingIsOnInTheFirstScanAndNoMotionBeforeAFreshRequest() => RandomRun.Watch(run =>
    {
        int scans = 0;
        int seenOff = 0;
        return () =>
        {
            scans++;
            seenOff |= ~run.Step.Requests;
            Assert.AreEqual(0, run.Gate.Permitted & (scans == 1 ? -1 : (int)run.Words[GateTable.MotionOutputsAt] & ~seenOff), run.At);
            if (run.OneIn(30))
            {
                run.Gate = new Gate(new GateTable(run.Words), run.Gate.Latched);
                scans = 0;
                seenOff = 0;
            }
        };
    });

    [TestMethod]
    public void Trips_NewOneOfTheNode_RefusesEverythingInItsScan() => RandomRun.Watch(run =>
    {
        long before = 0;
        return () =>
        {
            long fresh = run.Gate.Latched & ~before & run.Words[GateTable.NodeTripsAt];
            Assert.IsTrue(fresh == 0 || run.Gate.Permitted == 0, run.At);
            before = run.Gate.Latched;
        };
    });

    [TestMethod]
    public void RefusedBy_AnyRequestedOutput_IsNoneExactlyWhenItIsPermitted() => RandomRun.Watch(run => () =>
    {
        for (int o = 0; o < Outputs; o++)
        {
            bool requested = (run.Step.Requests >> o & 1) != 0;
            Assert.AreEqual(run.Permits(o), requested && run.Gate.RefusedBy(o) == GateRule.None, run.At);
        }
    });
}
