using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The frequency of the empty loop, and how weather moves it. Follows a steady drift without lag, and gives little way to what rises fast: a
    /// vehicle that creeps onto the loop must not become part of it. To follow downwards is the safe direction: it makes the loop more sensitive.
    /// </summary>
    public sealed class LoopBaseline
    {
        /// <summary>Number of words that <see cref="Exchange"/> passes.</summary>
        public const int StateWords = 3;

        private const int FineBits = 10;

        // Both gains together follow a new drift within about 5 s, without overshoot.
        private const int LevelGainBits = 6;
        private const int DriftGainBits = 14;

        // A vehicle that creeps onto the loop pulls the baseline no more than this.
        private const int MostUpPpm = 60;

        // What is known of the weather gets old within minutes.
        private const int AgeBits = 12;

        private readonly long _finePerPpm;
        private readonly long _maxDrift;
        private readonly int _mostUpPpm;
        private readonly int _mostDownPpm;
        private long _fine;
        private long _drift;
        private int _confirmedMilliHz;

        /// <summary>Makes the baseline of a loop.</summary>
        /// <param name="nominalHz">Frequency of the empty loop by the site table, in Hz.</param>
        /// <param name="settings">The settings of the loop.</param>
        public LoopBaseline(int nominalHz, LoopSettings settings)
        {
            _finePerPpm = ((1000L * nominalHz) << FineBits) / (2 * LoopSettings.Million);
            _maxDrift = _finePerPpm * settings.MaxDriftPpmPerMinute / LoopSettings.ScansPerMinute;
            _mostUpPpm = settings.SlowPpm / 2 < MostUpPpm ? settings.SlowPpm / 2 : MostUpPpm;
            _mostDownPpm = settings.SlowPpm;
            Set(1000 * nominalHz);
        }

        /// <summary>Frequency of the empty loop, in mHz.</summary>
        public int MilliHz
        {
            get { return (int)(_fine >> FineBits); }
        }

        /// <summary>How fast weather moves it: ΔL/L in ppm a minute, positive like a vehicle.</summary>
        public int DriftPpmPerMinute
        {
            get { return (int)(_drift * LoopSettings.ScansPerMinute / _finePerPpm); }
        }

        /// <summary>How far it has moved since it was last set: ΔL/L in ppm, positive like a vehicle.</summary>
        public int TrendPpm
        {
            get { return (int)((_fine - ((long)_confirmedMilliHz << FineBits)) / _finePerPpm); }
        }

        /// <summary>Sets it to what was kept, or to what a person has confirmed to be the empty loop.</summary>
        /// <param name="milliHz">The frequency, in mHz.</param>
        public void Set(int milliHz)
        {
            _confirmedMilliHz = milliHz;
            _fine = (long)milliHz << FineBits;
        }

        /// <summary>Lowers it at once: no vehicle brings the frequency below that of the empty loop.</summary>
        /// <param name="milliHz">The frequency, in mHz.</param>
        public void Lower(int milliHz)
        {
            _fine = (long)milliHz << FineBits;
        }

        /// <summary>Raises it by what weather is believed to have moved it.</summary>
        /// <param name="ppm">How far: ΔL/L in ppm.</param>
        public void Raise(int ppm)
        {
            _fine += ppm * _finePerPpm;
        }

        /// <summary>Follows one scan of the empty loop.</summary>
        /// <param name="deviationPpm">How far the loop is from the baseline, ΔL/L in ppm.</param>
        public void Track(int deviationPpm)
        {
            int error = deviationPpm > _mostUpPpm ? _mostUpPpm : deviationPpm < -_mostDownPpm ? -_mostDownPpm : deviationPpm;
            long step = error * _finePerPpm;
            _drift += step >> DriftGainBits;
            _drift = _drift > _maxDrift ? _maxDrift : _drift < -_maxDrift ? -_maxDrift : _drift;
            _fine += (step >> LevelGainBits) + _drift;
        }

        /// <summary>One scan in which the loop could not be followed.</summary>
        /// <returns>How far weather is believed to have moved it in this scan: ΔL/L in 1/256 ppm.</returns>
        public int Age()
        {
            _drift -= _drift >> AgeBits;
            return (int)((_drift << 8) / _finePerPpm);
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _fine = frame.Pass(_fine);
            _drift = frame.Pass(_drift);
            _confirmedMilliHz = frame.Pass(_confirmedMilliHz);
        }
    }
}
