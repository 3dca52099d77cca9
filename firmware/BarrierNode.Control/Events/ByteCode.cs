namespace BarrierNode.Control
{
    /// <summary>Little-endian numbers in byte arrays.</summary>
    internal static class ByteCode
    {
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
            return (Int(bytes, at) & 0xFFFFFFFFL) | ((long)Int(bytes, at + 4) << 32);
        }
    }
}
