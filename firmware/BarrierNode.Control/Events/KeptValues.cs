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

        private readonly long[][] _lanes = new long[SiteTable.MaxLanes][];
        private int _changes;

        /// <summary>Makes the numbers of a new node: all 0.</summary>
        public KeptValues()
        {
            for (int i = 0; i < _lanes.Length; i++)
            {
                _lanes[i] = new long[PerLane];
            }
        }

        /// <summary>Rises with every change since the start.</summary>
        public int Changes
        {
            get { return System.Threading.Interlocked.CompareExchange(ref _changes, 0, 0); }
        }

        /// <summary>A number of a lane; 0 when it was never set.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        public int Get(int lane, KeptSlot slot)
        {
            return (int)_lanes[lane][(int)slot];
        }

        /// <summary>Changes a number of a lane.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        /// <param name="value">Its new value.</param>
        public void Set(int lane, KeptSlot slot, int value)
        {
            if (Change(_lanes[lane], (int)slot, value))
            {
                System.Threading.Interlocked.Exchange(ref _changes, _changes + 1);
            }
        }

        /// <summary>A number by its place, for storage.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        public int At(int place)
        {
            return (int)_lanes[place / PerLane][place % PerLane];
        }

        /// <summary>Puts a stored number back; before the first scan only.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        /// <param name="value">The number.</param>
        public void Restore(int place, int value)
        {
            _lanes[place / PerLane][place % PerLane] = value;
        }

        // A method of its own: the scan check must know that this array bounds no loop.
        private static bool Change(long[] values, int place, int value)
        {
            bool changes = values[place] != value;
            values[place] = value;
            return changes;
        }

        /// <summary>Saves or loads the numbers of a lane; takes <see cref="PerLane"/> words.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="frame">Where they are kept.</param>
        public void Exchange(int lane, StateFrame frame)
        {
            frame.Pass(_lanes[lane]);
        }
    }
}
