namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>Makes a sequence in which gate and specification differ as short as it gets by leaving scans out.</summary>
internal static class Shrinking
{
    public static string Report(long[] words, long latched, IReadOnlyList<Step> steps)
    {
        List<Step> shortest = [.. steps];
        for (int length = Math.Max(1, shortest.Count / 2); length > 0; length /= 2)
        {
            for (int at = 0; at + length <= shortest.Count;)
            {
                List<Step> without = [.. shortest.Take(at), .. shortest.Skip(at + length)];
                if (FirstDifference(words, latched, without) is null)
                {
                    at += length;
                }
                else
                {
                    shortest = without;
                }
            }
        }

        string table = string.Join(", ", words.Index().Where(w => w.Item != 0).Select(w => $"{w.Index}: {w.Item}"));
        return $"{FirstDifference(words, latched, shortest)}\nlatched at the start: {latched}\n{string.Join('\n', shortest)}\ntable: {table}";
    }

    private static string? FirstDifference(long[] words, long latched, List<Step> steps)
    {
        var twin = new Twin(words, latched);
        foreach (Step step in steps)
        {
            if (twin.Do(step) is string difference)
            {
                return difference;
            }
        }

        return null;
    }
}
