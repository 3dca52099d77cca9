namespace BarrierNode.Interlock
{
    /// <summary>Version and hash of the interlock. It changes apart from the rest of the firmware, and every node publishes both.</summary>
    public static class InterlockVersion
    {
        /// <summary>Version of the rules.</summary>
        public const string Version = "0.2.0";

        /// <summary>
        /// CRC-32 of the sources of this assembly, all but this file, in order of their names. A test recomputes it, so no change of the rules
        /// goes unnoticed.
        /// </summary>
        public const int SourceHash = unchecked((int)0xabb046a3);
    }
}
