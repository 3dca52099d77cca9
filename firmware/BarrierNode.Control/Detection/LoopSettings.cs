namespace BarrierNode.Control
{
    /// <summary>
    /// What the sensitivity of a loop means in each window. A vehicle of the declared sensitivity must be seen, the grain of the counter must not:
    /// the threshold of a window lies at half the sensitivity, or above the grain and some weather where that is coarser.
    /// </summary>
    public sealed class LoopSettings
    {
        /// <summary>Parts in a million.</summary>
        public const long Million = 1000000;

        /// <summary>One pulse in one microsecond, in mHz: both edges of a period are counted.</summary>
        public const long PulseMilliHzUs = 500000000;

        /// <summary>Scans in a minute.</summary>
        public const int ScansPerMinute = 3000;

        private const int ScanUs = 20000;

        // One pulse, and a fifth for a duty cycle that is not one half.
        private const long GrainTenths = 12;

        // The baseline lags behind the weather by less than this part of the sensitivity.
        private const int WeatherShare = 8;

        // Time and count of the counter are read within one microsecond of each other.
        private const int JitterUs = 1;

        /// <summary>Makes the settings of a loop.</summary>
        /// <param name="table">The loop.</param>
        public LoopSettings(LoopTable table)
        {
            int sensitivityPpm = table.SensitivityPpm;
            int nominalHz = table.NominalHz;
            FastPpm = Threshold(sensitivityPpm, nominalHz, LoopWindow.FastScans);
            MiddlePpm = Threshold(sensitivityPpm, nominalHz, LoopWindow.MiddleScans);
            SlowPpm = Threshold(sensitivityPpm, nominalHz, LoopWindow.SlowScans);
            FastLimitPpm = FastPpm + GrainPpm(nominalHz, LoopWindow.FastScans);
            ReleasePpm = SlowPpm * 3 / 4;

            // Between the highest and the lowest reading of a still level lie two grains, and the noise of the oscillator.
            int restless = 3 * GrainPpm(nominalHz, LoopWindow.SlowScans);
            LeavePpm = SlowPpm / 2 > restless ? SlowPpm / 2 : restless;
            MaxDriftPpmPerMinute = table.MaxDriftPpmPerMinute;
        }

        /// <summary>Threshold of the fast window, in ppm.</summary>
        public int FastPpm { get; private set; }

        /// <summary>Threshold of the middle window, in ppm.</summary>
        public int MiddlePpm { get; private set; }

        /// <summary>Threshold of the slow window, in ppm.</summary>
        public int SlowPpm { get; private set; }

        /// <summary>What makes at least this ΔL/L, in ppm, is always seen within 75 ms.</summary>
        public int FastLimitPpm { get; private set; }

        /// <summary>An occupied loop below this, in ppm, may be free.</summary>
        public int ReleasePpm { get; private set; }

        /// <summary>It is free when it came down this far, in ppm, faster than weather can: something drove away.</summary>
        public int LeavePpm { get; private set; }

        /// <summary>The fastest drift that is taken for weather: ΔL/L in ppm a minute.</summary>
        public int MaxDriftPpmPerMinute { get; private set; }

        /// <summary>The grain of the counter in a window: how far a reading may be off, as ΔL/L in ppm.</summary>
        /// <param name="nominalHz">Frequency of the empty loop, in Hz.</param>
        /// <param name="scans">Length of the window.</param>
        public static int GrainPpm(int nominalHz, int scans)
        {
            int us = scans * ScanUs;
            long pulses = 2L * nominalHz * us / Million;
            return (int)((2 * Million * GrainTenths / 10 / pulses) + (2 * Million * JitterUs / us) + 1);
        }

        /// <summary>
        /// The finest sensitivity that can be declared, in ppm: four grains of the slow window, and what weather does in a second. Whatever is
        /// smaller can be weather.
        /// </summary>
        /// <param name="nominalHz">Frequency of the empty loop, in Hz.</param>
        /// <param name="maxDriftPpmPerMinute">The fastest change that is taken for weather, in ppm a minute.</param>
        public static int FinestPpm(int nominalHz, int maxDriftPpmPerMinute)
        {
            return (4 * GrainPpm(nominalHz, LoopWindow.SlowScans)) + (maxDriftPpmPerMinute / 60);
        }

        private static int Threshold(int sensitivityPpm, int nominalHz, int scans)
        {
            int half = sensitivityPpm / 2;
            int coarse = GrainPpm(nominalHz, scans) + (sensitivityPpm / WeatherShare);
            return half > coarse ? half : coarse;
        }
    }
}
