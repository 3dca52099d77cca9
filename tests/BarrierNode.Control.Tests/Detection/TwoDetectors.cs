namespace BarrierNode.Control.Tests;

/// <summary>
/// Two detectors with relays that a scan samples every 20 ms, and vehicles at steady speed over them. Distances in metres, times in seconds;
/// the entry detector begins at 0.
/// </summary>
internal sealed class TwoDetectors(double distanceM, double lengthM, double phaseS = 0)
{
    private const double DetectS = 0.06;
    private const double ReleaseS = 0.3;
    private const double ScanS = 0.02;

    private readonly List<(double From, double To)> _entry = [];
    private readonly List<(double From, double To)> _exit = [];

    public PassageSense Sense { get; } = new((int)Math.Round(distanceM * 1000), (int)Math.Round(lengthM * 1000), 240);

    public List<(PassageDirection Direction, int SpeedMmS)> Reached { get; } = [];

    public List<(PassageDirection Direction, int SpeedMmS, int LengthMm)> Ended { get; } = [];

    public List<int> Follows { get; } = [];

    /// <summary>A vehicle drives over both; its front meets the first of them at a time.</summary>
    public TwoDetectors Drive(double atS, double speedMs, double vehicleM, bool backward = false)
    {
        List<(double From, double To)> first = backward ? _exit : _entry;
        List<(double From, double To)> second = backward ? _entry : _exit;
        double overS = (lengthM + vehicleM) / speedMs;
        See(first, atS, atS + overS);
        See(second, atS + (distanceM / speedMs), atS + (distanceM / speedMs) + overS);
        return this;
    }

    /// <summary>The entry detector sees something for a time.</summary>
    public TwoDetectors Entry(double fromS, double toS) => See(_entry, fromS, toS);

    /// <summary>The exit detector sees something for a time.</summary>
    public TwoDetectors Exit(double fromS, double toS) => See(_exit, fromS, toS);

    /// <summary>Scans until a time.</summary>
    public TwoDetectors Run(double toS)
    {
        for (int scan = 0; scan * ScanS < toS; scan++)
        {
            double now = (scan * ScanS) + phaseS;
            Sense.Step(Acts(_entry, now), Acts(_exit, now), scan * 20L);
            if (Sense.Reached != PassageDirection.None)
            {
                Reached.Add((Sense.Reached, Sense.ReachedMmS));
            }

            if (Sense.Ended != PassageDirection.None)
            {
                Ended.Add((Sense.Ended, Sense.EndedMmS, Sense.EndedLengthMm));
            }

            if (Sense.FollowsMs >= 0)
            {
                Follows.Add(Sense.FollowsMs);
            }
        }

        return this;
    }

    private static bool Acts(List<(double From, double To)> times, double now) => times.Exists(t => t.From <= now && now < t.To);

    private TwoDetectors See(List<(double From, double To)> times, double fromS, double toS)
    {
        times.Add((fromS + DetectS, toS + ReleaseS));
        return this;
    }
}
