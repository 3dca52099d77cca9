using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The last readings of a pulse counter, and their sums over three sliding windows. A count is exact to about one pulse however long it takes,
    /// so a window that is twice as long sees changes half as large, later: big vehicles show in the fast window, small ones in the slow one.
    /// </summary>
    public sealed class LoopWindow
    {
        /// <summary>Scans of the fast window: the longest that is full within 75 ms.</summary>
        public const int FastScans = 3;

        /// <summary>Scans of the middle window.</summary>
        public const int MiddleScans = 8;

        /// <summary>Scans of the slow window.</summary>
        public const int SlowScans = 16;

        /// <summary>Number of words that <see cref="Exchange"/> passes.</summary>
        public const int StateWords = SlowScans + 5;

        private const int PulsesShift = 32;

        private readonly long[] _readings = new long[SlowScans];
        private int _at;
        private int _count;
        private long _fast;
        private long _middle;
        private long _slow;

        /// <summary>All windows are full.</summary>
        public bool IsFull
        {
            get { return _count == SlowScans; }
        }

        /// <summary>Adds a reading.</summary>
        /// <param name="pulses">Pulses counted, both edges of each.</param>
        /// <param name="windowUs">Time in which they were counted, in microseconds.</param>
        public void Put(int pulses, int windowUs)
        {
            // Pulses and time are added up in one word: no sum of times reaches the pulses.
            long reading = ((long)pulses << PulsesShift) | (long)windowUs;
            _fast += reading - _readings[(_at - FastScans) & (SlowScans - 1)];
            _middle += reading - _readings[(_at - MiddleScans) & (SlowScans - 1)];
            _slow += reading - _readings[_at];
            _readings[_at] = reading;
            _at = (_at + 1) & (SlowScans - 1);
            if (_count < SlowScans)
            {
                _count++;
            }
        }

        /// <summary>Forgets all readings: those before a gap say nothing about those after it.</summary>
        public void Restart()
        {
            for (int i = 0; i < SlowScans; i++)
            {
                _readings[i] = 0;
            }

            _at = 0;
            _count = 0;
            _fast = 0;
            _middle = 0;
            _slow = 0;
        }

        /// <summary>Deviation in the fast window: ΔL/L in ppm, positive as a vehicle makes it. Only when full.</summary>
        /// <param name="baselineMilliHz">Frequency of the empty loop, in mHz.</param>
        public int FastPpm(int baselineMilliHz)
        {
            return Deviation(_fast, baselineMilliHz);
        }

        /// <summary>Deviation in the middle window: ΔL/L in ppm, positive as a vehicle makes it. Only when full.</summary>
        /// <param name="baselineMilliHz">Frequency of the empty loop, in mHz.</param>
        public int MiddlePpm(int baselineMilliHz)
        {
            return Deviation(_middle, baselineMilliHz);
        }

        /// <summary>Deviation in the slow window: ΔL/L in ppm, positive as a vehicle makes it. Only when full.</summary>
        /// <param name="baselineMilliHz">Frequency of the empty loop, in mHz.</param>
        public int SlowPpm(int baselineMilliHz)
        {
            return Deviation(_slow, baselineMilliHz);
        }

        /// <summary>Mean frequency in the slow window, in mHz; 0 without a reading.</summary>
        public int SlowMilliHz()
        {
            int us = (int)_slow;
            return us == 0 ? 0 : (int)(LoopSettings.PulseMilliHzUs * (_slow >> PulsesShift) / us);
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            frame.Pass(_readings);
            _at = frame.Pass(_at);
            _count = frame.Pass(_count);
            _fast = frame.Pass(_fast);
            _middle = frame.Pass(_middle);
            _slow = frame.Pass(_slow);
        }

        // The deviation of the inductance, as a vehicle makes it: positive when the frequency is above that of the empty loop.
        // Inductance goes with the inverse square of the frequency: ΔL/L is twice Δf/f.
        private static int Deviation(long sum, int baselineMilliHz)
        {
            long expected = (long)baselineMilliHz * (int)sum;
            long found = LoopSettings.PulseMilliHzUs * (sum >> PulsesShift);
            return (int)((found - expected) / (expected / (LoopSettings.Million * 2)));
        }
    }
}
