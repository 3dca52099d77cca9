namespace BarrierNode.Control
{
    /// <summary>
    /// A few bytes that survive a power cut in the middle of a write: two files, written in turn, each with a number that rises and a check word, so
    /// that the other copy is whole. The first <see cref="FirstByte"/> bytes and the last four are its own, what is between them its owner's.
    /// </summary>
    internal sealed class TwoCopies
    {
        /// <summary>Place of the owner's first byte.</summary>
        public const int FirstByte = 8;

        private const int TurnAt = 4;
        private const int CheckLength = 4;

        private readonly JournalStore _store;
        private readonly string _name;
        private readonly int _magic;
        private readonly int _length;
        private int _turn;

        /// <summary>Makes it; nothing is read yet.</summary>
        /// <param name="store">Where.</param>
        /// <param name="name">Name of the files without their number.</param>
        /// <param name="magic">First four bytes of each.</param>
        /// <param name="ownerLength">Number of the owner's bytes.</param>
        public TwoCopies(JournalStore store, string name, int magic, int ownerLength)
        {
            _store = store;
            _name = name;
            _magic = magic;
            _length = FirstByte + ownerLength + CheckLength;
        }

        /// <summary>True when <see cref="Read"/> has found files, and none of them whole.</summary>
        public bool Unreadable { get; private set; }

        /// <summary>Reads the newer whole copy.</summary>
        /// <returns>Its bytes, or null when there is none.</returns>
        public byte[] Read()
        {
            byte[] a = _store.Read(FileName(0));
            byte[] b = _store.Read(FileName(1));
            bool aGood = IsGood(a);
            bool bGood = IsGood(b);
            if (!aGood && !bGood)
            {
                Unreadable = a != null || b != null;
                return null;
            }

            byte[] good = aGood && (!bGood || ByteCode.Int(a, TurnAt) - ByteCode.Int(b, TurnAt) > 0) ? a : b;
            _turn = ByteCode.Int(good, TurnAt);
            return good;
        }

        /// <summary>Empty bytes to fill in for <see cref="Write"/>.</summary>
        public byte[] Empty()
        {
            return new byte[_length];
        }

        /// <summary>Writes over the older copy. Call only in a quiet window.</summary>
        /// <param name="bytes">Bytes from <see cref="Empty"/> with the owner's filled in.</param>
        public void Write(byte[] bytes)
        {
            int turn = _turn + 1;
            ByteCode.PutInt(bytes, 0, _magic);
            ByteCode.PutInt(bytes, TurnAt, turn);
            ByteCode.PutInt(bytes, _length - CheckLength, Crc32.Of(bytes, 0, _length - CheckLength));
            _store.Write(FileName(turn & 1), bytes, _length);

            // A write that threw is tried again over the same copy: the other one is whole.
            _turn = turn;
        }

        private string FileName(int copy)
        {
            return _name + copy + ".bin";
        }

        private bool IsGood(byte[] bytes)
        {
            return bytes != null && bytes.Length == _length && ByteCode.Int(bytes, 0) == _magic
                && ByteCode.Int(bytes, _length - CheckLength) == Crc32.Of(bytes, 0, _length - CheckLength);
        }
    }
}
