namespace BarrierNode.Control
{
    /// <summary>Which way a vehicle went over a pair of detectors. The values travel in events and never change.</summary>
    public enum PassageDirection
    {
        /// <summary>None went.</summary>
        None = 0,

        /// <summary>From the entry detector to the exit detector.</summary>
        Forward = 1,

        /// <summary>From the exit detector to the entry detector.</summary>
        Backward = 2,

        /// <summary>It left on the side from which it had come.</summary>
        TurnedBack = 3,
    }
}
