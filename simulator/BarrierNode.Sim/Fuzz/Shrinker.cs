namespace BarrierNode.Sim.Fuzz;

/// <summary>Leaves out of a failing life whatever it does not need to break the same law: halves, quarters, single actions.</summary>
public static class Shrinker
{
    private const long AfterUs = 1_000_000;

    /// <summary>Shrinks.</summary>
    /// <param name="life">A life with a finding.</param>
    /// <param name="mostRuns">Most repetitions that it may take.</param>
    /// <returns>The smallest life that was found, itself repeated.</returns>
    public static EpisodeResult Shrink(EpisodeResult life, int mostRuns = 250)
    {
        FuzzFinding finding = life.Finding ?? throw new ArgumentException("Only a life with a finding can be shrunk.", nameof(life));
        EpisodeResult best = Episode.Repeat(life, life.Actions, EndOf(life, finding));
        if (best.Finding?.Law != finding.Law)
        {
            return life;
        }

        int runs = 1;
        for (int size = Math.Max(1, best.Actions.Count / 2); runs < mostRuns; size = Math.Max(1, size / 2))
        {
            bool smaller = false;
            for (int at = 0; at < best.Actions.Count && runs < mostRuns;)
            {
                List<FuzzAction> fewer = [.. best.Actions.Take(at), .. best.Actions.Skip(at + size)];
                EpisodeResult tried = Episode.Repeat(life, fewer, EndOf(best, best.Finding!));
                runs++;
                if (tried.Finding?.Law == finding.Law)
                {
                    best = tried;
                    smaller = true;
                }
                else
                {
                    at += size;
                }
            }

            if (size == 1 && !smaller)
            {
                break;
            }
        }

        return best;
    }

    // What comes after the break is not needed; whether a lane is usable is found after the end.
    private static long EndOf(EpisodeResult life, FuzzFinding finding) =>
        finding.Law == FuzzLaw.Unusable || finding.AtUs > life.EndUs ? life.EndUs : Math.Min(life.EndUs, (finding.AtUs / AfterUs * AfterUs) + (2 * AfterUs));
}
