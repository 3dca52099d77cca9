using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The numbers of one lane that survive a power cut; see <see cref="KeptValues"/>.</summary>
    public sealed class KeptLane
    {
        /// <summary>Numbers of a lane; also the words that <see cref="Exchange"/> takes.</summary>
        public const int Count = 32;

        // Words of the state: a frame takes the whole array at once.
        private readonly long[] _values = new long[Count];
        private int _changes;
        private int _urgentChanges;

        /// <summary>Rises with every change since the start.</summary>
        public int Changes
        {
            get { return System.Threading.Interlocked.CompareExchange(ref _changes, 0, 0); }
        }

        /// <summary>Rises with every change of a number that is in force: it must not wait for a slow write.</summary>
        public int UrgentChanges
        {
            get { return System.Threading.Interlocked.CompareExchange(ref _urgentChanges, 0, 0); }
        }

        /// <summary>A number; 0 when it was never set.</summary>
        /// <param name="slot">Which.</param>
        public int Get(KeptSlot slot)
        {
            return (int)_values[(int)slot];
        }

        /// <summary>Changes a number.</summary>
        /// <param name="slot">Which.</param>
        /// <param name="value">Its new value.</param>
        public void Set(KeptSlot slot, int value)
        {
            if (_values[(int)slot] == value)
            {
                return;
            }

            _values[(int)slot] = value;
            System.Threading.Interlocked.Exchange(ref _changes, _changes + 1);
            if (slot == KeptSlot.EmergencyOperation || slot == KeptSlot.KeepOpen || slot == KeptSlot.Egress)
            {
                System.Threading.Interlocked.Exchange(ref _urgentChanges, _urgentChanges + 1);
            }
        }

        /// <summary>Puts a stored number back; before the first scan only.</summary>
        /// <param name="slot">Which.</param>
        /// <param name="value">The number.</param>
        public void Restore(KeptSlot slot, int value)
        {
            _values[(int)slot] = value;
        }

        /// <summary>Saves or loads the numbers.</summary>
        /// <param name="frame">Where they are kept.</param>
        public void Exchange(StateFrame frame)
        {
            frame.Pass(_values);
        }
    }
}
