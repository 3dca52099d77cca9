using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The frequency loops of one site table. Each takes the place of a normally closed contact in the pin levels, so everything after it, the
    /// gate too, treats a loop that is measured like a loop behind a relay. A flight record keeps those levels, so its replay needs no loops.
    /// </summary>
    public sealed class LoopBank
    {
        /// <summary>Most loops of one node: so many pulse counters an ESP32 has. An ESP32-S3 has four.</summary>
        public const int MaxLoops = 8;

        private readonly LoopTable[] _tables;
        private readonly FrequencyLoop[] _loops;
        private readonly int[] _pulses;
        private readonly int[] _windowUs;

        /// <summary>Makes the loops in the state after a reset.</summary>
        /// <param name="tables">The loops of the site table.</param>
        /// <param name="keptMilliHz">By loop: the baseline from before the power went, or 0. Null when nothing was kept.</param>
        public LoopBank(LoopTable[] tables, int[] keptMilliHz)
        {
            _tables = tables;
            _loops = new FrequencyLoop[tables.Length];
            _pulses = new int[tables.Length];
            _windowUs = new int[tables.Length];
            for (int i = 0; i < _loops.Length; i++)
            {
                _loops[i] = new FrequencyLoop(tables[i], keptMilliHz == null ? 0 : keptMilliHz[i]);
            }
        }

        /// <summary>How many loops.</summary>
        public int Count
        {
            get { return _loops.Length; }
        }

        /// <summary>Number of words that <see cref="Exchange"/> passes.</summary>
        public int StateWords
        {
            get { return _loops.Length * FrequencyLoop.StateWords; }
        }

        /// <summary>One loop.</summary>
        /// <param name="loop">Its number.</param>
        public FrequencyLoop this[int loop]
        {
            get { return _loops[loop]; }
        }

        /// <summary>Number of the loop that stands for an input.</summary>
        /// <param name="input">Number of the input.</param>
        /// <returns>The number, or -1 when the input is none of these loops.</returns>
        public int Find(int input)
        {
            for (int i = 0; i < _loops.Length; i++)
            {
                if (_tables[i].Input == input)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>Puts the reading of a loop for the coming <see cref="Sense"/>.</summary>
        /// <param name="loop">Number of the loop.</param>
        /// <param name="pulses">Pulses counted since the reading before, both edges of each.</param>
        /// <param name="windowUs">Time in which they were counted, in microseconds.</param>
        public void Put(int loop, int pulses, int windowUs)
        {
            _pulses[loop] = pulses;
            _windowUs[loop] = windowUs;
        }

        /// <summary>One scan of every loop. A loop without a reading since the scan before is occupied.</summary>
        /// <param name="levels">The pin levels, a mask.</param>
        /// <returns>The pin levels with the bit of every loop: high when it is free.</returns>
        public int Sense(int levels)
        {
            for (int i = 0; i < _loops.Length; i++)
            {
                _loops[i].Scan(_pulses[i], _windowUs[i]);
                _windowUs[i] = 0;
                int bit = 1 << _tables[i].Input;
                levels = _loops[i].IsOccupied ? levels & ~bit : levels | bit;
            }

            return levels;
        }

        /// <summary>Saves or loads the state; between two scans only.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            for (int i = 0; i < _loops.Length; i++)
            {
                _loops[i].Exchange(frame);
            }
        }
    }
}
