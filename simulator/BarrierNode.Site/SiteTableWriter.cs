using System.Security.Cryptography;
using System.Text;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>Writes the binary site table that <see cref="SiteTableReader"/> reads; docs/site-table.md tells the layout.</summary>
public static class SiteTableWriter
{
    /// <summary>Writes a table for its node.</summary>
    /// <param name="site">The table; its <see cref="SiteTable.Hash"/> is set to the check word.</param>
    /// <param name="key">The node's configuration key.</param>
    public static byte[] Write(SiteTable site, byte[] key)
    {
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream, Encoding.ASCII);
        w.Write(SiteTableReader.Magic);
        w.Write(SiteTableReader.Version);
        WriteHeader(w, site);
        WriteGate(w, site);
        foreach (LaneTable lane in site.Lanes)
        {
            WriteLane(w, lane);
        }

        byte[] body = stream.ToArray();
        site.Hash = Crc32.Of(body, 0, body.Length);
        w.Write(site.Hash);
        w.Write(HMACSHA256.HashData(key, stream.ToArray()));
        return stream.ToArray();
    }

    private static void WriteHeader(BinaryWriter w, SiteTable site)
    {
        Text(w, site.City);
        Text(w, site.Site);
        Text(w, site.Node);
        Text(w, site.Board);
        w.Write((byte)site.InputNames.Length);
        w.Write((byte)site.OutputNames.Length);
        w.Write((byte)site.Lanes.Length);
        w.Write((byte)site.PermitPin);
        w.Write((byte)(site.ResetInput + 1));
        w.Write(site.InvertedInputs);
        w.Write(site.StartOnInputs);
        w.Write(site.DetectorInputs);
        for (int i = 0; i < site.InputNames.Length; i++)
        {
            Text(w, site.InputNames[i]);
            w.Write((byte)site.InputPins[i]);
            w.Write(site.InputOnDelayMs[i]);
            w.Write(site.InputOffDelayMs[i]);
        }
    }

    private static void WriteGate(BinaryWriter w, SiteTable site)
    {
        GateTable gate = site.Gate;
        w.Write((byte)gate.GroupCount);
        w.Write((byte)gate.TripCount);
        w.Write(gate.MotionOutputs);
        w.Write(gate.NodeWideTrips);
        w.Write(gate.LateLimitMs);
        w.Write(gate.RearmGapMs);
        for (int o = 0; o < gate.OutputCount; o++)
        {
            Text(w, site.OutputNames[o]);
            w.Write((byte)site.OutputPins[o]);
            w.Write(gate.MustBeOne[o]);
            w.Write(gate.MustBeZero[o]);
            w.Write((byte)(gate.Group[o] + 1));
            w.Write(gate.MaxOnMs[o]);
            w.Write(gate.RestMs[o]);
            w.Write(gate.LeaseMs[o]);
        }

        Array.ForEach(gate.DeadTimeMs, w.Write);
        for (int t = 0; t < gate.TripCount; t++)
        {
            w.Write((byte)gate.TripCondition[t]);
            w.Write((byte)gate.TripLevel[t]);
            w.Write((byte)gate.TripCodes[t]);
            w.Write(gate.TripOutputs[t]);
        }
    }

    private static void WriteLane(BinaryWriter w, LaneTable lane)
    {
        Text(w, lane.Id);
        w.Write((byte)lane.Kind);
        w.Write(lane.RaiseOutputs);
        w.Write(lane.LowerOutputs);
        w.Write(lane.RedOutputs);
        w.Write(lane.GreenOutputs);
        w.Write(lane.WarningOutputs);
        w.Write(lane.RaiseWarningMs);
        w.Write(lane.LowerWarningMs);
        w.Write(lane.RaiseTimeoutMs);
        w.Write(lane.LowerTimeoutMs);
        w.Write((byte)lane.UpInputs.Length);
        Array.ForEach(lane.UpInputs, w.Write);
        w.Write((byte)lane.DownInputs.Length);
        Array.ForEach(lane.DownInputs, w.Write);
    }

    private static void Text(BinaryWriter w, string text)
    {
        w.Write((byte)text.Length);
        w.Write(Encoding.ASCII.GetBytes(text));
    }
}
