namespace BarrierNode.Sim;

/// <summary>Chance from a seed (SplitMix64): the same numbers on any machine.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SimRandom(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Chance of its own for a part of a city: what one part draws does not change what another gets.</summary>
    /// <param name="citySeed">Seed of the city.</param>
    /// <param name="station">Number of the station.</param>
    /// <param name="part">Number of the part.</param>
    public static SimRandom Of(int citySeed, int station, int part) =>
        new(new SimRandom(((long)citySeed << 32) | (uint)station).Next() ^ ((long)part << 56));

    /// <summary>64 random bits.</summary>
    public long Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (long)(mixed ^ (mixed >> 31));
        }
    }

    /// <summary>A number from 0 to one below a limit.</summary>
    /// <param name="limit">The limit, at least 1.</param>
    public int Below(int limit) => (int)((ulong)Next() % (ulong)limit);

    /// <summary>Random bytes.</summary>
    /// <param name="count">How many.</param>
    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)Next();
        }

        return bytes;
    }
}
