namespace BarrierNode.Interlock
{
    /// <summary>
    /// What may be energised, as data: the rules G1 to G5 and the trips of one cabinet. Made from the site file, loaded once, never
    /// changed afterwards. Conditions are numbered 0 to 63 (inputs first), outputs 0 to 15; masks have one bit for each.
    /// </summary>
    public sealed class GateTable
    {
        /// <summary>Most inputs that a table may name; they are the condition bits 0 to 31.</summary>
        public const int MaxInputs = 32;

        /// <summary>Most conditions (inputs and derived ones) in the condition image.</summary>
        public const int MaxConditions = 64;

        /// <summary>Most outputs that a table may name.</summary>
        public const int MaxOutputs = 16;

        /// <summary>Most exclusion groups.</summary>
        public const int MaxGroups = 16;

        /// <summary>Most trip rules.</summary>
        public const int MaxTrips = 32;

        /// <summary>Longest time in any field, in milliseconds: ten minutes, the longest run time that a vendor offers.</summary>
        public const int MaxTimeMs = 600000;

        /// <summary>Number of outputs, 1 to <see cref="MaxOutputs"/>.</summary>
        public readonly int OutputCount;

        /// <summary>Number of exclusion groups, 0 to <see cref="MaxGroups"/>.</summary>
        public readonly int GroupCount;

        /// <summary>Number of trip rules, 0 to <see cref="MaxTrips"/>.</summary>
        public readonly int TripCount;

        /// <summary>Mask of the outputs that move steel. A late scan drops them all (G5).</summary>
        public int MotionOutputs;

        /// <summary>G1, by output: the conditions that must be 1.</summary>
        public readonly long[] MustBeOne;

        /// <summary>G1, by output: the conditions that must be 0.</summary>
        public readonly long[] MustBeZero;

        /// <summary>G2, by output: its exclusion group, 0 to <see cref="GroupCount"/> - 1, or -1 for none.</summary>
        public readonly int[] Group;

        /// <summary>G2, by group: time with every output of the group off before another of them may go on, in milliseconds.</summary>
        public readonly int[] DeadTimeMs;

        /// <summary>G3, by output: longest time on, in milliseconds; 0 is no limit.</summary>
        public readonly int[] MaxOnMs;

        /// <summary>G3, by output: time off that counts as rest and starts the limit anew, in milliseconds.</summary>
        public readonly int[] RestMs;

        /// <summary>G4, by output: a request not renewed for this long is off, in milliseconds; 0 is no lease.</summary>
        public readonly int[] LeaseMs;

        /// <summary>By trip rule: the condition that trips.</summary>
        public readonly int[] TripCondition;

        /// <summary>By trip rule: the level (0 or 1) of the condition that trips.</summary>
        public readonly int[] TripLevel;

        /// <summary>By trip rule: its <see cref="TripCode"/>.</summary>
        public readonly int[] TripCodes;

        /// <summary>By trip rule: mask of the outputs that stay off while the trip is latched.</summary>
        public readonly int[] TripOutputs;

        /// <summary>
        /// Mask of the trip rules that concern the whole node: they end the permission pulse (G8), and every output is off in the scan in
        /// which they trip.
        /// </summary>
        public int NodeWideTrips;

        /// <summary>G5: a gap between scans over this is late, in milliseconds. Default 100: five scans.</summary>
        public int LateLimitMs = 100;

        /// <summary>G5: two scans in a row within this gap re-arm, in milliseconds. Default 60: three scans.</summary>
        public int RearmGapMs = 60;

        /// <summary>Makes an empty table: no output requires anything, so fill it before use.</summary>
        /// <param name="outputCount">Number of outputs, 1 to <see cref="MaxOutputs"/>.</param>
        /// <param name="groupCount">Number of exclusion groups.</param>
        /// <param name="tripCount">Number of trip rules.</param>
        public GateTable(int outputCount, int groupCount, int tripCount)
        {
            OutputCount = outputCount;
            GroupCount = groupCount;
            TripCount = tripCount;
            MustBeOne = new long[outputCount];
            MustBeZero = new long[outputCount];
            Group = new int[outputCount];
            MaxOnMs = new int[outputCount];
            RestMs = new int[outputCount];
            LeaseMs = new int[outputCount];
            DeadTimeMs = new int[groupCount];
            TripCondition = new int[tripCount];
            TripLevel = new int[tripCount];
            TripCodes = new int[tripCount];
            TripOutputs = new int[tripCount];
            for (int i = 0; i < outputCount; i++)
            {
                Group[i] = -1;
            }
        }

        /// <summary>Looks for a value out of its range. A table with a fault must not be used.</summary>
        /// <returns>Null, or the first fault in words.</returns>
        public string Fault()
        {
            if (OutputCount < 1 || OutputCount > MaxOutputs)
            {
                return "output count out of range";
            }

            if (GroupCount > MaxGroups || TripCount > MaxTrips)
            {
                return "too many groups or trips";
            }

            int outputs = AllOutputs;
            if ((MotionOutputs & ~outputs) != 0)
            {
                return "motion outputs name an output that does not exist";
            }

            if (LateLimitMs < 1 || LateLimitMs > MaxTimeMs || RearmGapMs < 1 || RearmGapMs > LateLimitMs)
            {
                return "late limit or re-arm gap out of range";
            }

            for (int i = 0; i < OutputCount; i++)
            {
                if (Group[i] < -1 || Group[i] >= GroupCount)
                {
                    return "exclusion group out of range";
                }

                if (BadTime(MaxOnMs[i]) || BadTime(RestMs[i]) || BadTime(LeaseMs[i]))
                {
                    return "output time out of range";
                }
            }

            for (int i = 0; i < GroupCount; i++)
            {
                if (BadTime(DeadTimeMs[i]))
                {
                    return "dead time out of range";
                }
            }

            for (int i = 0; i < TripCount; i++)
            {
                if (TripCondition[i] < 0 || TripCondition[i] >= MaxConditions || (TripLevel[i] & ~1) != 0
                    || (TripOutputs[i] & ~outputs) != 0)
                {
                    return "trip rule out of range";
                }
            }

            return null;
        }

        /// <summary>Mask of every output that the table names.</summary>
        public int AllOutputs
        {
            get { return (1 << OutputCount) - 1; }
        }

        private static bool BadTime(int timeMs)
        {
            return timeMs < 0 || timeMs > MaxTimeMs;
        }
    }
}
