using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The numbers of the lanes that survive a power cut: counters, what was learned, what stays in force. The scan reads and changes them; the
    /// link thread writes them to flash in a quiet window (<see cref="Changes"/> tells that there is something new).
    /// </summary>
    public sealed class KeptValues
    {
        /// <summary>Numbers of one lane.</summary>
        public const int PerLane = 32;

        /// <summary>All numbers.</summary>
        public const int Count = PerLane * SiteTable.MaxLanes;

        private readonly int[] _values = new int[Count];
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

        /// <summary>A number of a lane; 0 when it was never set.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        public int Get(int lane, KeptSlot slot)
        {
            return _values[(lane * PerLane) + (int)slot];
        }

        /// <summary>Changes a number of a lane.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        /// <param name="value">Its new value.</param>
        public void Set(int lane, KeptSlot slot, int value)
        {
            int i = (lane * PerLane) + (int)slot;
            if (_values[i] != value)
            {
                _values[i] = value;
                System.Threading.Interlocked.Exchange(ref _changes, _changes + 1);
                if (slot == KeptSlot.EmergencyOperation || slot == KeptSlot.KeepOpen || slot == KeptSlot.Egress)
                {
                    System.Threading.Interlocked.Exchange(ref _urgentChanges, _urgentChanges + 1);
                }
            }
        }

        /// <summary>A number by its place, for storage.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        public int At(int place)
        {
            return _values[place];
        }

        /// <summary>Puts a stored number back; before the first scan only.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        /// <param name="value">The number.</param>
        public void Restore(int place, int value)
        {
            _values[place] = value;
        }

        /// <summary>Saves or loads the numbers of a lane; takes <see cref="PerLane"/> words.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="frame">Where they are kept.</param>
        public void Exchange(int lane, StateFrame frame)
        {
            int first = lane * PerLane;
            for (int i = 0; i < PerLane; i++)
            {
                _values[first + i] = frame.Pass(_values[first + i]);
            }
        }
    }
}
