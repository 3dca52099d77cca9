namespace BarrierNode.Control
{
    /// <summary>Packs the small parts of a lane's state into one number of a report, and unpacks them.</summary>
    public static class LaneState
    {
        private const int ProtectedBit = 1 << 12;
        private const int WarningBit = 1 << 13;
        private const int EfoShift = 14;

        /// <summary>Packs.</summary>
        /// <param name="position">Position, bits 0 to 3.</param>
        /// <param name="mode">Mode, bits 4 to 7.</param>
        /// <param name="signal">Signal, bits 8 to 11.</param>
        /// <param name="isProtected">Proven closed, bit 12.</param>
        /// <param name="warning">Warning is on, bit 13.</param>
        public static int Pack(LanePosition position, LaneMode mode, LaneSignal signal, bool isProtected, bool warning)
        {
            return (int)position | ((int)mode << 4) | ((int)signal << 8) | (isProtected ? ProtectedBit : 0) | (warning ? WarningBit : 0);
        }

        /// <summary>Adds the readiness for an emergency fast operation, from bit 14.</summary>
        /// <param name="packed">A packed state.</param>
        /// <param name="readiness">What <see cref="EfoReadiness"/> says.</param>
        public static int WithEfo(int packed, int readiness)
        {
            return packed | (readiness << EfoShift);
        }

        /// <summary>The readiness for an emergency fast operation; its bits are those of <see cref="EfoReadiness"/>.</summary>
        /// <param name="packed">A packed state.</param>
        public static int Efo(int packed)
        {
            return packed >> EfoShift;
        }

        /// <summary>Position.</summary>
        /// <param name="packed">A packed state.</param>
        public static LanePosition Position(int packed)
        {
            return (LanePosition)(packed & 15);
        }

        /// <summary>Mode.</summary>
        /// <param name="packed">A packed state.</param>
        public static LaneMode Mode(int packed)
        {
            return (LaneMode)((packed >> 4) & 15);
        }

        /// <summary>Signal.</summary>
        /// <param name="packed">A packed state.</param>
        public static LaneSignal Signal(int packed)
        {
            return (LaneSignal)((packed >> 8) & 15);
        }

        /// <summary>Every barrier of the lane is proven closed.</summary>
        /// <param name="packed">A packed state.</param>
        public static bool IsProtected(int packed)
        {
            return (packed & ProtectedBit) != 0;
        }

        /// <summary>The lane warns.</summary>
        /// <param name="packed">A packed state.</param>
        public static bool Warning(int packed)
        {
            return (packed & WarningBit) != 0;
        }
    }
}
