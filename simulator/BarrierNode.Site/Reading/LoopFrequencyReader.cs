using BarrierNode.Control;

namespace BarrierNode.Site;

/// <summary>Reads how a loop is measured as a frequency.</summary>
internal static class LoopFrequencyReader
{
    private const int LowestHz = 18_000;
    private const int HighestHz = 145_000;
    private const int CoarsestPpm = 20_000;
    private const int LeastDrift = 600;
    private const int MostDrift = 10_000;

    /// <summary>Reads the keys of a loop of kind <c>frequency</c>.</summary>
    /// <returns>How it is measured, or null when something is wrong.</returns>
    public static LoopFrequencyModel? Read(Section loop, ProblemList problems)
    {
        int? nominalHz = loop.Int("nominalHz", LowestHz, HighestHz);
        int? sensitivityPpm = loop.Int("sensitivityPpm", 1, CoarsestPpm);
        int maxDrift = loop.OptionalInt("maxDriftPpmPerMinute", LeastDrift, MostDrift) ?? MostDrift;
        if (nominalHz is not { } hz || sensitivityPpm is not { } ppm)
        {
            return null;
        }

        int finest = LoopSettings.FinestPpm(hz, maxDrift);
        if (ppm < finest)
        {
            problems.Add(
                loop.LineOf("sensitivityPpm"),
                $"'loop.sensitivityPpm' is {ppm}, finer than a count at {hz} Hz and a drift of {maxDrift} ppm a minute can tell",
                $"{finest} to {CoarsestPpm}, or a higher nominalHz, or a lower maxDriftPpmPerMinute");
            return null;
        }

        return new(hz, ppm, maxDrift);
    }

    /// <summary>Refuses, at a loop of another kind, the keys of a measured one.</summary>
    public static void Refuse(Section loop, ProblemList problems)
    {
        foreach (string key in new[] { "nominalHz", "sensitivityPpm", "maxDriftPpmPerMinute" })
        {
            if (loop.Optional(key) is not null)
            {
                problems.Add(loop.LineOf(key), $"'loop.{key}' stands at a loop that is not measured", "kind: frequency");
            }
        }
    }
}
