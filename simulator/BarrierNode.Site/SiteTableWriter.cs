using System.Security.Cryptography;
using System.Text;
using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Writes the binary site table that <see cref="SiteTableReader"/> reads; docs/site-table.md tells the layout.</summary>
public static class SiteTableWriter
{
    /// <summary>Writes a table for its node.</summary>
    /// <param name="site">The table; its <see cref="SiteTable.Hash"/> is set to the check word.</param>
    /// <param name="key">The node's configuration key.</param>
    public static byte[] Write(SiteTable site, byte[] key)
    {
        site.Hash = HashOf(site);
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream);
        w.Write(Body(site));
        w.Write(site.Hash);
        w.Write(HMACSHA256.HashData(key, stream.ToArray()));
        return stream.ToArray();
    }

    /// <summary>The check word that a table gets when it is written; it does not depend on the key.</summary>
    /// <param name="site">The table.</param>
    internal static int HashOf(SiteTable site)
    {
        byte[] body = Body(site);
        return Crc32.Of(body, 0, body.Length);
    }

    private static byte[] Body(SiteTable site)
    {
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream, Encoding.ASCII);
        w.Write(SiteTableReader.Magic);
        w.Write(SiteTableReader.Version);
        WriteHeader(w, site);
        Array.ForEach(site.Gate.Words, w.Write);
        foreach (LaneTable lane in site.Lanes)
        {
            WriteLane(w, lane);
        }

        w.Write((byte)site.Loops.Length);
        foreach (LoopTable loop in site.Loops)
        {
            WriteLoop(w, loop);
        }

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
        w.Write(site.DetectorInputs);
        WriteTerminals(w, site.InputNames, site.InputPins);
        WriteTerminals(w, site.OutputNames, site.OutputPins);
    }

    private static void WriteTerminals(BinaryWriter w, string[] names, int[] pins)
    {
        for (int i = 0; i < names.Length; i++)
        {
            Text(w, names[i]);
            w.Write((byte)pins[i]);
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
        w.Write(lane.HoldOutputs);
        w.Write(lane.Detectors);
        w.Write((byte)(lane.EntryInput + 1));
        w.Write((byte)(lane.ExitInput + 1));
        w.Write((byte)(lane.SallyLane + 1));
        Array.ForEach(lane.RoleInputs, w.Write);
        Array.ForEach(lane.RoleOutputs, w.Write);
        Array.ForEach(lane.Settings, w.Write);
        w.Write((byte)lane.OpenDays.Length);
        Array.ForEach(lane.OpenDays, w.Write);
        Array.ForEach(lane.OpenFromMinute, w.Write);
        Array.ForEach(lane.OpenToMinute, w.Write);
        w.Write((byte)lane.ClosedFromMinutes.Length);
        Array.ForEach(lane.ClosedFromMinutes, w.Write);
        Array.ForEach(lane.ClosedToMinutes, w.Write);
    }

    private static void WriteLoop(BinaryWriter w, LoopTable loop)
    {
        w.Write((byte)loop.Input);
        w.Write((byte)loop.Pin);
        w.Write(loop.NominalHz);
        w.Write(loop.SensitivityPpm);
        w.Write(loop.MaxDriftPpmPerMinute);
    }

    private static void Text(BinaryWriter w, string text)
    {
        w.Write((byte)text.Length);
        w.Write(Encoding.ASCII.GetBytes(text));
    }
}
