using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>Site tables whose gate words a test sets by hand; only what the test looks at is in them.</summary>
internal static class HandTable
{
    /// <summary>Number of the first condition that is neither an input nor one of a lane.</summary>
    public const int Unnamed = 35;

    /// <summary>Inputs in0, in1 …, outputs out0, out1 …, and lanes lane0, lane1 … without drives.</summary>
    public static SiteTable Of(int inputs, int outputs, int lanes = 1)
    {
        var words = new long[GateTable.WordCount];
        words[GateTable.InputCountAt] = inputs;
        words[GateTable.OutputCountAt] = outputs;
        words[GateTable.LateLimitUsAt] = 100_000;
        words[GateTable.RearmGapUsAt] = 60_000;
        for (int o = 0; o < outputs; o++)
        {
            words[GateTable.MaxOnUsAt + o] = GateTable.Never;
            words[GateTable.LeaseUsAt + o] = GateTable.Never;
        }

        var table = new SiteTable(inputs, outputs, lanes)
        {
            City = "lab", Site = "hand", Node = "node-1", Board = "ESP32_REV3", Gate = new(words),
        };
        for (int i = 0; i < inputs; i++)
        {
            table.InputNames[i] = $"in{i}";
        }

        for (int o = 0; o < outputs; o++)
        {
            table.OutputNames[o] = $"out{o}";
        }

        for (int l = 0; l < lanes; l++)
        {
            table.Lanes[l] = new LaneTable { Id = $"lane{l}", UpInputs = [], DownInputs = [] };
        }

        return table;
    }

    /// <summary>As large as a table can be, with the longest names, and every output looking at every condition.</summary>
    public static SiteTable Largest()
    {
        SiteTable table = Of(GateTable.MaxInputs, GateTable.MaxOutputs, SiteTable.MaxLanes);
        for (int i = 0; i < GateTable.MaxInputs; i++)
        {
            table.InputNames[i] = $"in{i}".PadRight(24, 'x');
        }

        for (int o = 0; o < GateTable.MaxOutputs; o++)
        {
            table.OutputNames[o] = $"out{o}".PadRight(24, 'x');
            table.Gate.Words[GateTable.MustBeZeroAt + o] = -1;
            table.Gate.Words[GateTable.ExcludesAt + o] = 0xFFFF & ~(1L << o);
        }

        return table;
    }

    /// <summary>Masks at random, in every word that the cells are made of; a trip here and there.</summary>
    public static SiteTable Random(Random random)
    {
        SiteTable table = Of(random.Next(1, 33), random.Next(1, 17), random.Next(1, 5));
        long[] words = table.Gate.Words;
        long possible = GateTable.DerivedConditions | ((1L << table.InputNames.Length) - 1);
        long trips = random.NextInt64() & random.NextInt64() & possible;
        words[GateTable.TripConditionsAt] = trips;
        words[GateTable.NodeTripsAt] = trips & random.NextInt64();
        for (int c = 0; c < GateTable.MaxConditions; c++)
        {
            words[GateTable.TripCodesAt + (c >> 3)] |= ((trips >> c) & 1) << ((c & 7) << 3);
        }

        for (int o = 0; o < table.OutputNames.Length; o++)
        {
            words[GateTable.MustBeOneAt + o] = Sparse() & ~trips;
            words[GateTable.MustBeZeroAt + o] = Sparse();
        }

        return table;

        long Sparse() => (random.NextInt64() ^ (random.NextInt64() << 1)) & random.NextInt64(long.MinValue, long.MaxValue) & possible;
    }
}
