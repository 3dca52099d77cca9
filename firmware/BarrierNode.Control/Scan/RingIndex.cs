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
            int waiting = _written - Interlocked.CompareExchange(ref _read, 0, 0);
            return waiting == _capacity || waiting == -_capacity ? -1 : Slot(_written);
        }

        /// <summary>Publishes the slot.</summary>
        public void Publish()
        {
            Interlocked.Exchange(ref _written, After(_written));
        }

        /// <summary>Slot to read, or -1 when the ring is empty.</summary>
        public int ReadSlot()
        {
            int written = Interlocked.CompareExchange(ref _written, 0, 0);
            return written == _read ? -1 : Slot(_read);
        }

        /// <summary>Gives the slot back.</summary>
        public void Release()
        {
            Interlocked.Exchange(ref _read, After(_read));
        }

        private int Slot(int counter)
        {
            return counter < _capacity ? counter : counter - _capacity;
        }

        private int After(int counter)
        {
            return counter == (2 * _capacity) - 1 ? 0 : counter + 1;
        }
    }
}
