namespace BarrierNode.Control
{
    /// <summary>
    /// The baselines of the frequency loops over a power loss. Without them a node cannot tell a parked vehicle from the weather (H12). Kept
    /// in <see cref="TwoCopies"/>; what cannot be read is not known, and the loops wait for a person.
    /// </summary>
    public sealed class LoopMemory
    {
        /// <summary>Weather is written no more often than this, to spare the flash: in milliseconds.</summary>
        public const int RestMs = 600000;

        private const int Magic = 0x504C4E42;
        private const int EntryLength = 8;
        private const int EntriesEnd = TwoCopies.FirstByte + (LoopBank.MaxLoops * EntryLength);

        private readonly TwoCopies _copies;
        private readonly LoopTable[] _tables;
        private readonly int[] _milliHz;
        private long _writtenMs = -RestMs;

        /// <summary>Reads what is stored.</summary>
        /// <param name="store">Where.</param>
        /// <param name="tables">The loops of the site table.</param>
        public LoopMemory(JournalStore store, LoopTable[] tables)
        {
            _copies = new TwoCopies(store, "loops", Magic, LoopBank.MaxLoops * EntryLength);
            _tables = tables;
            _milliHz = new int[tables.Length];
            byte[] good = tables.Length == 0 ? null : _copies.Read();
            if (good != null)
            {
                Take(good);
            }
        }

        /// <summary>By loop: the stored baseline in mHz, or 0.</summary>
        public int[] MilliHz
        {
            get { return _milliHz; }
        }

        /// <summary>True when something has to be written: a loop became known or unknown, or weather has moved one.</summary>
        /// <param name="loops">The loops.</param>
        /// <param name="uptimeMs">Uptime now, in milliseconds.</param>
        public bool NeedsWrite(LoopBank loops, long uptimeMs)
        {
            for (int i = 0; i < _milliHz.Length; i++)
            {
                int now = loops[i].KeptMilliHz;
                bool turned = (now == 0) != (_milliHz[i] == 0);
                if (turned || (uptimeMs - _writtenMs >= RestMs && HasMoved(now, _milliHz[i], loops[i].Settings.SlowPpm)))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Stores the baselines. Call only in a quiet window.</summary>
        /// <param name="loops">The loops.</param>
        /// <param name="uptimeMs">Uptime now, in milliseconds.</param>
        public void Write(LoopBank loops, long uptimeMs)
        {
            byte[] bytes = _copies.Empty();
            int[] now = new int[_milliHz.Length];
            for (int i = 0; i < now.Length; i++)
            {
                now[i] = loops[i].KeptMilliHz;
                ByteCode.PutInt(bytes, TwoCopies.FirstByte + (i * EntryLength), _tables[i].Pin);
                ByteCode.PutInt(bytes, TwoCopies.FirstByte + (i * EntryLength) + 4, now[i]);
            }

            _copies.Write(bytes);

            // Only what is written is known to be stored.
            System.Array.Copy(now, _milliHz, now.Length);
            _writtenMs = uptimeMs;
        }

        // A quarter of the threshold.
        private static bool HasMoved(int now, int stored, int thresholdPpm)
        {
            long off = now > stored ? now - stored : stored - now;
            return off * 8 * LoopSettings.Million > (long)stored * thresholdPpm;
        }

        // By pin: a new site table may have other loops in another order.
        private void Take(byte[] bytes)
        {
            for (int i = 0; i < _tables.Length; i++)
            {
                for (int entry = TwoCopies.FirstByte; entry < EntriesEnd; entry += EntryLength)
                {
                    if (ByteCode.Int(bytes, entry) == _tables[i].Pin)
                    {
                        int milliHz = ByteCode.Int(bytes, entry + 4);
                        _milliHz[i] = milliHz != 0 ? milliHz : _milliHz[i];
                    }
                }
            }
        }
    }
}
