namespace BarrierNode.Control
{
    /// <summary>An inductive loop that the node measures itself, as a frequency.</summary>
    public sealed class LoopTable
    {
        /// <summary>Number of the input that it stands for: a contact that is closed while the loop is clear and whole.</summary>
        public int Input;

        /// <summary>GPIO number of the oscillator's output.</summary>
        public int Pin;

        /// <summary>Frequency of the oscillator with a clear loop, in hertz.</summary>
        public int NominalHz;

        /// <summary>Change of the inductance (ΔL/L) from which it counts as occupied, in parts per million.</summary>
        public int SensitivityPpm;
    }
}
