using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Flashes once a second, and begins lit.</summary>
    internal sealed class Flash
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 1;

        private const long PeriodUs = 1000000;
        private const long LitUs = 500000;

        private long _us;

        /// <summary>One scan.</summary>
        /// <param name="stepUs">Time since the scan before, in microseconds.</param>
        /// <param name="on">It flashes; otherwise it is dark and will begin anew.</param>
        /// <returns>True in the lit half.</returns>
        public bool Step(long stepUs, bool on)
        {
            if (!on)
            {
                _us = 0;
                return false;
            }

            bool lit = _us < LitUs;
            _us = _us + stepUs < PeriodUs ? _us + stepUs : 0;
            return lit;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _us = frame.Pass(_us);
        }
    }
}
