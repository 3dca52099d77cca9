using BarrierNode.Interlock;

namespace BarrierNode.Firmware.Tests
{
    /// <summary>
    /// A small cabinet: outputs 0 raise and 1 lower exclude each other, 2 is a lamp. Inputs 0 and 1 are the two channels of a stop that is off at
    /// one, 2 is the feedback contact of raise, 3 a loop that forbids raise and holds for 100 ms.
    /// </summary>
    internal static class GateTables
    {
        public const int Raise = 1;
        public const int Lower = 2;
        public const int Lamp = 4;
        public const int Stops = 3;
        public const int RaiseContact = 4;
        public const int Loop = 8;
        public const long ScanUs = 20000;
        public const int FeedbackFault = 36;
        public const int Discrepancy = 37;

        /// <summary>Makes the words of the cabinet's table.</summary>
        public static long[] Words()
        {
            long[] words = new long[GateTable.WordCount];
            words[GateTable.HeaderAt] = GateTable.Header;
            words[GateTable.InputCountAt] = 4;
            words[GateTable.OutputCountAt] = 3;
            words[GateTable.MotionOutputsAt] = Raise | Lower;
            words[GateTable.TripConditionsAt] = Stops | (1L << FeedbackFault) | (1L << Discrepancy);
            words[GateTable.NodeTripsAt] = Stops;
            words[GateTable.LateLimitUsAt] = 100000;
            words[GateTable.RearmGapUsAt] = 60000;
            words[GateTable.StartOnInputsAt] = Loop;
            words[GateTable.InstantOnInputsAt] = Stops | RaiseContact | Loop;
            words[GateTable.InstantOffInputsAt] = Stops | RaiseContact;
            words[GateTable.OffDelayUsAt + 3] = 100000;
            words[GateTable.PairCountAt] = 1;
            words[GateTable.PairsOffAtOneAt] = 1;
            words[GateTable.PairWindowUsAt] = 50000;
            words[GateTable.PairFaultAt] = 1L << Discrepancy;
            words[GateTable.FeedbackCountAt] = 1;
            words[GateTable.FeedbackInputAt] = 2;
            words[GateTable.FeedbackWindowUsAt] = 100000;
            words[GateTable.FeedbackFaultAt] = 1L << FeedbackFault;
            words[GateTable.MustBeZeroAt] = Stops | Loop | (1L << FeedbackFault) | (1L << Discrepancy);
            words[GateTable.MustBeZeroAt + 1] = Stops | (1L << FeedbackFault) | (1L << Discrepancy);
            words[GateTable.ExcludesAt] = Lower;
            words[GateTable.ExcludesAt + 1] = Raise;
            words[GateTable.DeadTimeUsAt] = 60000;
            words[GateTable.DeadTimeUsAt + 1] = 60000;
            words[GateTable.MaxOnUsAt] = 1000000;
            words[GateTable.RestUsAt] = 200000;
            words[GateTable.MaxOnUsAt + 1] = GateTable.Never;
            words[GateTable.MaxOnUsAt + 2] = GateTable.Never;
            words[GateTable.LeaseUsAt] = 60000;
            words[GateTable.LeaseUsAt + 1] = GateTable.Never;
            words[GateTable.LeaseUsAt + 2] = GateTable.Never;
            Code(words, 0, TripCode.EmergencyStop);
            Code(words, 1, TripCode.EmergencyStop);
            Code(words, FeedbackFault, TripCode.FeedbackFault);
            Code(words, Discrepancy, TripCode.ChannelDiscrepancy);
            words[GateTable.CheckWordAt] = CheckWord.Of(words);
            return words;
        }

        /// <summary>A gate that has been idle until it was armed, the loop clear, and every dead time over.</summary>
        public static Gate Ready()
        {
            Gate gate = new Gate(new GateTable(Words()), 0);
            for (int i = 0; i < 20; i++)
            {
                Scan(gate, 0, 0);
            }

            return gate;
        }

        /// <summary>One scan on time, every request renewed.</summary>
        public static int Scan(Gate gate, int pins, int requests)
        {
            gate.Condition(pins, ScanUs);
            return gate.Scan(0, requests, requests);
        }

        private static void Code(long[] words, int condition, TripCode code)
        {
            words[GateTable.TripCodesAt + (condition >> 3)] |= (long)code << ((condition & 7) << 3);
        }
    }
}
