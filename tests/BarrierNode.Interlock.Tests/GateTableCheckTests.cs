using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests;

/// <summary>Every check of a gate table, with what it says.</summary>
[TestClass]
public class GateTableCheckTests
{
    private const string NotATable = "is not a gate table of version 1";
    private const string Check = "has a wrong check word";
    private const string Counts = "has a wrong number of inputs or outputs";
    private const string Motion = "names a motion output that does not exist";
    private const string Trip = "names a trip that does not exist";
    private const string Late = "late limit or re-arm gap out of range";
    private const string Input = "names an input that does not exist";
    private const string Pairs = "two-channel inputs out of range";
    private const string Feedback = "feedback contacts out of range";
    private const string Codes = "trip conditions and trip codes differ";
    private const string Unused = "has a number in a place that is not used";
    private const string Delay = "input delay out of range";
    private const string Requires = "an output requires a condition that it cannot";
    private const string Times = "output time out of range";
    private const string Excludes = "excluded outputs do not name each other";
    private const long TooLong = GateTable.MaxTimeUs + 1;

    [TestMethod]
    public void Fault_TablesOfTheseTests_IsNull()
    {
        Assert.IsNull(GateTableCheck.Fault(LaneTable.Builder().Words()));
        Assert.IsNull(GateTableCheck.Fault(new TableBuilder(0, 1).Words()), "the smallest");
        Assert.IsNull(GateTableCheck.Fault(new TableBuilder(32, 16).Motion(15).Inverted(31).Words()), "the largest");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(271)]
    [DataRow(273)]
    public void Fault_AnotherNumberOfWords_IsNamed(int count) => Assert.AreEqual(NotATable, GateTableCheck.Fault(new long[count]));

    [TestMethod]
    public void Fault_WrongCheckWord_IsNamed()
    {
        long[] words = LaneTable.Builder().Words();
        words[GateTable.CheckWordAt]++;
        Assert.AreEqual(Check, GateTableCheck.Fault(words));
    }

