namespace BarrierNode.Control
{
    /// <summary>What is wrong with a frequency loop.</summary>
    public enum LoopFault
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>No pulses, or far too few: the loop or its cable is cut, or the oscillator stands.</summary>
        Open = 1,

        /// <summary>Far too many pulses: turns of the loop or its cable are shorted.</summary>
        Short = 2,

        /// <summary>The inductance jumped by more than 30 %: no vehicle does that.</summary>
        Step = 3,

        /// <summary>The pulse counter gives no readings.</summary>
        NoReading = 4,
    }
}
