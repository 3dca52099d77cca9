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
        site.Gate = new GateTable(4, 0, 1) { MotionOutputs = 3, NodeWideTrips = 1 };
        site.Gate.TripLevel[0] = 1;
        site.Gate.TripCodes[0] = (int)TripCode.EmergencyStop;
        site.Gate.TripOutputs[0] = 3;
        site.Lanes[0] = new LaneTable
        {
            Id = "promenade", Kind = LaneKind.BollardGroup, RaiseOutputs = 1, LowerOutputs = 2, UpInputs = [3], DownInputs = [4],
            RedOutputs = 4, GreenOutputs = 8, RaiseWarningMs = 1000, RaiseTimeoutMs = 8000, LowerTimeoutMs = 5000,
        };
        return site;
    }
}
