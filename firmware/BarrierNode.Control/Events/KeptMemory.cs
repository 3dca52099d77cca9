namespace BarrierNode.Control
{
    /// <summary>
    /// Stores the numbers of <see cref="KeptValues"/>. Kept twice and written in turn, so a power cut in the middle of a write leaves the other
    /// copy. Counters wait, to spare the flash; what stays in force over a power cut is stored at once. Used by the link thread.
    /// </summary>
    public sealed class KeptMemory
    {
        /// <summary>Counters and what was learned are stored at most this often, in milliseconds.</summary>
        public const long SlowMs = 600000;

        private const int Magic = 0x314B4E42;
        private const int FirstValue = 8;
        private const int CheckAt = FirstValue + (4 * KeptValues.Count);
        private const int Length = CheckAt + 4;

        private readonly JournalStore _store;
        private readonly KeptValues _values;
        private int _turn;
        private int _storedChanges;
        private int _storedUrgent;
        private long _storedMs;

        /// <summary>Reads what is stored into the values; what was never stored, or cannot be read, is 0.</summary>
        /// <param name="store">Where.</param>
        /// <param name="values">The numbers, before the first scan.</param>
        public KeptMemory(JournalStore store, KeptValues values)
        {
            _store = store;
            _values = values;
            byte[] a = _store.Read(FileName(0));
            byte[] b = _store.Read(FileName(1));
            bool aGood = IsGood(a);
            bool bGood = IsGood(b);
            if (!aGood && !bGood)
            {
                return;
            }

            byte[] good = aGood && (!bGood || ByteCode.Int(a, 4) - ByteCode.Int(b, 4) > 0) ? a : b;
            _turn = ByteCode.Int(good, 4);
            for (int i = 0; i < KeptValues.Count; i++)
            {
                _values.Restore(i, ByteCode.Int(good, FirstValue + (4 * i)));
            }
        }

        /// <summary>True when something should be written now.</summary>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        public bool NeedsWrite(long uptimeMs)
        {
            return _values.UrgentChanges != _storedUrgent || (_values.Changes != _storedChanges && uptimeMs - _storedMs >= SlowMs);
        }

        /// <summary>Stores the numbers. Call only in a quiet window.</summary>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        public void Write(long uptimeMs)
        {
            // Before the numbers: a change during the write is written again.
            int changes = _values.Changes;
            int urgent = _values.UrgentChanges;
            byte[] bytes = new byte[Length];
            ByteCode.PutInt(bytes, 0, Magic);
            ByteCode.PutInt(bytes, 4, _turn + 1);
            for (int i = 0; i < KeptValues.Count; i++)
            {
                ByteCode.PutInt(bytes, FirstValue + (4 * i), _values.At(i));
            }

            ByteCode.PutInt(bytes, CheckAt, Crc32.Of(bytes, 0, CheckAt));
            _store.Write(FileName((_turn + 1) & 1), bytes, Length);

            // A write that threw is tried again over the same copy: the other one is whole.
            _turn++;
            _storedChanges = changes;
            _storedUrgent = urgent;
            _storedMs = uptimeMs;
        }

        private static string FileName(int copy)
        {
            return copy == 0 ? "kept0.bin" : "kept1.bin";
        }

        private static bool IsGood(byte[] bytes)
        {
            return bytes != null && bytes.Length == Length && ByteCode.Int(bytes, 0) == Magic
                && ByteCode.Int(bytes, CheckAt) == Crc32.Of(bytes, 0, CheckAt);
        }
    }
}
