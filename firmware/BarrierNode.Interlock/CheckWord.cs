namespace BarrierNode.Interlock
{
    /// <summary>
    /// The check word of a gate table: the sum s of its words before it, in order, each time s = s × 6364136223846793005 + word, modulo 2^64.
    /// The factor is odd, so it has an inverse: no change within one word ever leaves the sum as it was. (The factor is Knuth's, from MMIX.)
    /// </summary>
    public static class CheckWord
    {
        /// <summary>What the sum starts with, so that a table of zeros has no check word of zero.</summary>
        public const long Start = 0x424E4754;

        /// <summary>The factor.</summary>
        public const long Factor = 6364136223846793005;

        /// <summary>The check word that a table of these words must have.</summary>
        /// <param name="words"><see cref="GateTable.WordCount"/> words; the last one is not counted.</param>
        public static long Of(long[] words)
        {
            long sum = Start;
            for (int i = 0; i < GateTable.CheckWordAt; i++)
            {
                sum = (sum * Factor) + words[i];
            }

            return sum;
        }
    }
}
