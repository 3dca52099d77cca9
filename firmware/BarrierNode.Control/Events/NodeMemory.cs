namespace BarrierNode.Control
{
    /// <summary>
    /// The few numbers that a node must not forget: how often it started, up to where its events are confirmed, which trips are latched. Kept
    /// twice and written in turn, so a power cut in the middle of a write leaves the other copy.
    /// </summary>
    public sealed class NodeMemory
    {
        private const int Magic = 0x324D4E42;
        private const int Length = 40;

        private readonly JournalStore _store;
        private int _turn;

        /// <summary>Reads what is stored.</summary>
        /// <param name="store">Where.</param>
        public NodeMemory(JournalStore store)
        {
            _store = store;
            byte[] a = _store.Read(FileName(0));
            byte[] b = _store.Read(FileName(1));
            bool aGood = IsGood(a);
            bool bGood = IsGood(b);
            if (!aGood && !bGood)
            {
                // A new node has no files. Files that cannot be read may have held a latched trip: unknown means unsafe.
                LatchedTrips = a == null && b == null ? 0 : -1;
                return;
            }

            bool useA = aGood && (!bGood || ByteCode.Int(a, 4) - ByteCode.Int(b, 4) > 0);
            byte[] good = useA ? a : b;
            _turn = ByteCode.Int(good, 4);
            Starts = ByteCode.Int(good, 8);
            LatchedTrips = ByteCode.Long(good, 12);
            Confirmed = ByteCode.Long(good, 20);
            Oldest = ByteCode.Long(good, 28);
        }

        /// <summary>How often the node has started.</summary>
        public int Starts { get; set; }

        /// <summary>The latched trip conditions, a mask.</summary>
        public long LatchedTrips { get; set; }

        /// <summary>The highest event number that a hub has confirmed.</summary>
        public long Confirmed { get; set; }

        /// <summary>The lowest event number that is still kept.</summary>
        public long Oldest { get; set; }

        /// <summary>Stores the numbers. Call only in a quiet window.</summary>
        public void Save()
        {
            byte[] bytes = new byte[Length];
            _turn++;
            ByteCode.PutInt(bytes, 0, Magic);
            ByteCode.PutInt(bytes, 4, _turn);
            ByteCode.PutInt(bytes, 8, Starts);
            ByteCode.PutLong(bytes, 12, LatchedTrips);
            ByteCode.PutLong(bytes, 20, Confirmed);
            ByteCode.PutLong(bytes, 28, Oldest);
            ByteCode.PutInt(bytes, 36, Crc32.Of(bytes, 0, 36));
            _store.Write(FileName(_turn & 1), bytes, Length);
        }

        private static string FileName(int copy)
        {
            return copy == 0 ? "memory0.bin" : "memory1.bin";
        }

        private static bool IsGood(byte[] bytes)
        {
            return bytes != null && bytes.Length == Length && ByteCode.Int(bytes, 0) == Magic
                && ByteCode.Int(bytes, 36) == Crc32.Of(bytes, 0, 36);
        }
    }
}
