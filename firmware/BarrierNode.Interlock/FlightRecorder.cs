using System.Threading;

namespace BarrierNode.Interlock
{
    /// <summary>
    /// The last seconds of every scan: what came in, what was asked, what was permitted. A ring of two segments in fixed memory; each begins with a
    /// frame of the state, so a record can be replayed bit for bit through the same code. Triggered by a trip or on demand, it goes on for a
    /// second and then freezes until the record is released. docs/flight-record.md has the format.
    /// </summary>
    public sealed class FlightRecorder
    {
        /// <summary>Entries of one segment. At 20 ms a scan a record reaches at least 3.8 s and at most 9 s back from its trigger.</summary>
        public const int SegmentEntries = 256;

        /// <summary>Words of one entry, of 32 bits.</summary>
        public const int EntryWords = 5;

        /// <summary>Entries that still follow a trigger.</summary>
        public const int EntriesAfterTrigger = 64;

        /// <summary>Length of the head of a record, in bytes.</summary>
        public const int HeadLength = 32;

        /// <summary>First four bytes of a record, "BNFR".</summary>
        public const int Magic = 0x52464E42;

        /// <summary>Version of the format.</summary>
        public const int Version = 1;

        /// <summary>Kind of an entry that is a scan.</summary>
        public const int ScanKind = 1;

        /// <summary>Kind of an entry that is a command which the next scan took.</summary>
        public const int CommandKind = 2;

        /// <summary>Flag of a scan: a quiet window was asked for.</summary>
        public const int QuietAskedFlag = 4;

        /// <summary>Flag of a scan: the permission pulse was given.</summary>
        public const int PulseFlag = 8;

        private const int Segments = 2;

        private readonly int[] _entries = new int[Segments * SegmentEntries * EntryWords];
        private readonly int[] _counts = new int[Segments];
        private readonly long[] _frames;
        private readonly StateFrame _frame;
        private readonly int _frameWords;
        private readonly int _longestScan;
        private readonly int _tableHash;
        private int _segment;
        private int _left;
        private int _frozen;
        private int _trigger;

        /// <summary>Makes an empty recorder.</summary>
        /// <param name="frameWords">Words of a frame of the state.</param>
        /// <param name="commandsPerScan">Most commands that one scan takes.</param>
        /// <param name="tableHash">Check word of the site table, for the head of the record.</param>
        public FlightRecorder(int frameWords, int commandsPerScan, int tableHash)
        {
            _frameWords = frameWords;
            _longestScan = commandsPerScan + 1;
            _tableHash = tableHash;
            _frames = new long[Segments * frameWords];
            _frame = new StateFrame(_frames);
            _left = -1;
        }

        /// <summary>True while a record waits to be read and released (any thread).</summary>
        public bool Frozen
        {
            get { return Interlocked.CompareExchange(ref _frozen, 0, 0) != 0; }
        }

        /// <summary>Number of the frozen record: the first since the start is 1.</summary>
        public int Number { get; private set; }

        /// <summary>Why the frozen record was made: the number of the trip condition, or -1 on demand.</summary>
        public int Reason
        {
            get { return _trigger; }
        }

        /// <summary>Triggers that came while a record was frozen, or about to be: these have no record of their own.</summary>
        public int Missed { get; private set; }

        /// <summary>Length of the frozen record in bytes.</summary>
        public int Length
        {
            get { return HeadLength + (8 * _frameWords) + (4 * EntryWords * (_counts[0] + _counts[1])); }
        }

        /// <summary>Begins a scan (scan thread).</summary>
        /// <returns>Null, or where to save the state as it is before this scan.</returns>
        public StateFrame Begin()
        {
            if (Frozen || (_counts[_segment] > 0 && _counts[_segment] + _longestScan <= SegmentEntries))
            {
                return null;
            }

            if (_counts[_segment] > 0)
            {
                _segment ^= 1;
                _counts[_segment] = 0;
            }

            _frame.BeginSave(_segment * _frameWords);
            return _frame;
        }

        /// <summary>Records a command that this scan takes (scan thread).</summary>
        /// <param name="op">Its operation, a number.</param>
        /// <param name="lane">Number of its lane.</param>
        /// <param name="ticket">Its ticket.</param>
        public void Command(int op, int lane, int ticket)
        {
            Add(CommandKind, op, lane, ticket, 0);
        }

