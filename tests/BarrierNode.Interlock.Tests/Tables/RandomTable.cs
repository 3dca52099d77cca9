namespace BarrierNode.Interlock.Tests.Tables;

/// <summary>Tables of the largest size that use every rule, with random numbers.</summary>
internal static class RandomTable
{
    public const int Inputs = GateTable.MaxInputs;
    public const int Outputs = GateTable.MaxOutputs;
    private const int FirstFault = 34;
    private const int FirstDerived = 32;

    private static readonly long[] s_timesUs = [1, 999, 10_000, 20_000, 20_001, 40_000, 60_000, 99_999, 200_000, 500_000, 1_000_000, 5_000_000];

    public static long[] Words(Random random)
    {
        long lateLimitUs = random.Next(3) == 0 ? random.NextInt64(50_000, 200_001) : 100_000;
        TableBuilder table = new TableBuilder(Inputs, Outputs).Timing(lateLimitUs, random.NextInt64(20_000, Math.Min(lateLimitUs, 100_000)));
        bool[] trips = new bool[GateTable.MaxConditions];
        int fault = FirstFault;
        int pairs = random.Next(0, 9);
        for (int p = 0; p < pairs; p++)
        {
            trips[fault] = true;
            table.Pair(WindowUs(random), fault++, random.Next(2) == 0);
        }

        int feedbacks = random.Next(0, Outputs + 1);
        int firstFeedback = random.Next(2 * pairs, Inputs - feedbacks + 1);
        for (int o = 0; o < feedbacks; o++)
        {
            trips[fault] = true;
            table.Feedback(firstFeedback, WindowUs(random), random.Next(4) == 0 ? fault : fault++);
        }

        for (int i = 0; i < Inputs; i++)
        {
            AddInput(table, i, random);
        }

        AddTrips(table, trips, random);
        for (int o = 0; o < Outputs; o++)
        {
            AddOutput(table, o, trips, random);
        }

        return table.Words();
    }

    private static void AddInput(TableBuilder table, int input, Random random)
    {
        table.Delays(input, DelayUs(random), DelayUs(random));
        if (random.Next(2) == 0)
        {
            table.Inverted(input);
        }

        if (random.Next(3) == 0)
        {
            table.StartOn(input);
        }
    }

    private static void AddTrips(TableBuilder table, bool[] trips, Random random)
    {
        for (int n = random.Next(1, 5); n > 0; n--)
        {
            int condition = random.Next(GateTable.MaxConditions);
            trips[condition] = true;
            table.Trip(condition, TripCode.StrokeOverrun);
        }

        for (int c = 0; c < trips.Length; c++)
        {
            if (trips[c] && random.Next(4) == 0)
            {
                table.NodeTrip(c, TripCode.EmergencyStop);
            }
        }
    }

    private static void AddOutput(TableBuilder table, int output, bool[] trips, Random random)
    {
        if (random.Next(4) != 0)
        {
            table.Motion(output);
        }

        // From few conditions, so that one fault stops several outputs, and all of them may be right at once.
        if (random.Next(2) == 0 && random.Next(16) * 2 is int one && !trips[one])
        {
            table.MustBeOne(output, one);
        }

        if (random.Next(2) == 0 && FirstDerived + (random.Next(16) * 2) is int derived && !trips[derived])
        {
            table.MustBeOne(output, derived);
        }

        for (int n = random.Next(4); n > 0; n--)
        {
            table.MustBeZero(output, (random.Next(32) * 2) + 1);
        }

        if (random.Next(2) == 0)
        {
            table.MustBeZero(output, Array.IndexOf(trips, true));
        }

        if (output > 0 && random.Next(2) == 0)
        {
            table.Exclude(output, random.Next(output));
        }

        table.DeadTime(output, DelayUs(random));
        if (random.Next(2) == 0)
        {
            table.MaxOn(output, TimeUs(random), TimeUs(random));
        }

        if (random.Next(2) == 0)
        {
            table.Lease(output, TimeUs(random));
        }
    }

    private static long TimeUs(Random random) => s_timesUs[random.Next(s_timesUs.Length)];

    private static long DelayUs(Random random) => random.Next(2) == 0 ? 0 : TimeUs(random);

    private static long WindowUs(Random random) => Math.Max(10_000, TimeUs(random));
}
