namespace BarrierNode.Sim;

/// <summary>Failures that come and go at random: first it fails, then it works, and so on, once in a mean time.</summary>
/// <param name="percent">Part of the time in which it fails.</param>
/// <param name="random">Its chance.</param>
/// <param name="meanUs">Mean time from one failure to the next, in microseconds.</param>
internal sealed class Blink(double percent, Random random, long meanUs = Blink.MeanUs)
{
    /// <summary>Mean time from one failure to the next, in microseconds.</summary>
    public const long MeanUs = 1_000_000;

    private bool _fails;
    private long? _untilUs;

    /// <summary>It fails now.</summary>
    /// <param name="nowUs">Virtual time in microseconds; it never goes back.</param>
    public bool Fails(long nowUs)
    {
        _untilUs ??= nowUs;
        while (nowUs >= _untilUs)
        {
            _fails = !_fails;
            _untilUs += Duration(_fails ? percent : 100 - percent);
        }

        return _fails;
    }

    // Evenly up to twice the mean: plain arithmetic, so that it is the same on any machine.
    private long Duration(double part) => 1 + (long)(2 * random.NextDouble() * meanUs * part / 100);
}
