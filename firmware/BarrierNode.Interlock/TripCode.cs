namespace BarrierNode.Interlock
{
    /// <summary>
    /// Why motion is latched off. The values travel in messages and stay in the journal, and never change. What each one means, what the
    /// node did and how to clear it is in docs/trips.md.
    /// </summary>
    public enum TripCode
    {
        /// <summary>No trip.</summary>
        None = 0,

        /// <summary>The emergency stop circuit of the cabinet is open: the whole node.</summary>
        EmergencyStop = 1,

        /// <summary>A control room gave the emergency stop of this lane.</summary>
        RemoteEmergencyStop = 2,

        /// <summary>A stroke did not reach its limit switch in time: this lane.</summary>
        StrokeOverrun = 3,

        /// <summary>A barrier is reported up and down at once: this lane.</summary>
        LimitConflict = 4,

        /// <summary>A feedback contact did not follow its output: a contactor is welded, or a wire is broken.</summary>
        FeedbackFault = 5,

        /// <summary>The two channels of one input disagreed for too long.</summary>
        ChannelDiscrepancy = 6,

        /// <summary>The table of the gate is damaged in the memory of the node.</summary>
        TableFault = 7,
    }
}
