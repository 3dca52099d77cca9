namespace BarrierNode.Control
{
    /// <summary>
    /// The baselines of the frequency loops over a power loss. Without them a node cannot tell a parked vehicle from the weather (H12). Kept twice
    /// and written in turn, like <see cref="NodeMemory"/>; what cannot be read is not known, and the loops wait for a person.
    /// </summary>
    public sealed class LoopMemory
    {
        /// <summary>Weather is written no more often than this, to spare the flash: in milliseconds.</summary>
        public const int RestMs = 600000;

        private const int Magic = 0x504C4E42;
        private const int HeaderLength = 8;
        private const int EntryLength = 8;
        private const int Length = HeaderLength + (LoopBank.MaxLoops * EntryLength) + 4;

        private readonly JournalStore _store;
        private readonly LoopTable[] _tables;
        private readonly int[] _milliHz;
        private int _turn;
        private long _writtenMs = -RestMs;

        /// <summary>Reads what is stored.</summary>
        /// <param name="store">Where.</param>
        /// <param name="tables">The loops of the site table.</param>
        public LoopMemory(JournalStore store, LoopTable[] tables)
        {
            _store = store;
            _tables = tables;
            _milliHz = new int[tables.Length];
            if (tables.Length == 0)
            {
                return;
            }

            byte[] a = _store.Read(FileName(0));
            byte[] b = _store.Read(FileName(1));
            bool aGood = IsGood(a);
            bool bGood = IsGood(b);
            if (aGood || bGood)
            {
                Take(aGood && (!bGood || ByteCode.Int(a, 4) - ByteCode.Int(b, 4) > 0) ? a : b);
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
            byte[] bytes = new byte[Length];
            _turn++;
            ByteCode.PutInt(bytes, 0, Magic);
            ByteCode.PutInt(bytes, 4, _turn);
            for (int i = 0; i < _milliHz.Length; i++)
            {
                _milliHz[i] = loops[i].KeptMilliHz;
                ByteCode.PutInt(bytes, HeaderLength + (i * EntryLength), _tables[i].Pin);
                ByteCode.PutInt(bytes, HeaderLength + (i * EntryLength) + 4, _milliHz[i]);
            }

            ByteCode.PutInt(bytes, Length - 4, Crc32.Of(bytes, 0, Length - 4));
            _writtenMs = uptimeMs;
            _store.Write(FileName(_turn & 1), bytes, Length);
        }

        // A quarter of the threshold.
        private static bool HasMoved(int now, int stored, int thresholdPpm)
        {
            long off = now > stored ? now - stored : stored - now;
            return off * 8 * LoopSettings.Million > (long)stored * thresholdPpm;
        }

        private static string FileName(int copy)
        {
            return copy == 0 ? "loops0.bin" : "loops1.bin";
        }

        private static bool IsGood(byte[] bytes)
        {
            return bytes != null && bytes.Length == Length && ByteCode.Int(bytes, 0) == Magic
                && ByteCode.Int(bytes, Length - 4) == Crc32.Of(bytes, 0, Length - 4);
        }

        // By pin: a new site table may have other loops in another order.
        private void Take(byte[] bytes)
        {
            _turn = ByteCode.Int(bytes, 4);
            for (int i = 0; i < _tables.Length; i++)
            {
                for (int entry = HeaderLength; entry < Length - 4; entry += EntryLength)
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
