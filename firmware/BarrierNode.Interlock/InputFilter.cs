namespace BarrierNode.Interlock
{
    /// <summary>
    /// Makes steady conditions of raw contacts: polarity, and a delay for each direction. A delay of 0 follows the contact in the same
    /// scan; so an unsafe edge is never delayed and a safe one has to last. Allocates nothing after construction.
    /// </summary>
    public sealed class InputFilter
    {
        private readonly int _count;
        private readonly int _invert;
        private readonly int[] _onDelayMs;
        private readonly int[] _offDelayMs;
        private readonly long[] _changingUs;
        private int _state;

        /// <summary>Makes a filter.</summary>
        /// <param name="count">Number of inputs, 0 to 32.</param>
        /// <param name="invert">Mask of the inputs whose condition is 1 while the pin is low.</param>
        /// <param name="startsOn">Mask of the inputs that count as 1 until they have been 0 for their off delay (unknown means unsafe).</param>
        /// <param name="onDelayMs">By input: how long the contact must be 1 before the condition is, in milliseconds.</param>
        /// <param name="offDelayMs">By input: how long the contact must be 0 before the condition is, in milliseconds.</param>
        public InputFilter(int count, int invert, int startsOn, int[] onDelayMs, int[] offDelayMs)
        {
            _count = count;
            _invert = invert;
            _onDelayMs = onDelayMs;
            _offDelayMs = offDelayMs;
            _changingUs = new long[count];
            _state = startsOn;
        }

        /// <summary>Conditions the inputs of one scan.</summary>
        /// <param name="pins">The pin levels, a mask.</param>
        /// <param name="elapsedUs">Time since the last scan in microseconds.</param>
        /// <returns>The conditions, a mask.</returns>
        public int Scan(int pins, long elapsedUs)
        {
            int contacts = pins ^ _invert;
            for (int i = 0; i < _count; i++)
            {
                int bit = 1 << i;
                if (((contacts ^ _state) & bit) == 0)
                {
                    _changingUs[i] = 0;
                    continue;
                }

                // The scan that first sees a change starts its delay: how long before it the contact changed is not known.
                int delayMs = (contacts & bit) != 0 ? _onDelayMs[i] : _offDelayMs[i];
                bool firstSeen = _changingUs[i] == 0;
                _changingUs[i] += firstSeen ? 1 : elapsedUs;
                if (_changingUs[i] > 1000L * delayMs)
                {
                    _state ^= bit;
                    _changingUs[i] = 0;
                }
            }

            return _state;
        }
    }
}
