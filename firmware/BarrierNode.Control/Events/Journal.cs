namespace BarrierNode.Control
{
    /// <summary>
    /// The numbered events of the node, kept in flash until a hub has confirmed them. An event is sent only after it is stored, so a number
    /// never comes to mean two things. Used by the link thread; writes happen in quiet windows.
    /// </summary>
    public sealed class Journal
    {
        /// <summary>Events in one file.</summary>
        public const int SegmentEvents = 256;

        /// <summary>Most files: 20 × 256 = 5,120 events in 184 KB of the chip's 256 KB of flash files.</summary>
        public const int MaxSegments = 20;

        /// <summary>Most events that wait for a quiet window.</summary>
        public const int MaxWaiting = 64;

        // The confirmed number is stored only now and then, to spare the flash: what is sent twice for it, the hub knows by its number.
        private const int ConfirmStep = 32;

        private readonly JournalStore _store;
        private readonly NodeMemory _memory;
        private readonly JournalEntry[] _waiting = new JournalEntry[MaxWaiting];
        private readonly byte[] _tail = new byte[SegmentEvents * JournalEntry.Length];
        private long _tailSegment;
        private int _waitingCount;
        private int _lost;
        private long _lastStored;
        private byte[] _old;
        private long _oldSegment = -1;
        private long _storedConfirmed;
        private bool _interrupted;

        /// <summary>Opens the journal, finds its end, counts the start. Nothing may be energised yet.</summary>
        /// <param name="store">Where the files are.</param>
        public Journal(JournalStore store)
        {
            _store = store;
            _memory = new NodeMemory(store);
            if (_memory.Oldest < 1)
            {
                _memory.Oldest = 1;
            }

            FindEnd();
            _memory.Starts++;
            SaveMemory();
            for (int i = 0; i < MaxWaiting; i++)
            {
                _waiting[i] = new JournalEntry();
            }
        }

        /// <summary>Number of this start of the node.</summary>
        public int Start
        {
            get { return _memory.Starts; }
        }

        /// <summary>The trip rules that are stored as latched, a mask.</summary>
        public long LatchedTrips
        {
            get { return _memory.LatchedTrips; }
        }

        /// <summary>Number of the latest stored event; 0 when there is none yet.</summary>
        public long LastStored
        {
            get { return _lastStored; }
        }

        /// <summary>The highest number that a hub has confirmed.</summary>
        public long Confirmed
        {
            get { return _memory.Confirmed; }
        }

        /// <summary>The lowest number that is still kept.</summary>
        public long Oldest
        {
            get { return _memory.Oldest; }
        }

        /// <summary>Events that no hub has confirmed, stored or waiting.</summary>
        public long Unconfirmed
        {
            get { return _lastStored - _memory.Confirmed + _waitingCount; }
        }

        /// <summary>Notes an event; it is stored by the next <see cref="Write"/>.</summary>
        /// <param name="code">What happened.</param>
        /// <param name="lane">The lane, or -1.</param>
        /// <param name="op">The operation, or None.</param>
        /// <param name="a">Its number.</param>
        /// <param name="b">The conditions behind it.</param>
        /// <param name="uptimeMs">When it happened.</param>
        public void Note(EventCode code, int lane, CommandOp op, int a, long b, long uptimeMs)
        {
            if (_waitingCount == MaxWaiting)
            {
                _lost++;
                return;
            }

            JournalEntry entry = _waiting[_waitingCount++];
            entry.Start = Start;
            entry.UptimeMs = uptimeMs;
            entry.Code = code;
            entry.Lane = lane;
            entry.Op = op;
            entry.A = a;
            entry.B = b;
        }

        /// <summary>True when something has to be written.</summary>
        /// <param name="latchedTrips">The trips that are latched now.</param>
        public bool NeedsWrite(long latchedTrips)
        {
            return _waitingCount > 0 || MemoryIsOld(latchedTrips);
        }

        /// <summary>
        /// Stores what waits. Call only in a quiet window. When the store throws (flash full, worn out), what waits still waits and the next
        /// call finds out what was stored.
        /// </summary>
        /// <param name="latchedTrips">The trips that are latched now.</param>
        /// <param name="uptimeMs">Uptime now, in milliseconds.</param>
        public void Write(long latchedTrips, long uptimeMs)
        {
            // The latch first: it is what the next start must know.
            if (MemoryIsOld(latchedTrips))
            {
                _memory.LatchedTrips = latchedTrips;
                SaveMemory();
            }

            while (Segment(_memory.Oldest) < Segment(_lastStored)
                && (Segment(_memory.Oldest) + 1) * SegmentEvents <= _memory.Confirmed)
            {
                DropOldest();
            }

            if (_interrupted)
            {
                Recover();
            }

            while (_waitingCount > 0)
            {
                _interrupted = true;
                int stored = StoreRun();
                _interrupted = false;
                Forget(stored);
            }

            if (_lost > 0)
            {
                int lost = _lost;
                _lost = 0;
                Note(EventCode.EventsLost, -1, CommandOp.None, lost, 0, uptimeMs);
            }
        }

        /// <summary>A hub has stored every event up to this number.</summary>
        /// <param name="number">The number.</param>
        /// <returns>False when the number is not possible; it is then ignored.</returns>
        public bool Confirm(long number)
        {
            if (number < _memory.Confirmed || number > _lastStored)
            {
                return false;
            }

            _memory.Confirmed = number;
            return true;
        }

        /// <summary>Reads a stored event.</summary>
        /// <param name="number">Its number, from <see cref="Oldest"/> to <see cref="LastStored"/>.</param>
        /// <param name="entry">Where to.</param>
        /// <returns>False when it is not kept any more or cannot be read.</returns>
        public bool Load(long number, JournalEntry entry)
        {
            if (number < _memory.Oldest || number > _lastStored)
            {
                return false;
            }

            long segment = Segment(number);
            byte[] bytes = _tail;
            if (segment != _tailSegment)
            {
                if (segment != _oldSegment)
                {
                    _old = _store.Read(FileName(segment));
                    _oldSegment = segment;
                }

                bytes = _old;
            }

            return bytes != null && entry.Get(bytes, Offset(number), number);
        }

        private void FindEnd()
        {
            long segment = Segment(_memory.Oldest);
            int length = FillTail(segment);
            while (length == _tail.Length)
            {
                segment++;
                length = FillTail(segment);
            }

            _lastStored = (segment * SegmentEvents) + (length / JournalEntry.Length);
            if (_lastStored < _memory.Oldest - 1)
            {
                _lastStored = _memory.Oldest - 1;
            }

            if (_memory.Confirmed > _lastStored)
            {
                _memory.Confirmed = _lastStored;
            }
        }

        // A write that the power cut off leaves half an entry. It is filled up and its number never used again: what is stored is only ever
        // added to, so no repair can lose anything.
        private int FillTail(long segment)
        {
            _tailSegment = segment;
            byte[] bytes = _store.Read(FileName(segment));
            int length = bytes == null ? 0 : bytes.Length > _tail.Length ? _tail.Length : bytes.Length;
            System.Array.Clear(_tail, 0, _tail.Length);
            if (length > 0)
            {
                System.Array.Copy(bytes, 0, _tail, 0, length);
            }

            int missing = (JournalEntry.Length - (length % JournalEntry.Length)) % JournalEntry.Length;
            if (missing > 0)
            {
                _store.Append(FileName(segment), _tail, length, missing);
            }

            return length + missing;
        }

        // A write that threw may have stored anything from nothing to everything of its run.
        private void Recover()
        {
            JournalEntry entry = new JournalEntry();
            long before = _lastStored;
            FindEnd();
            int stored = 0;
            for (long number = before + 1; number <= _lastStored; number++)
            {
                if (Load(number, entry))
                {
                    stored++;
                }
            }

            Forget(stored);
            _interrupted = false;
        }

        private void Forget(int count)
        {
            for (int i = 0; i < _waitingCount - count; i++)
            {
                JournalEntry done = _waiting[i];
                _waiting[i] = _waiting[i + count];
                _waiting[i + count] = done;
            }

            _waitingCount -= count;
        }

        private int StoreRun()
        {
            long first = _lastStored + 1;
            int start = Offset(first);
            if (start == 0)
            {
                while (Segment(first) - Segment(_memory.Oldest) >= MaxSegments)
                {
                    DropOldest();
                }
            }

            _tailSegment = Segment(first);
            int count = 0;
            while (count < _waitingCount && Segment(first + count) == Segment(first))
            {
                JournalEntry entry = _waiting[count];
                entry.Number = first + count;
                entry.Put(_tail, start + (count * JournalEntry.Length));
                count++;
            }

            if (start == 0)
            {
                _store.Write(FileName(Segment(first)), _tail, count * JournalEntry.Length);
            }
            else
            {
                _store.Append(FileName(Segment(first)), _tail, start, count * JournalEntry.Length);
            }

            _lastStored += count;
            return count;
        }

        private void DropOldest()
        {
            long segment = Segment(_memory.Oldest);
            long next = ((segment + 1) * SegmentEvents) + 1;
            if (next - 1 > _memory.Confirmed)
            {
                _lost += (int)(next - 1 - _memory.Confirmed);
                _memory.Confirmed = next - 1;
            }

            // First forget, then delete: a power cut in between leaves a file that is overwritten later.
            _memory.Oldest = next;
            SaveMemory();
            _store.Delete(FileName(segment));
        }

        private bool MemoryIsOld(long latchedTrips)
        {
            return latchedTrips != _memory.LatchedTrips || _memory.Confirmed - _storedConfirmed >= ConfirmStep;
        }

        private void SaveMemory()
        {
            _memory.Save();
            _storedConfirmed = _memory.Confirmed;
        }

        private static long Segment(long number)
        {
            return (number - 1) / SegmentEvents;
        }

        private static int Offset(long number)
        {
            return (int)((number - 1) % SegmentEvents) * JournalEntry.Length;
        }

        private static string FileName(long segment)
        {
            return "events" + segment + ".bin";
        }
    }
}
