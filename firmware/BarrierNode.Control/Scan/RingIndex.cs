using System.Threading;

namespace BarrierNode.Control
{
    /// <summary>
    /// The two counters of a ring between one writing and one reading thread. A slot is filled before it is published and read before it is
    /// given back; no lock. The counters go round twice the capacity, so that full and empty differ and a node can run for ever.
    /// </summary>
    public sealed class RingIndex
    {
        private readonly int _capacity;
        private int _written;
        private int _read;

        /// <summary>Makes the counters of an empty ring.</summary>
        /// <param name="capacity">Number of slots.</param>
        public RingIndex(int capacity)
        {
            _capacity = capacity;
        }

        /// <summary>True when nothing waits (either thread).</summary>
        public bool IsEmpty
        {
            get
            {
                return Interlocked.CompareExchange(ref _written, 0, 0) == Interlocked.CompareExchange(ref _read, 0, 0);
            }
        }

        /// <summary>Slot to write, or -1 when the ring is full.</summary>
        public int WriteSlot()
        {
            int written = _written;
            int waiting = written - Interlocked.CompareExchange(ref _read, 0, 0);
            return waiting == _capacity || waiting == -_capacity ? -1 : written < _capacity ? written : written - _capacity;
        }

        /// <summary>Publishes the slot.</summary>
        public void Publish()
        {
            int next = _written + 1;
            Interlocked.Exchange(ref _written, next == _capacity + _capacity ? 0 : next);
        }

        /// <summary>Slot to read, or -1 when the ring is empty.</summary>
        public int ReadSlot()
        {
            int written = Interlocked.CompareExchange(ref _written, 0, 0);
            return written == _read ? -1 : _read < _capacity ? _read : _read - _capacity;
        }

        /// <summary>Gives the slot back.</summary>
        public void Release()
        {
            int next = _read + 1;
            Interlocked.Exchange(ref _read, next == _capacity + _capacity ? 0 : next);
        }
    }
}
