namespace BarrierNode.Control
{
    /// <summary>What the scan has to tell, on its way to the link thread: answers, events, lane states. Allocates nothing.</summary>
    public sealed class ReportRing
    {
        /// <summary>Most reports that wait; what comes then is counted in <see cref="Lost"/>.</summary>
        public const int Capacity = 256;

        private readonly RingIndex _index = new RingIndex(Capacity);
        private readonly int[] _kinds = new int[Capacity];
        private readonly int[] _lanes = new int[Capacity];
        private readonly int[] _codes = new int[Capacity];
        private readonly int[] _as = new int[Capacity];
        private readonly long[] _trips = new long[Capacity];
        private readonly int[] _ops = new int[Capacity];
        private readonly int[] _tickets = new int[Capacity];
        private readonly long[] _bs = new long[Capacity];
        private readonly long[] _cs = new long[Capacity];
        private readonly long[] _timesMs = new long[Capacity];

        /// <summary>Reports that found the ring full since the start.</summary>
        public int Lost { get; private set; }

        /// <summary>True when a report waits.</summary>
        public bool HasSome
        {
            get { return !_index.IsEmpty; }
        }

        /// <summary>How many reports wait.</summary>
        public int Waiting
        {
            get { return _index.Waiting; }
        }

        /// <summary>Kind of the report that was taken last.</summary>
        public ReportKind Kind { get; private set; }

        /// <summary>Its lane, or -1 for the node.</summary>
        public int Lane { get; private set; }

        /// <summary>Its code; see <see cref="ReportKind"/>.</summary>
        public int Code { get; private set; }

        /// <summary>Its first value.</summary>
        public int A { get; private set; }

        /// <summary>Its operation.</summary>
        public CommandOp Op { get; private set; }

        /// <summary>Its ticket, or -1.</summary>
        public int Ticket { get; private set; }

        /// <summary>Its conditions, a mask.</summary>
        public long B { get; private set; }

        /// <summary>Its second conditions, a mask.</summary>
        public long C { get; private set; }

        /// <summary>Its trip conditions, a mask.</summary>
        public long Trips { get; private set; }

        /// <summary>Uptime of the node when it was made, in milliseconds.</summary>
        public long UptimeMs { get; private set; }

        /// <summary>Puts a report in.</summary>
        /// <param name="kind">Kind.</param>
        /// <param name="lane">Lane, or -1.</param>
        /// <param name="code">Code.</param>
        /// <param name="a">First value.</param>
        /// <param name="op">Operation.</param>
        /// <param name="ticket">Ticket, or -1.</param>
        /// <param name="b">Conditions.</param>
        /// <param name="c">Second conditions.</param>
        /// <param name="trips">Trip conditions.</param>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        /// <returns>False when the ring was full.</returns>
        public bool Put(ReportKind kind, int lane, int code, int a, CommandOp op, int ticket, long b, long c, long trips, long uptimeMs)
        {
            int slot = _index.WriteSlot();
            if (slot < 0)
            {
                Lost++;
                return false;
            }

            _kinds[slot] = (int)kind;
            _lanes[slot] = lane;
            _codes[slot] = code;
            _as[slot] = a;
            _ops[slot] = (int)op;
            _tickets[slot] = ticket;
            _bs[slot] = b;
            _cs[slot] = c;
            _trips[slot] = trips;
            _timesMs[slot] = uptimeMs;
            _index.Publish();
            return true;
        }

        /// <summary>Takes the oldest report into the properties.</summary>
        /// <returns>False when there is none.</returns>
        public bool Take()
        {
            int slot = _index.ReadSlot();
            if (slot < 0)
            {
                return false;
            }

            Load(slot);
            _index.Release();
            return true;
        }

        /// <summary>Reads a report that waits into the properties, without taking it. For the thread that takes.</summary>
        /// <param name="place">0 for the oldest, to <see cref="Waiting"/> - 1.</param>
        public void Peek(int place)
        {
            Load(_index.SlotAt(place));
        }

        private void Load(int slot)
        {
            Kind = (ReportKind)_kinds[slot];
            Lane = _lanes[slot];
            Code = _codes[slot];
            A = _as[slot];
            Op = (CommandOp)_ops[slot];
            Ticket = _tickets[slot];
            B = _bs[slot];
            C = _cs[slot];
            Trips = _trips[slot];
            UptimeMs = _timesMs[slot];
        }
    }
}
