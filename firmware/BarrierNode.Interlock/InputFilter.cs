namespace BarrierNode.Interlock
{
    /// <summary>
    /// Makes steady conditions of raw contacts: polarity, and a delay for each direction. A delay of 0 follows the contact in the same scan, so an
    /// unsafe edge is never delayed and a safe one has to last. The unsafe edge of a circuit that is tested with pulses gets the pulse's length as
    /// its delay: a pulse is no edge.
    /// </summary>
    internal sealed class InputFilter
    {
        private readonly long[] _words;
        private readonly int _count;
        private readonly int _all;
        private readonly long[] _dueUs = new long[GateTable.MaxInputs];
        private int _waiting;

        public InputFilter(GateTable table)
        {
            _words = table.Words;
            _count = table.InputCount;
            _all = _count == GateTable.MaxInputs ? -1 : (1 << _count) - 1;
            State = (int)_words[GateTable.StartOnInputsAt] & _all;
        }

        /// <summary>The conditions, a mask.</summary>
        public int State;

        /// <summary>Conditions the inputs of one scan.</summary>
        /// <param name="pins">The pin levels, a mask.</param>
        /// <param name="earnedUs">The clock that leaves out late gaps, in microseconds.</param>
        public void Scan(int pins, long earnedUs)
        {
            long[] words = _words;
            long[] dueUs = _dueUs;
            int contacts = pins ^ (int)words[GateTable.InvertedInputsAt];
            int changing = (contacts ^ State) & _all;
            int flips = changing & ((contacts & (int)words[GateTable.InstantOnInputsAt]) | (~contacts & (int)words[GateTable.InstantOffInputsAt]));
            int waiting = changing & ~flips;
            int waitedBefore = _waiting;
            int bit = 1;
            for (int i = 0; i < _count; i++)
            {
                if ((waiting & bit) != 0)
                {
                    if ((waitedBefore & bit) == 0)
                    {
                        // The scan that first sees a change starts its delay: how long before it the contact changed is not known.
                        dueUs[i] = earnedUs + words[((contacts & bit) != 0 ? GateTable.OnDelayUsAt : GateTable.OffDelayUsAt) + i];
                    }
                    else if (earnedUs >= dueUs[i])
                    {
                        flips |= bit;
                    }
                }

                bit <<= 1;
            }

            State ^= flips;
            _waiting = waiting & ~flips;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            State = frame.Pass(State);
            _waiting = frame.Pass(_waiting);
            frame.Pass(_dueUs);
        }
    }
}
