using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>Tables for measured scans.</summary>
internal static class Tables
{
    /// <summary>A table in which every place is used, and everything can be made to wait, run out and be excluded.</summary>
    public static GateTable Largest() => Table(words =>
    {
        words[GateTable.InputCountAt] = 32;
        words[GateTable.OutputCountAt] = 16;
        words[GateTable.PairCountAt] = 8;
        words[GateTable.FeedbackCountAt] = 16;
        words[GateTable.FeedbackInputAt] = 16;
        words[GateTable.TripConditionsAt] = 1L << 40;
        for (int i = 0; i < 32; i++)
        {
            words[GateTable.OnDelayUsAt + i] = 30_000;
            words[GateTable.OffDelayUsAt + i] = 30_000;
        }

        for (int p = 0; p < 8; p++)
        {
            words[GateTable.PairWindowUsAt + p] = 10_000;
            words[GateTable.PairFaultAt + p] = 1L << 40;
        }

        for (int o = 0; o < 16; o++)
        {
            words[GateTable.MustBeZeroAt + o] = 1L << 40;
            words[GateTable.ExcludesAt + o] = 0xFFFF & ~(1L << o);
            words[GateTable.LeaseUsAt + o] = 60_000;
            words[GateTable.MaxOnUsAt + o] = 1;
            words[GateTable.RestUsAt + o] = 600_000_000;
            words[GateTable.DeadTimeUsAt + o] = 1_000_000;
            words[GateTable.FeedbackWindowUsAt + o] = 10_000;
            words[GateTable.FeedbackFaultAt + o] = 1L << 40;
        }
    });

    /// <summary>A table of random size with random rules.</summary>
    public static GateTable Random(Random random) => Table(words =>
    {
        int inputs = random.Next(33);
        int outputs = random.Next(1, 17);
        int pairs = random.Next(Math.Min(16, inputs / 2) + 1);
        int feedbacks = random.Next(Math.Min(outputs, inputs - (2 * pairs)) + 1);
        words[GateTable.InputCountAt] = inputs;
        words[GateTable.OutputCountAt] = outputs;
        words[GateTable.PairCountAt] = pairs;
        words[GateTable.FeedbackCountAt] = feedbacks;
        words[GateTable.FeedbackInputAt] = feedbacks == 0 ? 0 : random.Next(2 * pairs, inputs - feedbacks + 1);
        words[GateTable.MotionOutputsAt] = random.Next() & ((1L << outputs) - 1);
        words[GateTable.TripConditionsAt] = 1L << 40;
        for (int i = 0; i < inputs; i++)
        {
            words[GateTable.OnDelayUsAt + i] = random.Next(3) * 20_000;
            words[GateTable.OffDelayUsAt + i] = random.Next(3) * 20_000;
        }

        for (int p = 0; p < pairs; p++)
        {
            words[GateTable.PairWindowUsAt + p] = random.Next(10_000, 50_000);
            words[GateTable.PairFaultAt + p] = 1L << 40;
        }

        for (int o = 0; o < outputs; o++)
        {
            words[GateTable.MustBeOneAt + o] = random.Next(4) == 0 ? 1L << 45 : 0;
            words[GateTable.LeaseUsAt + o] = random.Next(2) == 0 ? GateTable.Never : random.Next(1, 100_000);
            words[GateTable.MaxOnUsAt + o] = random.Next(2) == 0 ? GateTable.Never : random.Next(1, 100_000);
            words[GateTable.RestUsAt + o] = random.Next(1, 100_000);
            words[GateTable.DeadTimeUsAt + o] = random.Next(100_000);
            for (int other = 0; other < o; other++)
            {
                bool exclude = random.Next(4) == 0;
                words[GateTable.ExcludesAt + o] |= exclude ? 1L << other : 0;
                words[GateTable.ExcludesAt + other] |= exclude ? 1L << o : 0;
            }
        }

        for (int o = 0; o < feedbacks; o++)
        {
            words[GateTable.MustBeZeroAt + o] |= 1L << 40;
            words[GateTable.FeedbackWindowUsAt + o] = random.Next(10_000, 50_000);
            words[GateTable.FeedbackFaultAt + o] = 1L << 40;
        }
    });

    /// <summary>A site with lanes of random drives and signals over a table of a gate.</summary>
    public static SiteTable Site(Random random, GateTable gate, int lanes, int limitSwitches)
    {
        SiteTable site = new(gate.InputCount, gate.OutputCount, lanes)
        {
            Gate = gate, DetectorInputs = random.Next(), ResetInput = random.Next(-1, gate.InputCount),
        };
        for (int l = 0; l < lanes; l++)
        {
            site.Lanes[l] = new()
            {
                RaiseOutputs = 1 << random.Next(gate.OutputCount),
                LowerOutputs = random.Next() & gate.AllOutputs,
                RedOutputs = random.Next() & gate.AllOutputs,
                GreenOutputs = random.Next() & gate.AllOutputs,
                WarningOutputs = random.Next(2) == 0 ? 0 : random.Next() & gate.AllOutputs,
                RaiseTimeoutMs = 200,
                LowerTimeoutMs = 200,
                RaiseWarningMs = random.Next(2) * 50,
                UpInputs = Switches(),
                DownInputs = Switches(),
            };
        }

        return site;

        int[] Switches() => [.. Enumerable.Range(0, gate.InputCount == 0 ? 0 : limitSwitches).Select(_ => random.Next(gate.InputCount))];
    }

    private static GateTable Table(Action<long[]> fill)
    {
        var words = new long[GateTable.WordCount];
        words[GateTable.HeaderAt] = GateTable.Header;
        words[GateTable.LateLimitUsAt] = 100_000;
        words[GateTable.RearmGapUsAt] = 60_000;
        words[GateTable.TripCodesAt + 5] = 1;
        fill(words);
        for (int i = 0; i < words[GateTable.InputCountAt]; i++)
        {
            words[GateTable.InstantOnInputsAt] |= words[GateTable.OnDelayUsAt + i] == 0 ? 1L << i : 0;
            words[GateTable.InstantOffInputsAt] |= words[GateTable.OffDelayUsAt + i] == 0 ? 1L << i : 0;
        }

        words[GateTable.CheckWordAt] = CheckWord.Of(words);
        return new GateTable(words);
    }
}
