namespace BarrierNode.Interlock
{
    /// <summary>
    /// Rule G7: the two channels of one input, neighbours in the condition image. Channels that disagree for longer than their window are a
    /// fault, and it stands until both have gone off together.
    /// </summary>
    internal sealed class ChannelPairs
    {
        private readonly long[] _words;
        private readonly long[] _agreedUs = new long[GateTable.MaxPairs];
        private int _waiting;

        public ChannelPairs(long[] words)
        {
            _words = words;
        }

        /// <summary>Compares the channels.</summary>
        /// <param name="inputs">The conditions of the inputs, a mask.</param>
        /// <param name="earnedUs">The clock that leaves out late gaps, in microseconds.</param>
        /// <returns>The conditions of the pairs that are at fault, a mask.</returns>
        public long Scan(int inputs, long earnedUs)
        {
            long[] words = _words;
            int disagree = inputs ^ (inputs >> 1);

            // Only a pair that agrees on its off level is done waiting.
            int waiting = _waiting & (disagree | (inputs ^ (int)words[GateTable.PairsOffAtOneAt]));
            int count = (int)words[GateTable.PairCountAt];
            long faults = 0;
            int bit = 1;
            for (int p = 0; p < count; p++)
            {
                if ((disagree & bit) == 0)
                {
                    _agreedUs[p] = earnedUs;
                }
                else if (earnedUs - _agreedUs[p] > words[GateTable.PairWindowUsAt + p])
                {
                    waiting |= bit;
                }

                if ((waiting & bit) != 0)
                {
                    faults |= words[GateTable.PairFaultAt + p];
                }

                bit <<= 2;
            }

            _waiting = waiting;
            return faults;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _waiting = frame.Pass(_waiting);
            frame.Pass(_agreedUs);
        }
    }
}