    /// <summary>Inputs 0 to 7, outputs 0 to 3, pair 0 is inputs 0 and 1, outputs 0 and 1 have the feedback contacts 2 and 3.</summary>
    [TestMethod]
    [DataRow(GateTable.HeaderAt, GateTable.Header + 1, NotATable)]
    [DataRow(GateTable.HeaderAt, GateTable.Header + (1L << 32), NotATable)]
    [DataRow(GateTable.InputCountAt, -1L, Counts)]
    [DataRow(GateTable.InputCountAt, 33L, Counts)]
    [DataRow(GateTable.OutputCountAt, 0L, Counts)]
    [DataRow(GateTable.OutputCountAt, 17L, Counts)]
    [DataRow(GateTable.MotionOutputsAt, 0b10000L, Motion)]
    [DataRow(GateTable.TripConditionsAt, 1L << 8, Trip)]
    [DataRow(GateTable.NodeTripsAt, 1L << 60, Trip)]
    [DataRow(GateTable.ExcludesAt + 1, 0b11L, Excludes)]
    [DataRow(GateTable.ExcludesAt + 3, 0b1100L, Excludes)]
    [DataRow(GateTable.LateLimitUsAt, 49_999L, Late)]
    [DataRow(GateTable.LateLimitUsAt, 200_001L, Late)]
    [DataRow(GateTable.RearmGapUsAt, 19_999L, Late)]
    [DataRow(GateTable.RearmGapUsAt, 100_001L, Late)]
    [DataRow(GateTable.InvertedInputsAt, 1L << 8, Input)]
    [DataRow(GateTable.StartOnInputsAt, 1L << 8, Input)]
    [DataRow(GateTable.InstantOnInputsAt, 0L, Delay)]
    [DataRow(GateTable.InstantOffInputsAt, 0xFFL, Delay)]
    [DataRow(GateTable.InstantOnInputsAt, 0x1FL | 1L << 8, Delay)]
    [DataRow(GateTable.PairCountAt, -1L, Pairs)]
    [DataRow(GateTable.PairCountAt, 5L, Pairs)]
    [DataRow(GateTable.PairCountAt, 0L, Pairs, DisplayName = "an off level without its pair")]
    [DataRow(GateTable.PairsOffAtOneAt, 1L << 1, Pairs)]
    [DataRow(GateTable.PairsOffAtOneAt, 1L << 2, Pairs)]
    [DataRow(GateTable.FeedbackCountAt, -1L, Feedback)]
    [DataRow(GateTable.FeedbackCountAt, 5L, Feedback)]
    [DataRow(GateTable.FeedbackCountAt, 0L, Feedback, DisplayName = "a first contact without feedback")]
    [DataRow(GateTable.FeedbackInputAt, 1L, Feedback, DisplayName = "a channel of a pair as feedback contact")]
    [DataRow(GateTable.FeedbackInputAt, 7L, Feedback)]
    [DataRow(GateTable.OnDelayUsAt + 4, -1L, Delay)]
    [DataRow(GateTable.OnDelayUsAt + 4, TooLong, Delay)]
    [DataRow(GateTable.OnDelayUsAt + 8, 1L, Delay)]
    [DataRow(GateTable.OnDelayUsAt + 31, 1L, Delay)]
    [DataRow(GateTable.OffDelayUsAt + 6, -1L, Delay)]
    [DataRow(GateTable.OffDelayUsAt + 6, TooLong, Delay)]
    [DataRow(GateTable.OffDelayUsAt + 8, 1L, Delay)]
    [DataRow(GateTable.PairWindowUsAt, 9_999L, Pairs)]
    [DataRow(GateTable.PairWindowUsAt, TooLong, Pairs)]
    [DataRow(GateTable.PairWindowUsAt + 1, 10_000L, Unused)]
    [DataRow(GateTable.PairFaultAt, 0L, Pairs)]
    [DataRow(GateTable.PairFaultAt, 1L << 60, Pairs, DisplayName = "a pair's fault that is no trip")]
    [DataRow(GateTable.PairFaultAt, 1L, Pairs, DisplayName = "a pair's fault that is an input")]
    [DataRow(GateTable.PairFaultAt, 3L << 40, Pairs, DisplayName = "two faults of a pair")]
    [DataRow(GateTable.PairFaultAt + 1, 1L << 40, Unused)]
    [DataRow(GateTable.PairFaultAt + 15, 1L << 40, Unused)]
    [DataRow(GateTable.MustBeOneAt, 1L << 8, Requires)]
    [DataRow(GateTable.MustBeOneAt, 1L << 40, Requires, DisplayName = "a trip that must be 1")]
    [DataRow(GateTable.MustBeOneAt + 4, 1L, Unused)]
    [DataRow(GateTable.MustBeZeroAt + 3, 1L << 8, Requires)]
    [DataRow(GateTable.MustBeZeroAt + 4, 1L, Unused)]
    [DataRow(GateTable.MustBeZeroAt, 0L, Feedback, DisplayName = "an output that its feedback fault does not hold")]
    [DataRow(GateTable.ExcludesAt, 1L << 4, Excludes)]
    [DataRow(GateTable.ExcludesAt, 1L, Excludes, DisplayName = "an output that excludes itself")]
    [DataRow(GateTable.ExcludesAt, 0b1001L, Excludes, DisplayName = "an output that excludes itself beside another")]
    [DataRow(GateTable.ExcludesAt, 0b1000L | 1L << 16, Excludes, DisplayName = "beyond the largest table")]
    [DataRow(GateTable.ExcludesAt, 0b100L, Excludes)]
    [DataRow(GateTable.ExcludesAt + 3, 0L, Excludes)]
    [DataRow(GateTable.ExcludesAt + 4, 1L, Excludes)]
    [DataRow(GateTable.DeadTimeUsAt, -1L, Times)]
    [DataRow(GateTable.DeadTimeUsAt, TooLong, Times)]
    [DataRow(GateTable.DeadTimeUsAt + 4, 1L, Unused)]
    [DataRow(GateTable.MaxOnUsAt, 0L, Times)]
    [DataRow(GateTable.MaxOnUsAt, TooLong, Times)]
    [DataRow(GateTable.MaxOnUsAt + 4, GateTable.Never, Unused)]
    [DataRow(GateTable.RestUsAt, 0L, Times, DisplayName = "a longest time on without a rest")]
    [DataRow(GateTable.RestUsAt, TooLong, Times)]
    [DataRow(GateTable.RestUsAt + 2, -1L, Times)]
    [DataRow(GateTable.RestUsAt + 4, 1L, Unused)]
    [DataRow(GateTable.LeaseUsAt, 0L, Times)]
    [DataRow(GateTable.LeaseUsAt, TooLong, Times)]
    [DataRow(GateTable.LeaseUsAt + 15, GateTable.Never, Unused)]
    [DataRow(GateTable.FeedbackWindowUsAt, 9_999L, Feedback)]
    [DataRow(GateTable.FeedbackWindowUsAt, TooLong, Feedback)]
    [DataRow(GateTable.FeedbackWindowUsAt + 2, 10_000L, Unused)]
    [DataRow(GateTable.FeedbackFaultAt, 0L, Feedback)]
    [DataRow(GateTable.FeedbackFaultAt, 1L << GateTable.TableFault, Feedback, DisplayName = "a feedback fault that does not hold its output by name")]
    [DataRow(GateTable.FeedbackFaultAt, 3L << 42, Feedback)]
    [DataRow(GateTable.FeedbackFaultAt + 2, 1L << 42, Unused)]
    [DataRow(GateTable.TripCodesAt + 7, 1L, Codes)]
    [DataRow(GateTable.TripCodesAt + 5, 0L, Codes)]
    [DataRow(264, 1L, Unused)]
    [DataRow(270, 1L, Unused)]
    public void Fault_AWordOutOfItsRange_IsNamed(int word, long value, string fault)
    {
        long[] words = LaneTable.Builder().Words();
        words[word] = value;
        Assert.AreEqual(fault, GateTableCheck.Fault(TableBuilder.Sealed(words)));
    }

