using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Vehicles that go one way over two detectors: the first detector sees a vehicle, then the second does, then the second loses it. Several
    /// may be under way, one behind the other. Times are uptimes in milliseconds.
    /// </summary>
    internal sealed class PassageLeg
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 10;

        // What was seen at the second detector only, so soon behind another, was hidden behind it at the first.
        private const int HiddenMs = 10000;
        private const int JustLeftMs = 1500;

        // Slower than half a metre a second it is not on its way to the second detector.
        private const int TimeoutMsPerMm = 2;
        private const int MinTimeoutMs = 2000;

        private readonly int _distanceMm;
        private readonly int _timeoutMs;
        private int _waiting;
        private long _firstMs;
        private long _secondMs;
        private bool _again;
        private bool _on;
        private bool _same;
        private long _reachedMs;
        private int _speedMmS;
        private long _leftMs = -1;
        private long _endedMs = -1;

        public PassageLeg(int distanceMm)
        {
            _distanceMm = distanceMm;
            int timeoutMs = distanceMm * TimeoutMsPerMm;
            _timeoutMs = timeoutMs > MinTimeoutMs ? timeoutMs : MinTimeoutMs;
        }

        /// <summary>A vehicle has met the first detector and not yet the second.</summary>
        public bool Waits
        {
            get { return _waiting > 0; }
        }

        /// <summary>A vehicle is under way.</summary>
        public bool Busy
        {
            get { return _on || _waiting > 0; }
        }

        /// <summary>Speed of the vehicle at the second detector, in millimetres a second; 0 when it is not known.</summary>
        public int SpeedMmS
        {
            get { return _speedMmS; }
        }

        /// <summary>When the first detector last lost a vehicle, or -1.</summary>
        public long LeftMs
        {
            get { return _leftMs; }
        }

        /// <summary>The second detector sees a vehicle that was hidden behind another at the first.</summary>
        /// <param name="firstOn">The first detector sees something.</param>
        /// <param name="nowMs">Now.</param>
        public bool Hides(bool firstOn, long nowMs)
        {
            return _endedMs >= 0 && nowMs - _endedMs < HiddenMs && (firstOn || (_leftMs >= 0 && nowMs - _leftMs < JustLeftMs));
        }

        /// <summary>The first detector begins to see a vehicle. Of three that wait the oldest is forgotten.</summary>
        /// <param name="nowMs">Now.</param>
        public void Enter(long nowMs)
        {
            if (_waiting == 0)
            {
                _firstMs = nowMs;
                _again = false;
            }
            else if (_waiting > 1)
            {
                _firstMs = _secondMs;
            }

            _secondMs = nowMs;
            _waiting = _waiting == 0 ? 1 : 2;
        }

        /// <summary>The second detector begins to see the vehicle that waits longest, or one that was hidden.</summary>
        /// <param name="firstOn">The first detector sees something.</param>
        /// <param name="nowMs">Now.</param>
        public void Reach(bool firstOn, long nowMs)
        {
            // A vehicle that had turned back and comes again was not measured a second time.
            int wayMs = _waiting == 0 || _again ? 0 : (int)(nowMs - _firstMs);
            _speedMmS = wayMs == 0 ? 0 : 1000 * _distanceMm / wayMs;
            _waiting = _waiting == 0 ? 0 : _waiting - 1;
            _firstMs = _secondMs;
            _again = false;
            _on = true;
            _same = firstOn && _waiting == 0;
            _reachedMs = nowMs;
        }

        /// <summary>The first detector ceases to see.</summary>
        /// <param name="nowMs">Now.</param>
        /// <returns>True when a vehicle has left on the side from which it had come.</returns>
        public bool LeaveFirst(long nowMs)
        {
            _same = false;
            if (_again && _waiting == 1)
            {
                Forget();
                return true;
            }

            // What stood there at the start is no vehicle that was seen to come.
            _leftMs = Busy || _endedMs >= 0 ? nowMs : -1;
            return false;
        }

        /// <summary>The second detector ceases to see.</summary>
        /// <param name="nowMs">Now.</param>
        /// <returns>The time that the vehicle was seen there, in milliseconds; -1 when none has passed.</returns>
        public int LeaveSecond(long nowMs)
        {
            if (!_on)
            {
                return -1;
            }

            _on = false;
            if (_same)
            {
                // Still on the first detector, and on no other: it went back.
                _waiting = 1;
                _again = true;
                return -1;
            }

            _endedMs = nowMs;
            return (int)(nowMs - _reachedMs);
        }

        /// <summary>Gives up what does not come.</summary>
        /// <param name="firstOn">The first detector sees something.</param>
        /// <param name="nowMs">Now.</param>
        /// <returns>True when a vehicle has left on the side from which it had come.</returns>
        public bool GiveUp(bool firstOn, long nowMs)
        {
            if (_waiting == 0 || firstOn || nowMs - _leftMs < _timeoutMs)
            {
                return false;
            }

            Forget();
            return true;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _waiting = frame.Pass(_waiting);
            _firstMs = frame.Pass(_firstMs);
            _secondMs = frame.Pass(_secondMs);
            _again = frame.Pass(_again);
            _on = frame.Pass(_on);
            _same = frame.Pass(_same);
            _reachedMs = frame.Pass(_reachedMs);
            _speedMmS = frame.Pass(_speedMmS);
            _leftMs = frame.Pass(_leftMs);
            _endedMs = frame.Pass(_endedMs);
        }

        private void Forget()
        {
            _waiting = 0;
            _again = false;
            _leftMs = -1;
        }
    }
}
