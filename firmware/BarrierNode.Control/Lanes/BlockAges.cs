namespace BarrierNode.Control
{
    /// <summary>Remembers for each bit of a mask since when it is set. Used by the link thread, outside the scan.</summary>
    public sealed class BlockAges
    {
        private readonly int[] _sinceS = new int[64];

        /// <summary>The mask as last taken.</summary>
        public long Mask { get; private set; }

        /// <summary>Takes a mask.</summary>
        /// <param name="mask">The mask.</param>
        /// <param name="uptimeMs">Uptime of the node when it became so, in milliseconds.</param>
        public void Take(long mask, long uptimeMs)
        {
            long began = mask & ~Mask;
            for (int bit = 0; bit < _sinceS.Length; bit++)
            {
                if (((began >> bit) & 1L) != 0)
                {
                    _sinceS[bit] = (int)(uptimeMs / 1000);
                }
            }

            Mask = mask;
        }

        /// <summary>Uptime of the node since which a bit is set, in whole seconds.</summary>
        /// <param name="bit">Number of a bit of <see cref="Mask"/>, 0 to 63.</param>
        public int SinceS(int bit)
        {
            return _sinceS[bit];
        }
    }
}
