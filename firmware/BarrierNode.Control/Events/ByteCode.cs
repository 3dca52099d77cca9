namespace BarrierNode.Control
{
    /// <summary>Little-endian numbers in byte arrays.</summary>
    internal static class ByteCode
    {
        private const long HighHalf = unchecked((long)0xFFFFFFFF00000000);

        public static void PutInt(byte[] bytes, int at, int value)
        {
            bytes[at] = (byte)value;
            bytes[at + 1] = (byte)(value >> 8);
            bytes[at + 2] = (byte)(value >> 16);
            bytes[at + 3] = (byte)(value >> 24);
        }

        public static void PutLong(byte[] bytes, int at, long value)
        {
            PutInt(bytes, at, (int)value);
            PutInt(bytes, at + 4, (int)(value >> 32));
        }

        public static int Int(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
        }

        public static long Long(byte[] bytes, int at)
        {
            return Join(Int(bytes, at), Int(bytes, at + 4));
        }

        /// <summary>The number of these two halves.</summary>
        public static long Join(int low, int high)
        {
            // Not "low & 0xFFFFFFFFL": that constant is a conversion in IL, and the sign of its result is the runtime's choice.
            long wide = low;
            return (wide ^ (wide & HighHalf)) | ((long)high << 32);
        }
    }
}
