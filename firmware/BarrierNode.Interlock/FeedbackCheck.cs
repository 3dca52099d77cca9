namespace BarrierNode.Interlock
{
    /// <summary>
    /// Rule G6: a feedback contact must follow its output within a window, both ways. One that does not tells of a welded contactor or a broken
    /// wire.
    /// </summary>
    internal sealed class FeedbackCheck
    {
        private readonly long[] _words;
        private readonly long[] _agreedUs = new long[GateTable.MaxOutputs];

        public FeedbackCheck(long[] words)
        {
            _words = words;
        }

        /// <summary>Compares the contacts with the outputs that were written in the scan before.</summary>
        /// <param name="inputs">The conditions of the inputs, a mask.</param>
        /// <param name="outputs">The outputs, a mask.</param>
        /// <param name="earnedUs">The clock that leaves out late gaps, in microseconds.</param>
        /// <returns>The conditions of the outputs that are at fault, a mask.</returns>
        public long Scan(int inputs, int outputs, long earnedUs)
        {
            long[] words = _words;
            int count = (int)words[GateTable.FeedbackCountAt];
            int disagree = outputs ^ (inputs >> (int)words[GateTable.FeedbackInputAt]);
            long faults = 0;
            int bit = 1;
            for (int o = 0; o < count; o++)
            {
                if ((disagree & bit) == 0)
                {
                    _agreedUs[o] = earnedUs;
                }
                else if (earnedUs - _agreedUs[o] > words[GateTable.FeedbackWindowUsAt + o])
                {
                    faults |= words[GateTable.FeedbackFaultAt + o];
                }

                bit <<= 1;
            }

            return faults;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            frame.Pass(_agreedUs);
        }
    }
}
