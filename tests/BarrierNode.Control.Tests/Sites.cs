using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

/// <summary>A small site table made by hand: one lane with two loops.</summary>
internal static class Sites
{
    public static SiteTable Small()
    {
        var site = new SiteTable(5, 4, 1) { City = "nice", Site = "promenade", Node = "quai-1", Board = "ESP32_REV3", Hash = 0x0badcafe };
        string[] inputs = ["emergencyStop", "entryLoop", "exitLoop", "promenade.up", "promenade.down"];
        string[] outputs = ["promenade.raise", "promenade.lower", "promenade.red", "promenade.green"];
        inputs.CopyTo(site.InputNames, 0);
        outputs.CopyTo(site.OutputNames, 0);
        site.Gate = Gate(site.InputNames.Length, site.OutputNames.Length);
        site.Lanes[0] = new LaneTable
        {
            Id = "promenade", Kind = LaneKind.BollardGroup, RaiseOutputs = 1, LowerOutputs = 2, UpInputs = [3], DownInputs = [4],
            RedOutputs = 4, GreenOutputs = 8, RaiseWarningMs = 1000, RaiseTimeoutMs = 8000, LowerTimeoutMs = 5000,
        };
        return site;
    }

    /// <summary>Gives a table that was changed the check word that its words now have.</summary>
    public static void Seal(SiteTable site) => site.Gate.Words[GateTable.CheckWordAt] = CheckWord.Of(site.Gate.Words);

    private static GateTable Gate(int inputCount, int outputCount)
    {
        long[] words = new long[GateTable.WordCount];
        words[GateTable.HeaderAt] = GateTable.Header;
        words[GateTable.InputCountAt] = inputCount;
        words[GateTable.OutputCountAt] = outputCount;
        words[GateTable.MotionOutputsAt] = 3;
        words[GateTable.TripConditionsAt] = 1;
        words[GateTable.NodeTripsAt] = 1;
        words[GateTable.TripCodesAt] = (long)TripCode.EmergencyStop;
        words[GateTable.LateLimitUsAt] = 100_000;
        words[GateTable.RearmGapUsAt] = 60_000;
        words[GateTable.InstantOnInputsAt] = (1L << inputCount) - 1;
        words[GateTable.InstantOffInputsAt] = (1L << inputCount) - 1;
        for (int o = 0; o < outputCount; o++)
        {
            words[GateTable.MustBeZeroAt + o] = o < 2 ? 1 : 0;
            words[GateTable.MaxOnUsAt + o] = GateTable.Never;
            words[GateTable.LeaseUsAt + o] = GateTable.Never;
        }

        words[GateTable.CheckWordAt] = CheckWord.Of(words);
        return new GateTable(words);
    }
}
