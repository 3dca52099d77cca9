namespace BarrierNode.Control
{
    /// <summary>
    /// The few numbers that a node must not forget: how often it started, up to where its events are confirmed, which trips are latched. Kept
    /// in <see cref="TwoCopies"/>, so a power cut in the middle of a write loses nothing.
    /// </summary>
    public sealed class NodeMemory
    {
        private const int Magic = 0x324D4E42;
        private const int OwnLength = 28;

        private readonly TwoCopies _copies;

        /// <summary>Reads what is stored.</summary>
        /// <param name="store">Where.</param>
        public NodeMemory(JournalStore store)
        {
            _copies = new TwoCopies(store, "memory", Magic, OwnLength);
            byte[] good = _copies.Read();
            if (good == null)
            {
                // A new node has no files. Files that cannot be read may have held a latched trip: unknown means unsafe.
                LatchedTrips = _copies.Unreadable ? -1 : 0;
                return;
            }

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
            byte[] bytes = _copies.Empty();
            ByteCode.PutInt(bytes, 8, Starts);
            ByteCode.PutLong(bytes, 12, LatchedTrips);
            ByteCode.PutLong(bytes, 20, Confirmed);
            ByteCode.PutLong(bytes, 28, Oldest);
            _copies.Write(bytes);
        }
    }
}
