namespace BarrierNode.Control
{
    /// <summary>CRC-32 as in IEEE 802.3 (polynomial EDB88320, reflected), bit by bit: small rather than fast.</summary>
    public static class Crc32
    {
        /// <summary>Check word of a part of an array.</summary>
        /// <param name="bytes">The array.</param>
        /// <param name="start">First byte.</param>
        /// <param name="count">Number of bytes.</param>
        public static int Of(byte[] bytes, int start, int count)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = start; i < start + count; i++)
            {
                crc ^= bytes[i];
                for (int b = 0; b < 8; b++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }
            }

            return (int)~crc;
        }
    }
}
