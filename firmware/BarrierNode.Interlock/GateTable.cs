namespace BarrierNode.Interlock
{
    /// <summary>
    /// What may be energised, as data: the rules of one cabinet in <see cref="WordCount"/> words of 64 bits, in the order of the constants
    /// that end in At. The gate evaluates these very words, and proves them again and again while it does (G9). Made from the site file, loaded
    /// once, never changed afterwards. docs/interlock.md has the format and the rules.
    /// </summary>
    public sealed class GateTable
    {
        /// <summary>Number of words of every table.</summary>
        public const int WordCount = 272;

        /// <summary>Most inputs that a table may name; they are the condition bits 0 to 31.</summary>
        public const int MaxInputs = 32;

        /// <summary>Most conditions (inputs and derived ones) in the condition image.</summary>
        public const int MaxConditions = 64;

        /// <summary>Most outputs that a table may name.</summary>
        public const int MaxOutputs = 16;

        /// <summary>Most two-channel inputs: pair p is inputs 2p and 2p + 1.</summary>
        public const int MaxPairs = 16;

        /// <summary>Longest time in any field, in microseconds: ten minutes, the longest run time that a vendor offers.</summary>
        public const long MaxTimeUs = 600000000;

        /// <summary>Value of a time limit that never ends.</summary>
        public const long Never = long.MaxValue;

        /// <summary>Number of the condition that the gate itself sets when its table is damaged (G9).</summary>
        public const int TableFault = 33;

        /// <summary>Mask of the conditions that are not inputs.</summary>
        public const long DerivedConditions = unchecked((long)0xFFFFFFFF00000000);

        /// <summary>Magic "BNGT" and version, see <see cref="Header"/>.</summary>
        public const int HeaderAt = 0;

        /// <summary>Number of inputs, 0 to <see cref="MaxInputs"/>.</summary>
        public const int InputCountAt = 1;

        /// <summary>Number of outputs, 1 to <see cref="MaxOutputs"/>.</summary>
        public const int OutputCountAt = 2;

        /// <summary>Mask of the outputs that move steel. A late scan drops them all (G5).</summary>
        public const int MotionOutputsAt = 3;

        /// <summary>Mask of the conditions that trip: once 1 they stay latched until they are reset (G10).</summary>
        public const int TripConditionsAt = 4;

        /// <summary>Mask of the trip conditions that concern the whole node: they end the permission pulse (G8).</summary>
        public const int NodeTripsAt = 5;

        /// <summary>G5: a gap between scans over this is late, in microseconds.</summary>
        public const int LateLimitUsAt = 6;

        /// <summary>G5: two scans in a row within this gap re-arm, in microseconds.</summary>
        public const int RearmGapUsAt = 7;

        /// <summary>Mask of the inputs whose condition is 1 while the pin is low.</summary>
        public const int InvertedInputsAt = 8;

        /// <summary>Mask of the inputs that count as 1 until they have been 0 for their off delay (unknown means unsafe).</summary>
        public const int StartOnInputsAt = 9;

        /// <summary>Mask of the inputs whose on delay is 0.</summary>
        public const int InstantOnInputsAt = 10;

        /// <summary>Mask of the inputs whose off delay is 0.</summary>
        public const int InstantOffInputsAt = 11;

        /// <summary>G7: number of two-channel inputs. Pair p is the inputs 2p and 2p + 1.</summary>
        public const int PairCountAt = 12;

        /// <summary>G7: mask with bit 2p for each pair p whose channels are off when they are 1, not 0.</summary>
        public const int PairsOffAtOneAt = 13;

        /// <summary>G6: number of outputs with a feedback contact. They are the outputs from 0 on.</summary>
        public const int FeedbackCountAt = 14;

        /// <summary>G6: number of the input that is the feedback contact of output 0; those of the next outputs follow it.</summary>
        public const int FeedbackInputAt = 15;

        /// <summary>By input: how long the contact must be 1 before the condition is, in microseconds.</summary>
        public const int OnDelayUsAt = 16;

        /// <summary>By input: how long the contact must be 0 before the condition is, in microseconds.</summary>
        public const int OffDelayUsAt = 48;

        /// <summary>G7, by pair: how long the channels may disagree, in microseconds.</summary>
        public const int PairWindowUsAt = 80;

        /// <summary>G7, by pair: mask of the one condition that a discrepancy sets.</summary>
        public const int PairFaultAt = 96;

        /// <summary>G1, by output: mask of the conditions that must be 1.</summary>
        public const int MustBeOneAt = 112;

        /// <summary>G1, by output: mask of the conditions that must be 0. A latched trip among them holds the output off.</summary>
        public const int MustBeZeroAt = 128;

        /// <summary>G2, by output: mask of the outputs that are never on together with it. It names itself to none, and both name each other.</summary>
        public const int ExcludesAt = 144;

        /// <summary>G2, by output: time off before one that it excludes may go on, in microseconds.</summary>
        public const int DeadTimeUsAt = 160;

        /// <summary>G3, by output: longest time on, in microseconds, or <see cref="Never"/>. A pause shorter than the rest counts as on.</summary>
        public const int MaxOnUsAt = 176;

        /// <summary>G3, by output: time off that counts as rest and starts the limit anew, in microseconds.</summary>
        public const int RestUsAt = 192;

        /// <summary>G4, by output: a request not renewed for this long is off, in microseconds, or <see cref="Never"/>.</summary>
        public const int LeaseUsAt = 208;

        /// <summary>G6, by output: how long the feedback contact may disagree with the output, in microseconds.</summary>
        public const int FeedbackWindowUsAt = 224;

        /// <summary>G6, by output: mask of the one condition that a wrong feedback sets.</summary>
        public const int FeedbackFaultAt = 240;

        /// <summary>By condition, eight to a word, the lowest byte first: the <see cref="TripCode"/> of a trip condition.</summary>
        public const int TripCodesAt = 256;

        /// <summary>The check word.</summary>
        public const int CheckWordAt = 271;

        /// <summary>The first word of every table: "BNGT" in its low half, the version of the format in its high half.</summary>
        public const long Header = (1L << 32) | 0x54474E42;

        private readonly long[] _words;

        /// <summary>Makes a table of words. Use it only when <see cref="GateTableCheck"/> finds no fault.</summary>
        /// <param name="words"><see cref="WordCount"/> words; kept, not copied.</param>
        public GateTable(long[] words)
        {
            _words = words;
        }

        /// <summary>The words. The gate reads them in every scan.</summary>
        public long[] Words
        {
            get { return _words; }
        }

        /// <summary>Number of inputs.</summary>
        public int InputCount
        {
            get { return (int)_words[InputCountAt]; }
        }

        /// <summary>Number of outputs.</summary>
        public int OutputCount
        {
            get { return (int)_words[OutputCountAt]; }
        }

        /// <summary>Mask of every output that the table names.</summary>
        public int AllOutputs
        {
            get { return (1 << OutputCount) - 1; }
        }

        /// <summary>Mask of the outputs that move steel.</summary>
        public int MotionOutputs
        {
            get { return (int)_words[MotionOutputsAt]; }
        }

        /// <summary>Mask of the conditions that trip.</summary>
        public long TripConditions
        {
            get { return _words[TripConditionsAt]; }
        }

        /// <summary>Mask of the trip conditions that concern the whole node.</summary>
        public long NodeTrips
        {
            get { return _words[NodeTripsAt]; }
        }

        /// <summary>G1: mask of the conditions that must be 1.</summary>
        /// <param name="output">Number of the output.</param>
        public long MustBeOne(int output)
        {
            return _words[MustBeOneAt + output];
        }

        /// <summary>G1: mask of the conditions that must be 0.</summary>
        /// <param name="output">Number of the output.</param>
        public long MustBeZero(int output)
        {
            return _words[MustBeZeroAt + output];
        }

        /// <summary>What a trip condition is called; <see cref="Interlock.TripCode.None"/> for a condition that does not trip.</summary>
        /// <param name="condition">Number of the condition, 0 to 63.</param>
        public TripCode TripCode(int condition)
        {
            return (TripCode)((_words[TripCodesAt + (condition >> 3)] >> ((condition & 7) << 3)) & 0xFF);
        }
    }
}
