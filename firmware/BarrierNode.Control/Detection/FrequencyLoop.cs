using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// One inductive loop measured as frequency: a detector card in software. Takes the counted pulses of every scan and says whether something
    /// stands on the loop. Presence is permanent: what stands there stays until it is seen to drive away or a person confirms that nobody is
    /// there (H10). The loop never takes its baseline anew by itself while it may be occupied (H12). What is broken counts as occupied (H9).
    /// </summary>
    public sealed class FrequencyLoop
    {
        /// <summary>Number of words that <see cref="Exchange"/> passes.</summary>
        public const int StateWords = LoopWindow.StateWords + LoopBaseline.StateWords + LoopNoise.StateWords + 9;

        // A reading is one of this scan, or of a scan that was late; a longer one hides when something came.
        private const int MinWindowUs = 1000;
        private const int MaxWindowUs = 200000;

        // ΔL/L of 30 % is Δf/f of 15 %.
        private const int MostStepPercent = 15;

        // A loop that a technician entered with a frequency further off than this is another loop.
        private const int MostOffNominalPercent = 30;

        // One wrong reading may be a spark; so many in a row are a fault.
        private const int FaultScans = 5;

        // So long a departure may take to show after the level came down; what has not left by then was moved by weather.
        private const int DoubtScans = 50;

        private const int StandBits = 8;

        private readonly LoopSettings _settings;
        private readonly LoopWindow _window = new LoopWindow();
        private readonly LoopBaseline _baseline;
        private readonly LoopNoise _noise;
        private readonly int _nominalMilliHz;
        private readonly int _standDecay;

        private bool _known;
        private bool _fresh;
        private int _wrongScans;
        private int _stand;
        private int _doubtScans;
        private int _forecast;

        /// <summary>Makes the loop as it is after a reset: occupied until it was measured.</summary>
        /// <param name="table">The loop.</param>
        /// <param name="keptMilliHz">
        /// <see cref="KeptMilliHz"/> from before the power went, or 0. Without it, or when it is further off than the threshold, something may be
        /// parked on the loop: it stays occupied until a person confirms that it is clear.
        /// </param>
        public FrequencyLoop(LoopTable table, int keptMilliHz)
        {
            _settings = new LoopSettings(table);
            _baseline = new LoopBaseline(table.NominalHz, _settings);
            _noise = new LoopNoise(_settings.FastPpm);
            _nominalMilliHz = 1000 * table.NominalHz;
            _standDecay = (_settings.MaxDriftPpmPerMinute * 5 / 4 << StandBits) / LoopSettings.ScansPerMinute;
            _known = keptMilliHz > 0 && IsNear(keptMilliHz, _nominalMilliHz, MostOffNominalPercent);
            if (_known)
            {
                _baseline.Set(keptMilliHz);
            }
        }

        /// <summary>The thresholds of the loop.</summary>
        public LoopSettings Settings
        {
            get { return _settings; }
        }

        /// <summary>What the loop says.</summary>
        public LoopState State { get; private set; }

        /// <summary>What is or was last wrong; <see cref="LoopFault.None"/> again once a person has confirmed that the loop is clear.</summary>
        public LoopFault Fault { get; private set; }

        /// <summary>Occupied, or not known to be free.</summary>
        public bool IsOccupied
        {
            get { return State != LoopState.Clear || !_fresh; }
        }

        /// <summary>Deviation from the empty loop: ΔL/L in ppm, positive as a vehicle makes it.</summary>
        public int DeltaPpm { get; private set; }

        /// <summary>Frequency of the empty loop, in mHz. By the site table until a person has confirmed it once.</summary>
        public int BaselineMilliHz
        {
            get { return _baseline.MilliHz; }
        }

        /// <summary>What to keep over a power loss: the baseline in mHz, or 0 while nobody has confirmed one, or since a fault.</summary>
        public int KeptMilliHz
        {
            get { return _known ? _baseline.MilliHz : 0; }
        }

        /// <summary>How fast weather moves the empty loop: ΔL/L in ppm a minute.</summary>
        public int DriftPpmPerMinute
        {
            get { return _baseline.DriftPpmPerMinute; }
        }

        /// <summary>How far the empty loop has moved since the start or since it was last confirmed: ΔL/L in ppm.</summary>
        public int TrendPpm
        {
            get { return _baseline.TrendPpm; }
        }

        /// <summary>Restlessness: ΔL/L in ppm, with the grain of the counter.</summary>
        public int NoisePpm
        {
            get { return _noise.Ppm; }
        }

        /// <summary>So much noise, by mains pick-up or a neighbour on nearly the same frequency, that false presence is to be expected.</summary>
        public bool IsNoisy
        {
            get { return _noise.IsHigh; }
        }

        /// <summary>One scan.</summary>
        /// <param name="pulses">Pulses counted since the reading before, both edges of each.</param>
        /// <param name="windowUs">Time in which they were counted, in microseconds; 0 when there was no reading.</param>
        public void Scan(int pulses, int windowUs)
        {
            _fresh = false;
            LoopFault wrong = Judge(pulses, windowUs);
            if (wrong != LoopFault.None)
            {
                Reject(wrong);
                return;
            }

            _wrongScans = 0;
            _window.Put(pulses, windowUs);
            if (_window.IsFull)
            {
                _fresh = true;
                Decide();
            }
        }

        /// <summary>
        /// A person has looked and confirms that nothing stands on the loop: its frequency of now is the baseline.
        /// </summary>
        /// <returns>False when there is no steady reading to take: the loop is at fault, or the last readings are not complete.</returns>
        public bool ConfirmClear()
        {
            if (!_fresh || State == LoopState.Fault)
            {
                return false;
            }

            _baseline.Set(_window.SlowMilliHz());
            _known = true;
            Fault = LoopFault.None;
            DeltaPpm = 0;
            State = LoopState.Clear;
            return true;
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _window.Exchange(frame);
            _baseline.Exchange(frame);
            _noise.Exchange(frame);
            State = (LoopState)frame.Pass((int)State);
            Fault = (LoopFault)frame.Pass((int)Fault);
            DeltaPpm = frame.Pass(DeltaPpm);
            _known = frame.Pass(_known);
            _fresh = frame.Pass(_fresh);
            _wrongScans = frame.Pass(_wrongScans);
            _stand = frame.Pass(_stand);
            _doubtScans = frame.Pass(_doubtScans);
            _forecast = frame.Pass(_forecast);
        }

        private static bool IsNear(long found, long expected, int percent)
        {
            long off = found > expected ? found - expected : expected - found;
            return off * 100 <= expected * percent;
        }

        private LoopFault Judge(int pulses, int windowUs)
        {
            if (windowUs < MinWindowUs || windowUs > MaxWindowUs || pulses < 0)
            {
                return LoopFault.NoReading;
            }

            // What a new or repaired loop has to fit is the site table.
            long expected = (long)(_known ? _baseline.MilliHz : _nominalMilliHz) * windowUs;
            long found = LoopSettings.PulseMilliHzUs * pulses;
            if (IsNear(found, expected, _known ? MostStepPercent : MostOffNominalPercent))
            {
                return LoopFault.None;
            }

            return found < expected / 4 ? LoopFault.Open : found > expected * 2 ? LoopFault.Short : LoopFault.Step;
        }

        private void Reject(LoopFault wrong)
        {
            _window.Restart();
            if (_wrongScans < FaultScans)
            {
                _wrongScans++;
            }

            if (_wrongScans == FaultScans)
            {
                // The baseline was that of the loop before: not even a restart may trust it.
                State = LoopState.Fault;
                Fault = wrong;
                _known = false;
            }
        }

        private void Decide()
        {
            int baseline = _baseline.MilliHz;
            int fast = _window.FastPpm(baseline);
            int slow = _window.SlowPpm(baseline);
            DeltaPpm = slow;
            _noise.Scan(fast - slow);
            bool present = slow >= _settings.SlowPpm || fast >= _settings.FastPpm || _window.MiddlePpm(baseline) >= _settings.MiddlePpm;
            if (State == LoopState.Clear)
            {
                Watch(present, slow);
                return;
            }

            int drift = _baseline.Age();
            if (State == LoopState.Occupied)
            {
                _forecast += drift;
                Hold(slow, fast);
            }
            else if (State != LoopState.Unconfirmed)
            {
                bool asKept = _known && !present && slow > -_settings.SlowPpm;
                State = asKept ? LoopState.Clear : LoopState.Unconfirmed;
            }
        }

        private void Watch(bool present, int slow)
        {
            if (present)
            {
                State = LoopState.Occupied;
                _stand = (slow > _settings.SlowPpm ? slow : _settings.SlowPpm) << StandBits;
                _doubtScans = 0;
                _forecast = 0;
            }
            else if (slow <= -_settings.SlowPpm)
            {
                _baseline.Lower(_window.SlowMilliHz());
            }
            else
            {
                _baseline.Track(slow);
            }
        }

        // Two things prove a departure. The level came down faster than weather moves it: where something stands, the level sinks no faster. And it
        // came down to the empty loop: to the baseline, or to where the weather of before would have moved it. Weather that would hide a vehicle
        // is given little room, weather that would show one all of it.
        private void Hold(int slow, int fast)
        {
            int level = slow << StandBits;
            _stand -= _standDecay;
            _stand = _stand > level ? _stand : level;
            int release = _settings.ReleasePpm << StandBits;
            int weather = _forecast < release ? _forecast : release;
            if (level >= release + weather || fast - slow >= _settings.FastPpm)
            {
                _doubtScans = 0;
            }
            else if (_stand - level >= _settings.LeavePpm << StandBits)
            {
                State = LoopState.Clear;
                if (slow < 0)
                {
                    _baseline.Lower(_window.SlowMilliHz());
                }
                else if (weather > 0)
                {
                    _baseline.Raise(weather < level ? weather >> StandBits : slow);
                }
            }
            else if (++_doubtScans > DoubtScans)
            {
                State = LoopState.Unconfirmed;
            }
        }
    }
}
