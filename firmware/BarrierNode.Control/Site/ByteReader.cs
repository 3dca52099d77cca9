namespace BarrierNode.Control
{
    /// <summary>Reads little-endian numbers and short ASCII texts from a site table; reading past the end is an error, never a crash.</summary>
    internal sealed class ByteReader
    {
        private const int MaxText = 32;

        private readonly byte[] _bytes;
        private readonly int _end;
        private int _at;

        public ByteReader(byte[] bytes, int start, int end)
        {
            _bytes = bytes;
            _at = start;
            _end = end;
        }

        public bool AtEnd
        {
            get { return _at == _end; }
        }

        public int Byte()
        {
            if (_at >= _end)
            {
                throw new SiteTableException("ends too early");
            }

            return _bytes[_at++];
        }

        public int Int()
        {
            int value = Byte();
            value |= Byte() << 8;
            value |= Byte() << 16;
            return value | (Byte() << 24);
        }

        public long Long()
        {
            return ByteCode.Join(Int(), Int());
        }

        public string Text()
        {
            int length = Byte();
            if (length > MaxText)
            {
                throw new SiteTableException("a name is longer than " + MaxText + " characters");
            }

            char[] chars = new char[length];
            for (int i = 0; i < length; i++)
            {
                int c = Byte();
                if (c < 0x21 || c > 0x7E || c == '"' || c == '\\')
                {
                    throw new SiteTableException("a name has a character that is not allowed");
                }

                chars[i] = (char)c;
            }

            return new string(chars);
        }

        public int[] Ints(int count)
        {
            int[] values = new int[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = Int();
            }

            return values;
        }

        public int Count(int max, string of)
        {
            int count = Byte();
            if (count > max)
            {
                throw new SiteTableException("too many " + of);
            }

            return count;
        }
    }
}
