namespace BarrierNode.Interlock.Tests.Specification;

/// <summary>The rules of one cabinet, as the page on the interlock names them. Times are in microseconds.</summary>
internal sealed record Rules(
    long LateLimitUs, long RearmGapUs, InputRules[] Inputs, OutputRules[] Outputs, PairRules[] Pairs, FeedbackRules[] Feedbacks, Numbers TripConditions, Numbers NodeTrips)
{
    private const int Words = 272;

    private const long Never = 9223372036854775807;

    /// <summary>Reads the 272 words of a gate table.</summary>
    public static Rules Read(IReadOnlyList<long> words)
    {
        if (words.Count != Words || words[0] != 0x1_5447_4E42 || words[271] != CheckWord(words))
        {
            throw new ArgumentException("These are not the words of a gate table.");
        }

        return new Rules(
            words[6],
            words[7],
            [.. Enumerable.Range(0, (int)words[1]).Select(i => new InputRules(Has(words[8], i), Has(words[9], i), words[16 + i], words[48 + i]))],
            [.. Enumerable.Range(0, (int)words[2]).Select(o => ReadOutput(words, o))],
            [.. Enumerable.Range(0, (int)words[12]).Select(p => new PairRules(2 * p, (2 * p) + 1, Has(words[13], 2 * p), words[80 + p], Numbers.Of(words[96 + p])))],
            [.. Enumerable.Range(0, (int)words[14]).Select(o => new FeedbackRules((int)words[15] + o, words[224 + o], Numbers.Of(words[240 + o])))],
            Numbers.Of(words[4]),
            Numbers.Of(words[5]));
    }

    private static OutputRules ReadOutput(IReadOnlyList<long> words, int output) => new(
        Has(words[3], output),
        Numbers.Of(words[112 + output]),
        Numbers.Of(words[128 + output]),
        Numbers.Of(words[144 + output]),
        words[160 + output],
        OrNever(words[176 + output]),
        words[192 + output],
        OrNever(words[208 + output]));

    private static long CheckWord(IReadOnlyList<long> words) =>
        words.Take(271).Aggregate(0x424E4754L, (sum, word) => unchecked((sum * 6364136223846793005) + word));

    private static long? OrNever(long timeUs) => timeUs == Never ? null : timeUs;

    private static bool Has(long mask, int number) => Numbers.Of(mask).Has(number);
}

/// <summary>How an input is conditioned.</summary>
internal sealed record InputRules(bool Inverted, bool StartOn, long OnDelayUs, long OffDelayUs);

/// <summary>What permits an output. No longest time on and no lease are null.</summary>
internal sealed record OutputRules(
    bool Motion, Numbers MustBeOne, Numbers MustBeZero, Numbers Excludes, long DeadTimeUs, long? MaxOnUs, long RestUs, long? LeaseUs);

/// <summary>Two inputs that are the channels of one.</summary>
internal sealed record PairRules(int First, int Second, bool OffLevel, long WindowUs, Numbers Fault);

/// <summary>The feedback contact of an output.</summary>
internal sealed record FeedbackRules(int Input, long WindowUs, Numbers Fault);
