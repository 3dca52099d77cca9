namespace BarrierNode.Control
{
    /// <summary>
    /// The numbers of the lanes that survive a power cut: counters, what was learned, what stays in force. The scan reads and changes them; the
    /// link thread writes them to flash in a quiet window (<see cref="Changes"/> tells that there is something new).
    /// </summary>
    public sealed class KeptValues
    {
        /// <summary>All numbers.</summary>
        public const int Count = KeptLane.Count * SiteTable.MaxLanes;

        private readonly KeptLane[] _lanes = new KeptLane[SiteTable.MaxLanes];

        /// <summary>Makes the numbers of a node that has none yet: all are 0.</summary>
        public KeptValues()
        {
            for (int i = 0; i < _lanes.Length; i++)
            {
                _lanes[i] = new KeptLane();
            }
        }

        /// <summary>Rises with every change since the start.</summary>
        public int Changes
        {
            get
            {
                int changes = 0;
                for (int i = 0; i < _lanes.Length; i++)
                {
                    changes += _lanes[i].Changes;
                }

                return changes;
            }
        }

        /// <summary>Rises with every change of a number that is in force: it must not wait for a slow write.</summary>
        public int UrgentChanges
        {
            get
            {
                int changes = 0;
                for (int i = 0; i < _lanes.Length; i++)
                {
                    changes += _lanes[i].UrgentChanges;
                }

                return changes;
            }
        }

        /// <summary>The numbers of a lane.</summary>
        /// <param name="lane">Number of the lane.</param>
        public KeptLane Of(int lane)
        {
            return _lanes[lane];
        }

        /// <summary>A number of a lane; 0 when it was never set.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        public int Get(int lane, KeptSlot slot)
        {
            return _lanes[lane].Get(slot);
        }

        /// <summary>Changes a number of a lane.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="slot">Which.</param>
        /// <param name="value">Its new value.</param>
        public void Set(int lane, KeptSlot slot, int value)
        {
            _lanes[lane].Set(slot, value);
        }

        /// <summary>A number by its place, for storage.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        public int At(int place)
        {
            return _lanes[place / KeptLane.Count].Get((KeptSlot)(place % KeptLane.Count));
        }

        /// <summary>Puts a stored number back; before the first scan only.</summary>
        /// <param name="place">0 to <see cref="Count"/> - 1.</param>
        /// <param name="value">The number.</param>
        public void Restore(int place, int value)
        {
            _lanes[place / KeptLane.Count].Restore((KeptSlot)(place % KeptLane.Count), value);
        }
    }
}