    [TestMethod]
    [DataRow(GateTable.LateLimitUsAt, 200_000L)]
    [DataRow(GateTable.RearmGapUsAt, 20_000L)]
    [DataRow(GateTable.RearmGapUsAt, 100_000L)]
    [DataRow(GateTable.FeedbackInputAt, 6L)]
    [DataRow(GateTable.PairsOffAtOneAt, 0L)]
    [DataRow(GateTable.OnDelayUsAt + 4, GateTable.MaxTimeUs)]
    [DataRow(GateTable.OffDelayUsAt + 6, GateTable.MaxTimeUs)]
    [DataRow(GateTable.PairWindowUsAt, 10_000L)]
    [DataRow(GateTable.PairWindowUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.MustBeOneAt, 1L << 63)]
    [DataRow(GateTable.MustBeOneAt, 1L << 7)]
    [DataRow(GateTable.DeadTimeUsAt, 0L)]
    [DataRow(GateTable.DeadTimeUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.MaxOnUsAt, 1L)]
    [DataRow(GateTable.MaxOnUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.MaxOnUsAt, GateTable.Never)]
    [DataRow(GateTable.RestUsAt, 1L)]
    [DataRow(GateTable.RestUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.RestUsAt + 2, 1L)]
    [DataRow(GateTable.LeaseUsAt, 1L)]
    [DataRow(GateTable.LeaseUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.FeedbackWindowUsAt, 10_000L)]
    [DataRow(GateTable.FeedbackWindowUsAt, GateTable.MaxTimeUs)]
    [DataRow(GateTable.NodeTripsAt, 0L)]
    public void Fault_AWordAtTheEndOfItsRange_IsNone(int word, long value)
    {
        long[] words = LaneTable.Builder().Words();
        words[word] = value;
        Assert.IsNull(GateTableCheck.Fault(TableBuilder.Sealed(words)));
    }

    [TestMethod]
    public void Fault_ShortestLateLimit_IsNone() => Assert.IsNull(GateTableCheck.Fault(LaneTable.Builder().Timing(50_000, 50_000).Words()));

    [TestMethod]
    public void Fault_EveryInputAChannel_IsNone() =>
        Assert.IsNull(GateTableCheck.Fault(new TableBuilder(4, 1).Pair(10_000, 62).Pair(10_000, 63, offAtOne: true).Words()));

    [TestMethod]
    public void Fault_OneInputTooFewForAPair_IsNamed() =>
        Assert.AreEqual(Pairs, GateTableCheck.Fault(new TableBuilder(3, 1).Pair(10_000, 62).Pair(10_000, 63).Words()));

    [TestMethod]
    public void Fault_RandomTables_IsNone()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            Assert.IsNull(GateTableCheck.Fault(RandomTable.Words(new Random(seed))), $"seed {seed}");
        }
    }
}
