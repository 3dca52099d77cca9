namespace BarrierNode.Control
{
    /// <summary>One inductive loop whose oscillator is wired to the node: a detector card in software.</summary>
    public sealed class LoopTable
    {
        /// <summary>The input whose place in the pin levels it takes, as a normally closed contact.</summary>
        public int InputNumber;

        /// <summary>GPIO number at which the pulses of the oscillator are counted.</summary>
        public int Pin;

        /// <summary>The least dL/L that must be seen, in ppm: 60 to 20000. Motorcycles make about 500, bicycles 100 to 200.</summary>
        public int SensitivityPpm;

        /// <summary>Frequency of the empty loop, in Hz: 18000 to 145000, as measured when it was put into service.</summary>
        public int NominalHz;

        /// <summary>
        /// The fastest change that is taken for weather and not for a vehicle that drives away: dL/L in ppm a minute, 600 to 10000 (1 %). The more,
        /// the surer something that stands is held; the less, the slower a small vehicle may leave without a person having to confirm it.
        /// </summary>
        public int MaxDriftPpmPerMinute;
    }
}
