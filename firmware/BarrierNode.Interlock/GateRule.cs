namespace BarrierNode.Interlock
{
    /// <summary>The rule of the gate that refuses an output. The values travel in records and messages and never change.</summary>
    public enum GateRule
    {
        /// <summary>No rule refuses.</summary>
        None = 0,

        /// <summary>A condition that must be 1 is 0, or one that must be 0 is 1.</summary>
        Require = 1,

        /// <summary>Another output of the exclusion group is requested or was on until this scan, or the dead time after it still runs.</summary>
        Exclude = 2,

        /// <summary>On for its maximum; it needs rest.</summary>
        Limit = 3,

        /// <summary>The request was not renewed within its lease.</summary>
        Lease = 4,

        /// <summary>A scan was late; two on-time scans and a fresh request re-arm.</summary>
        Late = 5,

        /// <summary>The inputs of this scan were not read: the scan's steps came in a wrong order.</summary>
        Flow = 8,

        /// <summary>The table is damaged.</summary>
        Table = 9,

        /// <summary>Nothing is on in the first scan after a reset.</summary>
        Start = 10,

        /// <summary>A latched trip holds the output off.</summary>
        Trip = 11,
    }
}
