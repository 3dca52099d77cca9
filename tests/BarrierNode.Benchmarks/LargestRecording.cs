using BarrierNode.Interlock;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Benchmarks;

/// <summary>
/// Records the largest table that there may be, with every rule on every output, and a plant that mostly behaves: feedback contacts follow
/// their outputs, channels agree, requests change every half second or so and do not contradict each other.
/// </summary>
internal static class LargestRecording
{
    private const int Inputs = GateTable.MaxInputs;
    private const int Outputs = GateTable.MaxOutputs;
    private const int Pairs = 8;
    private const int FirstFeedback = 2 * Pairs;
    private const int FirstDerived = 34;
    private const int FirstPairFault = 48;
    private const int FeedbackFault = 56;
    private const int ScansBefore = 500;
    private const int Pair = 3;

    /// <summary>Records it.</summary>
    public static Recording Record()
    {
        GateTable table = Table();
        var gate = new Gate(table, 0);
        var random = new Random(20);
        var scans = new ScanSequence();
        for (int i = 0; i < ScansBefore; i++)
        {
            Scan(gate, scans, 0, random);
        }

        long[] start = Recording.StateOf(gate);
        for (int i = 0; i < ScanSequence.Length; i++)
        {
            Scan(gate, scans, i, random);
        }

        scans.MustMove(table.MotionOutputs);
        return new Recording(table, start, scans);
    }

    // Outputs in pairs that exclude each other, as raise and lower do. Each needs its input and its derived condition.
    private static GateTable Table()
    {
        var table = new TableBuilder(Inputs, Outputs);
        for (int p = 0; p < Pairs; p++)
        {
            table.Pair(200_000, FirstPairFault + p);
        }

        for (int i = 0; i < Inputs; i++)
        {
            table.Delays(i, 20_000, 40_000);
        }

        for (int o = 0; o < Outputs; o++)
        {
            table.Feedback(FirstFeedback, 500_000, FeedbackFault)
                .Motion(o)
                .MustBeOne(o, FirstDerived + (o / 2))
                .MustBeZero(o, o, FirstPairFault + (o / 2))
                .DeadTime(o, 100_000)
                .MaxOn(o, 5_000_000, 40_000)
                .Lease(o, 60_000);
        }

        for (int o = 0; o < Outputs; o += 2)
        {
            table.Exclude(o, o + 1);
        }

        return table.Build();
    }

    private static void Scan(Gate gate, ScanSequence scans, int i, Random random)
    {
        int before = gate.Permitted;
        int vehicles = random.Next(20) == 0 ? Pair << (2 * random.Next(Pairs)) : 0;
        scans.Pins[i] = vehicles | (before << FirstFeedback);
        scans.ElapsedUs[i] = random.Next(500) == 0 ? 150_000 : random.Next(15_000, 25_001);
        scans.Derived[i] = random.Next(50) == 0 ? 0 : 0xFFL << FirstDerived;
        scans.Requests[i] = random.Next(30) == 0 ? Sensible(random) : scans.Requests[(i + ScanSequence.Length - 1) % ScanSequence.Length];
        gate.Condition(scans.Pins[i], scans.ElapsedUs[i]);
        scans.Permitted[i] = gate.Scan(scans.Derived[i], scans.Requests[i], scans.Requests[i]);
    }

    // Of each two outputs none, or one.
    private static int Sensible(Random random)
    {
        int requests = 0;
        for (int o = 0; o < Outputs; o += 2)
        {
            requests |= random.Next(3) << o;
        }

        return requests;
    }
}
