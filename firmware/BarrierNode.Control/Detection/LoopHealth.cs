namespace BarrierNode.Control
{
    /// <summary>
    /// Tells how the frequency loops are: events when one breaks, is whole again or becomes noisy, and the figures of each once a minute and when
    /// its health changes. It only tells; it decides about nothing, so a flight record does without it. One loop a scan: a fault lasts longer than
    /// a round of all loops.
    /// </summary>
    public sealed class LoopHealth
    {
        /// <summary>The figures of a loop are told at least once in this time, in milliseconds; noise at most once.</summary>
        public const int RestMs = 60000;

        /// <summary>A change of health is told no sooner than this after the figures before, in milliseconds: a loose wire must not flood the link.</summary>
        public const int ChangeMs = 1000;

        private readonly LoopBank _loops;
        private readonly LoopTable[] _tables;
        private readonly int[] _lanes;
        private readonly Reporter _reporter;
        private readonly int[] _told;
        private readonly long[] _toldMs;
        private readonly bool[] _faultTold;
        private readonly bool[] _noiseTold;
        private readonly long[] _noiseMs;
        private long _againMs;
        private int _next;

        /// <summary>Makes it with nothing told.</summary>
        /// <param name="loops">The loops.</param>
        /// <param name="tables">The loops of the site table.</param>
        /// <param name="laneOfInput">By input: the lane that it belongs to, or -1.</param>
        /// <param name="reporter">Where it tells.</param>
        public LoopHealth(LoopBank loops, LoopTable[] tables, int[] laneOfInput, Reporter reporter)
        {
            _loops = loops;
            _tables = tables;
            _reporter = reporter;
            _lanes = new int[tables.Length];
            _told = new int[tables.Length];
            _toldMs = new long[tables.Length];
            _faultTold = new bool[tables.Length];
            _noiseTold = new bool[tables.Length];
            _noiseMs = new long[tables.Length];
            for (int i = 0; i < tables.Length; i++)
            {
                _lanes[i] = laneOfInput[tables[i].Input];
                _toldMs[i] = -RestMs;
                _noiseMs[i] = -RestMs;
            }
        }

        /// <summary>Makes the next rounds tell the figures of every loop again.</summary>
        public void TellAgain()
        {
            _againMs = _reporter.UptimeMs;
        }

        /// <summary>One scan: looks at the next loop.</summary>
        public void Step()
        {
            if (_tables.Length == 0)
            {
                return;
            }

            int number = _next;
            _next = number + 1 < _tables.Length ? number + 1 : 0;
            FrequencyLoop loop = _loops[number];

            // Its first windows are not full yet.
            if (loop.State != LoopState.Starting)
            {
                TellFault(number, loop);
                TellNoise(number, loop);
                TellFigures(number, loop);
            }
        }

        // A fault is over when a person has confirmed it: a loose wire is one fault, however often it touches.
        private void TellFault(int number, FrequencyLoop loop)
        {
            bool fault = loop.Fault != LoopFault.None;
            if (fault != _faultTold[number])
            {
                _faultTold[number] = fault;
                _reporter.Event(
                    fault ? EventCode.LoopFault : EventCode.LoopFaultEnded, _lanes[number], CommandOp.None, _tables[number].Input, (int)loop.Fault);
            }
        }

        private void TellNoise(int number, FrequencyLoop loop)
        {
            bool noisy = loop.IsNoisy;
            if (noisy && !_noiseTold[number] && _reporter.UptimeMs - _noiseMs[number] >= RestMs)
            {
                _noiseMs[number] = _reporter.UptimeMs;
                _noiseTold[number] = true;
                _reporter.Event(EventCode.LoopNoise, _lanes[number], CommandOp.None, _tables[number].Input, loop.NoisePpm);
            }

            _noiseTold[number] = _noiseTold[number] && noisy;
        }

        private void TellFigures(int number, FrequencyLoop loop)
        {
            // That something drives onto the loop and off it is no change of its health.
            int code = LoopReport.Pack(number, loop);
            int health = LoopReport.Health(code);
            long sinceMs = _reporter.UptimeMs - _toldMs[number];
            bool due = sinceMs >= RestMs || _toldMs[number] < _againMs || (health != _told[number] && sinceMs >= ChangeMs);
            if (due && _reporter.Loop(code, loop))
            {
                _told[number] = health;
                _toldMs[number] = _reporter.UptimeMs;
            }
        }
    }
}
