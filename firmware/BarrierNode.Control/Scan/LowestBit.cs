namespace BarrierNode.Control
{
    /// <summary>Where the lowest bit of a mask is, found in the same few steps wherever it is.</summary>
    public static class LowestBit
    {
        /// <summary>Number of the lowest bit that is set, 0 to 31; the mask must not be 0.</summary>
        /// <param name="mask">The mask.</param>
        public static int Of(int mask)
        {
            int bit = mask & -mask;
            return ((bit & 0x0000FFFF) == 0 ? 16 : 0) + ((bit & 0x00FF00FF) == 0 ? 8 : 0) + ((bit & 0x0F0F0F0F) == 0 ? 4 : 0)
                + ((bit & 0x33333333) == 0 ? 2 : 0) + ((bit & 0x55555555) == 0 ? 1 : 0);
        }

        /// <summary>Number of the lowest bit that is set, 0 to 63; the mask must not be 0.</summary>
        /// <param name="mask">The mask.</param>
        public static int Of(long mask)
        {
            int low = (int)mask;
            return low != 0 ? Of(low) : 32 + Of((int)(mask >> 32));
        }
    }
}
