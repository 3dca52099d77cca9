using System.Threading;

namespace BarrierNode.Control
{
    /// <summary>
    /// The two counters of a ring between one writing and one reading thread. A slot is filled before it is published and read before it is
    /// given back; no lock. The counters run on and wrap, which a capacity that is a power of two divides evenly: a node can run for ever.
    /// </summary>
    public sealed class RingIndex
    {
        private readonly int _capacity;
        private readonly int _slots;
        private int _written;
        private int _read;

        /// <summary>Makes the counters of an empty ring.</summary>
        /// <param name="capacity">Number of slots, a power of two.</param>
        public RingIndex(int capacity)
        {
            _capacity = capacity;
            _slots = capacity - 1;
        }

        /// <summary>True when nothing waits (either thread).</summary>
        public bool IsEmpty
        {
            get
            {
                return Interlocked.CompareExchange(ref _written, 0, 0) == Interlocked.CompareExchange(ref _read, 0, 0);
            }
        }

        /// <summary>How many wait (either thread; the other may change it at once).</summary>
        public int Waiting
        {
            get
            {
                return Interlocked.CompareExchange(ref _written, 0, 0) - Interlocked.CompareExchange(ref _read, 0, 0);
            }
        }

        /// <summary>Slot to write, or -1 when the ring is full.</summary>
        public int WriteSlot()
        {
            int written = _written;
            return written - Interlocked.CompareExchange(ref _read, 0, 0) == _capacity ? -1 : written & _slots;
        }

        /// <summary>Publishes the slot.</summary>
        public void Publish()
        {
            Interlocked.Exchange(ref _written, _written + 1);
        }

        /// <summary>Slot to read, or -1 when the ring is empty.</summary>
        public int ReadSlot()
        {
            int written = Interlocked.CompareExchange(ref _written, 0, 0);
            return written == _read ? -1 : _read & _slots;
        }

        /// <summary>Slot of one that waits, without reading it (reading thread).</summary>
        /// <param name="place">0 for the oldest, to <see cref="Waiting"/> - 1.</param>
        public int SlotAt(int place)
        {
            return (_read + place) & _slots;
        }

        /// <summary>Gives the slot back.</summary>
        public void Release()
        {
            Interlocked.Exchange(ref _read, _read + 1);
        }
    }
}
