using System.Device.Gpio;
using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>
    /// The pulse counters of the frequency loops. Count and time are taken together and go on while the CLR stands, so a late reading is still
    /// exact. They are read by difference: a reset would lose pulses.
    /// </summary>
    internal sealed class LoopCounters
    {
        private const long TicksPerUs = 10;

        private readonly GpioPulseCounter[] _counters;
        private readonly long[] _pulses;
        private readonly long[] _us;

        public LoopCounters(LoopTable[] loops)
        {
            _counters = new GpioPulseCounter[loops.Length];
            _pulses = new long[loops.Length];
            _us = new long[loops.Length];
            for (int i = 0; i < loops.Length; i++)
            {
                _counters[i] = new GpioPulseCounter(loops[i].Pin);
                _counters[i].Polarity = GpioPulsePolarity.Both;
                _counters[i].Start();
            }
        }

        /// <summary>Puts what was counted since the reading before.</summary>
        public void Read(LoopBank loops)
        {
            for (int i = 0; i < _counters.Length; i++)
            {
                GpioPulseCount now = _counters[i].Read();
                long us = now.RelativeTime.Ticks / TicksPerUs;
                loops.Put(i, (int)(now.Count - _pulses[i]), (int)(us - _us[i]));
                _pulses[i] = now.Count;
                _us[i] = us;
            }
        }
    }
}
