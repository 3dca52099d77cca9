namespace BarrierNode.Control
{
    /// <summary>
    /// Stores the numbers of <see cref="KeptValues"/> in <see cref="TwoCopies"/>, so a power cut in the middle of a write loses nothing.
    /// Counters wait, to spare the flash; what stays in force over a power cut is stored at once. Used by the link thread.
    /// </summary>
    public sealed class KeptMemory
    {
        /// <summary>Counters and what was learned are stored at most this often, in milliseconds.</summary>
        public const long SlowMs = 600000;

        private const int Magic = 0x314B4E42;

        private readonly TwoCopies _copies;
        private readonly KeptValues _values;
        private int _storedChanges;
        private int _storedUrgent;
        private long _storedMs;

        /// <summary>Reads what is stored into the values; what was never stored, or cannot be read, is 0.</summary>
        /// <param name="store">Where.</param>
        /// <param name="values">The numbers, before the first scan.</param>
        public KeptMemory(JournalStore store, KeptValues values)
        {
            _copies = new TwoCopies(store, "kept", Magic, 4 * KeptValues.Count);
            _values = values;
            byte[] good = _copies.Read();
            for (int i = 0; good != null && i < KeptValues.Count; i++)
            {
                _values.Restore(i, ByteCode.Int(good, TwoCopies.FirstByte + (4 * i)));
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
            byte[] bytes = _copies.Empty();
            for (int i = 0; i < KeptValues.Count; i++)
            {
                ByteCode.PutInt(bytes, TwoCopies.FirstByte + (4 * i), _values.At(i));
            }

            _copies.Write(bytes);
            _storedChanges = changes;
            _storedUrgent = urgent;
            _storedMs = uptimeMs;
        }
    }
}
