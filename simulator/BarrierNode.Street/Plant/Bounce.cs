namespace BarrierNode.Street;

/// <summary>
/// What a contact tells in the first milliseconds after it has moved: it opens and closes at random, then stays. What it tells depends on the time
/// alone, not on how often it is read.
/// </summary>
/// <param name="lot">The lot that it comes from.</param>
internal sealed class Bounce(PartLot lot)
{
    private const int LeastUs = 2000;
    private const int MostUs = 10_000;

    // A contact that bounces stays open or closed for about so long.
    private const int FlightUs = 500;

    private readonly uint _key = (uint)lot.Draw(0, int.MaxValue - 1);
    private long _untilUs = long.MinValue;
    private uint _moves;

    /// <summary>The contact has moved now.</summary>
    public void Begin()
    {
        if (lot.Differs)
        {
            _moves++;
            _untilUs = lot.NowUs + LeastUs + (Mixed(_moves) % (MostUs - LeastUs + 1));
        }
    }

    /// <summary>What the contact tells now.</summary>
    /// <param name="closed">Where it will stay.</param>
    public bool Level(bool closed) =>
        lot.NowUs >= _untilUs ? closed : (Mixed(_moves ^ (uint)(lot.NowUs / FlightUs)) & 1) != 0;

    // The finaliser of MurmurHash3: every bit of the result depends on every bit of the number.
    private uint Mixed(uint number)
    {
        uint hash = unchecked(_key + (number * 0x9E3779B9));
        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return hash ^ (hash >> 16);
    }
}
