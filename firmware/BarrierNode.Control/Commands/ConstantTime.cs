namespace BarrierNode.Control
{
    /// <summary>Comparison whose time does not tell where two secrets differ.</summary>
    public static class ConstantTime
    {
        /// <summary>True when two parts are equal.</summary>
        /// <param name="a">First array.</param>
        /// <param name="aStart">Where its part starts.</param>
        /// <param name="b">Second array.</param>
        /// <param name="bStart">Where its part starts.</param>
        /// <param name="count">Length of both parts.</param>
        public static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int count)
        {
            if (a.Length - aStart < count || b.Length - bStart < count)
            {
                return false;
            }

            int difference = 0;
            for (int i = 0; i < count; i++)
            {
                difference |= a[aStart + i] ^ b[bStart + i];
            }

            return difference == 0;
        }
    }
}