        /// <summary>Records a scan (scan thread).</summary>
        /// <param name="elapsedUs">The gap before it in microseconds; what is negative or longer than any time in a table is shortened to -1 or that.</param>
        /// <param name="pins">The pin levels, a mask.</param>
        /// <param name="derived">The derived conditions, a mask.</param>
        /// <param name="requests">The outputs asked for, a mask.</param>
        /// <param name="permitted">The outputs permitted, a mask.</param>
        /// <param name="flags"><see cref="QuietAskedFlag"/>, <see cref="PulseFlag"/>.</param>
        public void Scan(long elapsedUs, int pins, long derived, int requests, int permitted, int flags)
        {
            int gapUs = elapsedUs < 0 ? -1 : elapsedUs > GateTable.MaxTimeUs ? (int)GateTable.MaxTimeUs : (int)elapsedUs;
            Add(ScanKind | flags, gapUs, pins, (int)(derived >> 32), (requests & 0xFFFF) | (permitted << 16));
            if (_left > 0 && --_left == 0)
            {
                Number++;
                Interlocked.Exchange(ref _frozen, 1);
            }
        }

        /// <summary>Asks for a record around this scan (scan thread).</summary>
        /// <param name="reason">Why, for the head of the record: the number of the trip condition, or -1 on demand.</param>
        /// <returns>False when there is one already: this trigger is missed.</returns>
        public bool Trigger(int reason)
        {
            if (_left >= 0)
            {
                Missed++;
                return false;
            }

            _trigger = reason;
            _left = EntriesAfterTrigger;
            return true;
        }

        /// <summary>Gives the frozen record up and records again, from empty (scan thread).</summary>
        public void Release()
        {
            _counts[0] = 0;
            _counts[1] = 0;
            _segment = 0;
            _left = -1;
            Interlocked.Exchange(ref _frozen, 0);
        }

        /// <summary>Reads a part of the frozen record (any thread).</summary>
        /// <param name="from">First byte of the part.</param>
        /// <param name="bytes">Where to.</param>
        /// <param name="at">First byte there.</param>
        /// <param name="count">Number of bytes; the part must end within <see cref="Length"/>.</param>
        public void Read(int from, byte[] bytes, int at, int count)
        {
            int word = -1;
            int value = 0;
            for (int i = 0; i < count; i++)
            {
                int position = from + i;
                if (position >> 2 != word)
                {
                    word = position >> 2;
                    value = WordOf(word);
                }

                bytes[at + i] = (byte)(value >> ((position & 3) << 3));
            }
        }

        private void Add(int kind, int a, int b, int c, int d)
        {
            if (Frozen)
            {
                return;
            }

            int at = ((_segment * SegmentEntries) + _counts[_segment]) * EntryWords;
            _entries[at] = kind;
            _entries[at + 1] = a;
            _entries[at + 2] = b;
            _entries[at + 3] = c;
            _entries[at + 4] = d;
            _counts[_segment]++;
        }

        // The record as words of 32 bits: head, the frame of the older segment, the entries of both.
        private int WordOf(int word)
        {
            int older = _counts[_segment ^ 1] > 0 ? _segment ^ 1 : _segment;
            int frameAt = HeadLength / 4;
            int entriesAt = frameAt + (2 * _frameWords);
            if (word < frameAt)
            {
                return HeadOf(word);
            }

            if (word < entriesAt)
            {
                long state = _frames[(older * _frameWords) + ((word - frameAt) >> 1)];
                return (int)(((word - frameAt) & 1) == 0 ? state : state >> 32);
            }

            int entry = word - entriesAt;
            int olderWords = _counts[older] * EntryWords;
            return entry < olderWords
                ? _entries[(older * SegmentEntries * EntryWords) + entry]
                : _entries[(_segment * SegmentEntries * EntryWords) + entry - olderWords];
        }

        private int HeadOf(int word)
        {
            switch (word)
            {
                case 0: return Magic;
                case 1: return Version;
                case 2: return _tableHash;
                case 3: return InterlockVersion.SourceHash;
                case 4: return _frameWords;
                case 5: return _counts[0] + _counts[1];
                case 6: return _trigger;
                default: return 0;
            }
        }
    }
}
