namespace BarrierNode.Interlock.Tests.Tables;

/// <summary>A table as a lane has it: a bollard with two drives and their feedback, an emergency stop of two channels, a loop, signals.</summary>
internal static class LaneTable
{
    public const int Raise = 1;
    public const int Lower = 2;
    public const int Red = 4;
    public const int Green = 8;

    /// <summary>Contacts of a lane at rest: the emergency stop closed, the loop free, the bollard up.</summary>
    public const int RestingPins = 0b0001_0011;

    /// <summary>What the sequences derive in a lane that may move.</summary>
    public const long MayMove = 1L << 32;

    private const int UpLimit = 4;
    private const int DownLimit = 5;
    private const int Loop = 6;
    private const int SafetyEdge = 7;
    private const int StrokeOverrun = 40;
    private const int StopDiscrepancy = 41;
    private const int RaiseFeedback = 42;
    private const int LowerFeedback = 43;

    public static TableBuilder Builder() => new TableBuilder(8, 4)
        .Pair(50_000, StopDiscrepancy, offAtOne: true)
        .Inverted(0, 1)
        .NodeTrip(0, TripCode.EmergencyStop)
        .NodeTrip(1, TripCode.EmergencyStop)
        .NodeTrip(StopDiscrepancy, TripCode.ChannelDiscrepancy)
        .NodeTrip(GateTable.TableFault, TripCode.TableFault)
        .Trip(StrokeOverrun, TripCode.StrokeOverrun)
        .Feedback(2, 100_000, RaiseFeedback)
        .Feedback(2, 100_000, LowerFeedback)
        .Delays(UpLimit, 20_000, 0)
        .Delays(DownLimit, 20_000, 0)
        .Delays(Loop, 0, 1_000_000)
        .Delays(SafetyEdge, 5_000, 100_000)
        .StartOn(Loop, SafetyEdge)
        .Motion(0, 1)
        .MustBeOne(0, 32)
        .MustBeOne(1, 32)
        .MustBeOne(3, DownLimit)
        .MustBeZero(0, 0, 1, StrokeOverrun, StopDiscrepancy, LowerFeedback, Loop, SafetyEdge)
        .MustBeZero(1, 0, 1, StrokeOverrun, StopDiscrepancy, RaiseFeedback)
        .MustBeZero(3, 0, 1, StrokeOverrun, StopDiscrepancy)
        .Exclude(0, 1)
        .Exclude(2, 3)
        .DeadTime(0, 300_000)
        .DeadTime(1, 300_000)
        .DeadTime(3, 20_000)
        .MaxOn(0, 10_000_000, 2_000_000)
        .MaxOn(1, 10_000_000, 2_000_000)
        .Lease(0, 200_000)
        .Lease(1, 200_000)
        .Lease(3, 500_000);
}
