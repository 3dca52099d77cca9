namespace BarrierNode.Control
{
    /// <summary>What a frequency loop says. Everything but <see cref="Clear"/> counts as occupied.</summary>
    public enum LoopState
    {
        /// <summary>Measuring for the first time after a start.</summary>
        Starting = 0,

        /// <summary>Nothing stands on the loop; the baseline follows the weather.</summary>
        Clear = 1,

        /// <summary>Something stands on the loop; the baseline stands still.</summary>
        Occupied = 2,

        /// <summary>Nobody knows whether something stands on the loop: a person has to look, and to confirm.</summary>
        Unconfirmed = 3,

        /// <summary>The loop, its cable or its oscillator is broken.</summary>
        Fault = 4,
    }
}
