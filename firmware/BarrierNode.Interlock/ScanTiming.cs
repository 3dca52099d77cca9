namespace BarrierNode.Interlock
{
    /// <summary>
    /// The gate's sense of time. Two clocks: one counts every gap, for what runs out (lease, maximum); the other leaves out late gaps,
    /// for what must be watched (steady contact, rest, dead time, windows). What nobody watched proves nothing. And rule G5: which scan is late, and when
    /// two good ones in a row have armed the gate.
    /// </summary>
    internal sealed class ScanTiming
    {
        private const int ScansToArm = 2;

        private readonly long[] _words;
        private int _goodScans;

        public ScanTiming(long[] words)
        {
            _words = words;
        }

        /// <summary>Time since the start, in microseconds.</summary>
        public long NowUs;

        /// <summary>Time since the start without late gaps, in microseconds.</summary>
        public long EarnedUs;

        /// <summary>The last gap, in microseconds; a broken clock's counts as 0.</summary>
        public long StepUs;

        /// <summary>The last gap was over the late limit, or negative.</summary>
        public bool Late;

        /// <summary>Two scans in a row were on time since the start or the last late one.</summary>
        public bool Armed;

        /// <summary>Takes the gap before a scan.</summary>
        public void Advance(long elapsedUs)
        {
            // Longer than any time in a table is as good as that: the clocks never wrap.
            StepUs = elapsedUs < 0 ? 0 : elapsedUs > GateTable.MaxTimeUs ? GateTable.MaxTimeUs : elapsedUs;
            NowUs += StepUs;
            Late = elapsedUs < 0 || elapsedUs > _words[GateTable.LateLimitUsAt];
            if (Late)
            {
                Armed = false;
                _goodScans = 0;
                return;
            }

            EarnedUs += StepUs;
            if (!Armed)
            {
                // On time, but perhaps not good enough to arm; an armed gate stays armed.
                _goodScans = elapsedUs > _words[GateTable.RearmGapUsAt] ? 0 : _goodScans + 1;
                Armed = _goodScans >= ScansToArm;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            NowUs = frame.Pass(NowUs);
            EarnedUs = frame.Pass(EarnedUs);
            StepUs = frame.Pass(StepUs);
            Late = frame.Pass(Late);
            Armed = frame.Pass(Armed);
            _goodScans = frame.Pass(_goodScans);
        }
    }
}
