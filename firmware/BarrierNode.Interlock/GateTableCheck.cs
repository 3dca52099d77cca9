namespace BarrierNode.Interlock
{
    /// <summary>
    /// What a gate table must be before a gate may use it: whole, and every number in its range. Whether its rules are the right ones for the
    /// street is not known here.
    /// </summary>
    public static class GateTableCheck
    {
        /// <summary>Shortest late limit: two scans and a half. A scan wakes up to 30 ms late under load, and that must not trip.</summary>
        public const long MinLateLimitUs = 50000;

        /// <summary>Longest late limit: the permission chain falls at 250 ms, and the gate must have dropped its outputs before that.</summary>
        public const long MaxLateLimitUs = 200000;

        /// <summary>Shortest re-arm gap: one scan.</summary>
        public const long MinRearmGapUs = 20000;

        /// <summary>Shortest window for two channels and for feedback contacts: a test with less would fail on contact bounce.</summary>
        public const long MinWindowUs = 10000;

        /// <summary>Looks for a fault. A table with one must not be used.</summary>
        /// <param name="words">The words of a table.</param>
        /// <returns>Null, or the first fault in words.</returns>
        public static string Fault(long[] words)
        {
            if (words.Length != GateTable.WordCount || words[GateTable.HeaderAt] != GateTable.Header)
            {
                return "is not a gate table of version 1";
            }

            if (words[GateTable.CheckWordAt] != CheckWord.Of(words))
            {
                return "has a wrong check word";
            }

            long inputCount = words[GateTable.InputCountAt];
            long outputCount = words[GateTable.OutputCountAt];
            if (inputCount < 0 || inputCount > GateTable.MaxInputs || outputCount < 1 || outputCount > GateTable.MaxOutputs)
            {
                return "has a wrong number of inputs or outputs";
            }

            long inputs = (1L << (int)inputCount) - 1;
            long outputs = (1L << (int)outputCount) - 1;
            string fault = NodeFault(words, inputs, outputs);
            for (int i = 0; fault == null && i < GateTable.MaxInputs; i++)
            {
                fault = InputFault(words, i, i < inputCount);
            }

            for (int p = 0; fault == null && p < GateTable.MaxPairs; p++)
            {
                fault = PairFault(words, p);
            }

            for (int o = 0; fault == null && o < GateTable.MaxOutputs; o++)
            {
                fault = OutputFault(words, o, inputs, outputs) ?? FeedbackFault(words, o);
            }

            return fault;
        }

        private static string NodeFault(long[] words, long inputs, long outputs)
        {
            long trips = words[GateTable.TripConditionsAt];
            if ((words[GateTable.MotionOutputsAt] & ~outputs) != 0)
            {
                return "names a motion output that does not exist";
            }

            if ((words[GateTable.NodeTripsAt] & ~trips) != 0 || (trips & ~(inputs | GateTable.DerivedConditions)) != 0)
            {
                return "names a trip that does not exist";
            }

            if (Outside(words[GateTable.LateLimitUsAt], MinLateLimitUs, MaxLateLimitUs)
                || Outside(words[GateTable.RearmGapUsAt], MinRearmGapUs, words[GateTable.LateLimitUsAt]))
            {
                return "late limit or re-arm gap out of range";
            }

            if (((words[GateTable.InvertedInputsAt] | words[GateTable.StartOnInputsAt]) & ~inputs) != 0)
            {
                return "names an input that does not exist";
            }

            return ContactsFault(words) ?? TripCodesFault(words, trips);
        }

        // Two-channel inputs come first, and no contact is both a channel and a feedback: the longest scan is reckoned with that.
        private static string ContactsFault(long[] words)
        {
            long pairs = words[GateTable.PairCountAt];
            long count = words[GateTable.FeedbackCountAt];
            long first = words[GateTable.FeedbackInputAt];
            if (Outside(pairs, 0, words[GateTable.InputCountAt] >> 1)
                || (words[GateTable.PairsOffAtOneAt] & ~(((1L << (int)(pairs + pairs)) - 1) & 0x55555555L)) != 0)
            {
                return "two-channel inputs out of range";
            }

            return Outside(count, 0, words[GateTable.OutputCountAt])
                || (count == 0 ? first != 0 : Outside(first, pairs + pairs, words[GateTable.InputCountAt] - count))
                ? "feedback contacts out of range" : null;
        }

        private static string TripCodesFault(long[] words, long trips)
        {
            for (int c = 0; c < GateTable.MaxConditions; c++)
            {
                bool coded = ((words[GateTable.TripCodesAt + (c >> 3)] >> ((c & 7) << 3)) & 0xFF) != 0;
                if (coded != (((trips >> c) & 1L) != 0))
                {
                    return "trip conditions and trip codes differ";
                }
            }

            for (int i = GateTable.TripCodesAt + 8; i < GateTable.CheckWordAt; i++)
            {
                if (words[i] != 0)
                {
                    return "has a number in a place that is not used";
                }
            }

            return null;
        }

        private static string InputFault(long[] words, int input, bool exists)
        {
            return DelayFault(words, input, exists, GateTable.OnDelayUsAt, GateTable.InstantOnInputsAt)
                ?? DelayFault(words, input, exists, GateTable.OffDelayUsAt, GateTable.InstantOffInputsAt);
        }

        private static string DelayFault(long[] words, int input, bool exists, int delayAt, int instantAt)
        {
            long delayUs = words[delayAt + input];
            bool instant = ((words[instantAt] >> input) & 1L) != 0;
            return Outside(delayUs, 0, exists ? GateTable.MaxTimeUs : 0) || instant != (exists && delayUs == 0)
                ? "input delay out of range" : null;
        }

        private static string PairFault(long[] words, int pair)
        {
            long windowUs = words[GateTable.PairWindowUsAt + pair];
            long fault = words[GateTable.PairFaultAt + pair];
            if (pair >= words[GateTable.PairCountAt])
            {
                return (windowUs | fault) != 0 ? "has a number in a place that is not used" : null;
            }

            return Outside(windowUs, MinWindowUs, GateTable.MaxTimeUs) || !IsFault(words, fault) ? "two-channel inputs out of range" : null;
        }

        private static string OutputFault(long[] words, int output, long inputs, long outputs)
        {
            long zero = words[GateTable.MustBeZeroAt + output];
            long one = words[GateTable.MustBeOneAt + output];
            long excludes = words[GateTable.ExcludesAt + output];
            long deadUs = words[GateTable.DeadTimeUsAt + output];
            long maxOnUs = words[GateTable.MaxOnUsAt + output];
            long restUs = words[GateTable.RestUsAt + output];
            long leaseUs = words[GateTable.LeaseUsAt + output];
            if (((outputs >> output) & 1L) == 0)
            {
                return (zero | one | excludes | deadUs | maxOnUs | restUs | leaseUs) != 0 ? "has a number in a place that is not used" : null;
            }

            // A latched condition counts as 1, and must never be what permits.
            if (((zero | one) & ~(inputs | GateTable.DerivedConditions)) != 0 || (one & words[GateTable.TripConditionsAt]) != 0)
            {
                return "an output requires a condition that it cannot";
            }

            return Outside(restUs, maxOnUs == GateTable.Never ? 0 : 1, GateTable.MaxTimeUs) || Outside(deadUs, 0, GateTable.MaxTimeUs) || OutsideOrNever(maxOnUs)
                || OutsideOrNever(leaseUs) ? "output time out of range" : ExcludesFault(words, output, excludes, outputs);
        }

        private static string ExcludesFault(long[] words, int output, long excludes, long outputs)
        {
            bool good = (excludes & ~outputs) == 0 && ((excludes >> output) & 1L) == 0;
            for (int other = 0; good && other < GateTable.MaxOutputs; other++)
            {
                good = ((excludes >> other) & 1L) == ((words[GateTable.ExcludesAt + other] >> output) & 1L);
            }

            return good ? null : "excluded outputs do not name each other";
        }

        private static string FeedbackFault(long[] words, int output)
        {
            long windowUs = words[GateTable.FeedbackWindowUsAt + output];
            long fault = words[GateTable.FeedbackFaultAt + output];
            if (output >= words[GateTable.FeedbackCountAt])
            {
                return (windowUs | fault) != 0 ? "has a number in a place that is not used" : null;
            }

            return Outside(windowUs, MinWindowUs, GateTable.MaxTimeUs) || !IsFault(words, fault)
                || (words[GateTable.MustBeZeroAt + output] & fault) == 0 ? "feedback contacts out of range" : null;
        }

        // The condition of a fault latches, and is none that a contact or a sequence could wipe out.
        private static bool IsFault(long[] words, long mask)
        {
            return IsOne(mask) && (mask & GateTable.DerivedConditions & words[GateTable.TripConditionsAt]) != 0;
        }

        private static bool IsOne(long mask)
        {
            return mask != 0 && (mask & (mask - 1)) == 0;
        }

        private static bool Outside(long value, long min, long max)
        {
            return value < min || value > max;
        }

        private static bool OutsideOrNever(long timeUs)
        {
            return timeUs != GateTable.Never && Outside(timeUs, 1, GateTable.MaxTimeUs);
        }
    }
}
