namespace BarrierNode.Control
{
    /// <summary>An inductive loop that the node measures itself, as a frequency.</summary>
    public sealed class LoopTable
    {
        /// <summary>Number of the input that it stands for: a contact that is closed while the loop is clear and whole.</summary>
        public int Input;

        /// <summary>GPIO number of the oscillator's output.</summary>
        public int Pin;

        /// <summary>Frequency of the oscillator with a clear loop, in hertz: 18000 to 145000, as measured when it was put into service.</summary>
        public int NominalHz;

        /// <summary>
        /// The least change of the inductance (ΔL/L) that must be seen, in parts per million: <see cref="LoopSettings.FinestPpm"/> to 20000.
        /// </summary>
        public int SensitivityPpm;

        /// <summary>
        /// The fastest change that is taken for weather and not for a vehicle that drives away: ΔL/L in ppm a minute, 600 to 10000 (1 %). The more,
        /// the surer something that stands is held; the less, the slower a small vehicle may leave without a person having to confirm it.
        /// </summary>
        public int MaxDriftPpmPerMinute;
    }
}
