using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>Reads when a scan is late, and what re-arms after one (rule G5).</summary>
internal static class ScanReader
{
    public static ScanModel Read(Section? section)
    {
        if (section is null)
        {
            return ScanModel.Default;
        }

        int lateLimitMs = section.OptionalInt("lateLimitMs", Ms(GateTableCheck.MinLateLimitUs), Ms(GateTableCheck.MaxLateLimitUs))
            ?? ScanModel.Default.LateLimitMs;
        int rearmGapMs = section.OptionalInt("rearmGapMs", Ms(GateTableCheck.MinRearmGapUs), lateLimitMs)
            ?? Math.Min(ScanModel.Default.RearmGapMs, lateLimitMs);
        section.Done();
        return new ScanModel(lateLimitMs, rearmGapMs);
    }

    private static int Ms(long us) => (int)(us / 1000);
}
