using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Compares a lamp with the relay that tells whether it draws current; without such a relay it never finds a fault.</summary>
    internal sealed class LampWatch
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        // Shorter than the dark half of a flash, so that every flash shows whether the lamp still goes dark.
        private const long MaxDarkUs = 400000;

        private readonly int _output;
        private readonly int _current;
        private readonly long _litLimitUs;
        private readonly long _darkLimitUs;
        private long _litUs;
        private long _darkUs;

        /// <summary>Watches a lamp.</summary>
        /// <param name="output">Mask of its output, 0 for none.</param>
        /// <param name="current">Mask of the input that tells its current, 0 for none.</param>
        /// <param name="checkMs">How long a lamp may take, in milliseconds.</param>
        public LampWatch(int output, int current, int checkMs)
        {
            _output = output;
            _current = output == 0 ? 0 : current;
            _litLimitUs = 1000L * checkMs;
            _darkLimitUs = _litLimitUs < MaxDarkUs ? _litLimitUs : MaxDarkUs;
        }

        /// <summary>It is on and draws no current.</summary>
        public bool Dead { get; private set; }

        /// <summary>It is off and draws current.</summary>
        public bool Stuck { get; private set; }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (_current == 0)
            {
                return;
            }

            bool current = (scan.Inputs & _current) != 0;
            if ((scan.Permitted & _output) != 0)
            {
                _darkUs = 0;
                _litUs = _litUs < _litLimitUs ? _litUs + scan.StepUs : _litUs;
                Dead = _litUs < _litLimitUs ? Dead : !current;
            }
            else
            {
                _litUs = 0;
                _darkUs = _darkUs < _darkLimitUs ? _darkUs + scan.StepUs : _darkUs;
                Stuck = _darkUs < _darkLimitUs ? Stuck : current;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _litUs = frame.Pass(_litUs);
            _darkUs = frame.Pass(_darkUs);
            Dead = frame.Pass(Dead);
            Stuck = frame.Pass(Stuck);
        }
    }
}
