namespace BarrierNode.Interlock.Tests.Tables;

/// <summary>Two small tables, together with every rule, whose times are so short that each one bites within three scans of 20 ms.</summary>
internal static class SmallTables
{
    public const int Inputs = 4;
    public const int Outputs = 3;
    public const long PeriodUs = 20_000;

    /// <summary>A gap that is late in both tables.</summary>
    public const long LateUs = 50_001;

    private const int PairFault = 40;
    private const int FeedbackFault = 41;

    /// <summary>
    /// A drive of two directions (0 and 1, motion) and a lamp (2). Inputs 0 and 1 are the channels of the emergency stop, 2 is the feedback of
    /// output 0, 3 must be 1 for output 1 and follows with a delay.
    /// </summary>
    public static long[] Drive() => new TableBuilder(Inputs, Outputs)
        .Timing(50_000, 40_000)
        .Pair(10_000, PairFault)
        .Feedback(2, 10_000, FeedbackFault)
        .NodeTrip(PairFault, TripCode.ChannelDiscrepancy)
        .Inverted(3)
        .Delays(3, 20_000, 0)
        .StartOn(2)
        .Motion(0, 1)
        .MustBeZero(0, 0, 1)
        .MustBeZero(1, FeedbackFault)
        .MustBeOne(1, 3)
        .Exclude(0, 1)
        .DeadTime(0, 20_000)
        .DeadTime(1, 40_000)
        .Lease(0, 20_000)
        .MaxOn(2, 20_000, 40_000)
        .Words();

    /// <summary>
    /// Two lamps that exclude each other (0 and 1) and a free output (2, motion). Input 0 trips the node, 1 trips outputs 1 and 2, 2 is
    /// pulse-tested and must be 0, 3 counts as 1 until it has proven 0.
    /// </summary>
    public static long[] Lamps() => new TableBuilder(Inputs, Outputs)
        .Timing(50_000, 20_000)
        .NodeTrip(0, TripCode.EmergencyStop)
        .Trip(1, TripCode.StrokeOverrun)
        .Inverted(0)
        .StartOn(3)
        .Delays(2, 1, 20_000)
        .Delays(3, 0, 20_000)
        .Motion(2)
        .MustBeZero(0, 2)
        .MustBeZero(1, 1)
        .MustBeZero(2, 1, 3)
        .Exclude(0, 1)
        .DeadTime(0, 20_001)
        .MaxOn(0, 40_000, 20_000)
        .MaxOn(2, 1, 1)
        .Lease(1, 30_000)
        .Words();
}
