namespace BarrierNode.Control
{
    /// <summary>
    /// Whether an emergency fast operation would raise the lane now, and if not, why. A control room must know that before it needs it.
    /// </summary>
    public static class EfoReadiness
    {
        /// <summary>The lane takes emergency fast operations.</summary>
        public const int Fitted = 1;

        /// <summary>It is ready for one.</summary>
        public const int Ready = 2;

        /// <summary>The gate is not armed yet.</summary>
        public const int Starting = 4;

        /// <summary>A latched trip holds the drives.</summary>
        public const int Tripped = 8;

        /// <summary>The interlock forbids to raise: the lane's <c>blockedBy</c> names what.</summary>
        public const int Interlocked = 16;

        /// <summary>A hold forbids even an emergency raise: the lane's <c>holds</c> name it.</summary>
        public const int Held = 32;

        /// <summary>The accumulator has not enough pressure for a fast stroke.</summary>
        public const int NoPressure = 64;

        /// <summary>The mains has failed.</summary>
        public const int NoSupply = 128;

        /// <summary>The first of the reasons; each is twice the one before.</summary>
        public const int FirstReason = Starting;

        /// <summary>The last of the reasons.</summary>
        public const int LastReason = NoSupply;

        /// <summary>Judges a lane.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="armed">The gate is armed.</param>
        /// <param name="trips">The latched trips that hold its drives, a mask.</param>
        /// <param name="raiseBlock">The conditions that forbid to raise it, a mask.</param>
        /// <returns>The constants of this class that apply, a mask; 0 when the lane takes no emergency fast operations.</returns>
        public static int Of(LaneScan scan, bool armed, long trips, long raiseBlock)
        {
            if (scan.Setting(LaneSetting.EfoEnabled) == 0)
            {
                return 0;
            }

            // A quiet window passes by itself, in less time than an operation is tried for.
            long blocking = raiseBlock & ~(1L << ConditionBit.Quiet);
            int reasons = armed ? 0 : Starting;
            reasons |= trips != 0 ? Tripped : 0;
            reasons |= blocking != 0 ? Interlocked : 0;
            reasons |= scan.Holds.Against(CommandOp.Raise, MoveOrigin.EmergencyOperation) != 0 ? Held : 0;
            reasons |= scan.HasInput(InputRole.AccumulatorReady) && !scan.On(InputRole.AccumulatorReady) ? NoPressure : 0;
            reasons |= scan.On(InputRole.SupplyFailed) ? NoSupply : 0;
            return Fitted | (reasons == 0 ? Ready : reasons);
        }

        /// <summary>Name of a reason in messages.</summary>
        /// <param name="reason">One of the reasons.</param>
        public static string Name(int reason)
        {
            switch (reason)
            {
                case Starting: return "starting";
                case Tripped: return "tripped";
                case Interlocked: return "interlocked";
                case Held: return "held";
                case NoPressure: return "accumulator";
                default: return "supply";
            }
        }
    }
}
