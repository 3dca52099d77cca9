namespace BarrierNode.Interlock
{
    /// <summary>
    /// The safety gate: last before the pins. In every scan it conditions the inputs, and then decides which of the requested outputs may be
    /// on, and for each one that may not, by which rule and which conditions. Whatever the sequences between the two calls do, no output is on
    /// that the table forbids. Integer arithmetic over fixed arrays; allocates nothing after construction.
    /// </summary>
    public sealed class Gate
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 6 + 2 + GateTable.MaxInputs + 1 + GateTable.MaxPairs + GateTable.MaxOutputs + 3 + (3 * GateTable.MaxOutputs) + 12;

        private const long TableFaultMask = 1L << GateTable.TableFault;

        private readonly GateTable _table;
        private readonly long[] _words;
        private readonly int _outputCount;
        private readonly int _allOutputs;
        private readonly ScanTiming _timing;
        private readonly InputFilter _filter;
        private readonly ChannelPairs _pairs;
        private readonly FeedbackCheck _feedback;
        private readonly TableProof _proof;
        private readonly long[] _lastOnUs = new long[GateTable.MaxOutputs];
        private readonly long[] _restedUs = new long[GateTable.MaxOutputs];
        private readonly long[] _renewedUs = new long[GateTable.MaxOutputs];

        private long _conditions;
        private long _faults;
        private long _latched;
        private long _tripping;
        private int _permitted;
        private int _needFresh;
        private int _held;
        private int _excluded;
        private GateRule _stop;
        private bool _started;
        private bool _conditioned;
        private bool _complete;

        /// <summary>Makes a gate in the state after a reset: everything off, nothing armed.</summary>
        /// <param name="table">A table in which <see cref="GateTableCheck"/> found no fault.</param>
        /// <param name="latchedTrips">The trip conditions that were latched before the power went (G10), a mask.</param>
        public Gate(GateTable table, long latchedTrips)
        {
            _table = table;
            _words = table.Words;
            _outputCount = table.OutputCount;
            _allOutputs = table.AllOutputs;
            _timing = new ScanTiming(_words);
            _filter = new InputFilter(table);
            _pairs = new ChannelPairs(_words);
            _feedback = new FeedbackCheck(_words);
            _proof = new TableProof(_words);
            for (int o = 0; o < GateTable.MaxOutputs; o++)
            {
                // No request was ever made.
                _renewedUs[o] = -GateTable.MaxTimeUs;
            }

            _latched = latchedTrips & (table.TripConditions | TableFaultMask);
            _needFresh = table.MotionOutputs;
        }

        /// <summary>The table.</summary>
        public GateTable Table
        {
            get { return _table; }
        }

        /// <summary>The condition image of the last scan: inputs, derived conditions, and the faults that the gate itself has found.</summary>
        public long Conditions
        {
            get { return _conditions; }
        }

        /// <summary>The outputs that the last scan permitted, a mask.</summary>
        public int Permitted
        {
            get { return _permitted; }
        }

        /// <summary>The latched trip conditions, a mask. A latched trip stays until <see cref="Reset"/>.</summary>
        public long Latched
        {
            get { return _latched; }
        }

        /// <summary>The gap before the last scan, 0 to <see cref="GateTable.MaxTimeUs"/> microseconds; a negative one counts as 0.</summary>
        public long StepUs
        {
            get { return _timing.StepUs; }
        }

        /// <summary>True when the gap before the last scan was late.</summary>
        public bool Late
        {
            get { return _timing.Late; }
        }

        /// <summary>True when two scans in a row were on time since the start or the last late scan.</summary>
        public bool Armed
        {
            get { return _timing.Armed; }
        }

        /// <summary>True when no trip that concerns the whole node is latched.</summary>
        public bool NodeClear
        {
            get { return (_latched & (_words[GateTable.NodeTripsAt] | TableFaultMask)) == 0; }
        }

        /// <summary>Rule G8, the gate's part: the last scan was complete and on time, and no trip of the whole node is latched.</summary>
        public bool MayPulse
        {
            get { return _complete && !_timing.Late && NodeClear; }
        }

        /// <summary>
        /// The rule that refuses an output after the last scan; <see cref="GateRule.None"/> when none does, requested or not. Of several the
        /// first is told, in the order stop of the node, trip, G1, G5, G4, G3, G2.
        /// </summary>
        /// <param name="output">Number of the output.</param>
        public GateRule RefusedBy(int output)
        {
            int bit = 1 << output;
            return _stop != GateRule.None ? _stop
                : TripsHolding(output) != 0 ? GateRule.Trip
                : Blocking(output) != 0 ? GateRule.Require
                : (_held & bit) != 0 ? GateRule.Late
                : _timing.NowUs - _renewedUs[output] >= _words[GateTable.LeaseUsAt + output] ? GateRule.Lease
                : _timing.NowUs - _restedUs[output] >= _words[GateTable.MaxOnUsAt + output] ? GateRule.Limit
                : (_excluded & bit) != 0 ? GateRule.Exclude : GateRule.None;
        }

        /// <summary>The conditions that refuse an output by rule G1 after the last scan, requested or not, a mask.</summary>
        /// <param name="output">Number of the output.</param>
        public long Blocking(int output)
        {
            return (_words[GateTable.MustBeOneAt + output] & ~_conditions) | (_words[GateTable.MustBeZeroAt + output] & _conditions);
        }

        /// <summary>The latched trip conditions that hold an output off, a mask.</summary>
        /// <param name="output">Number of the output.</param>
        public long TripsHolding(int output)
        {
            return _latched & (_words[GateTable.MustBeZeroAt + output] | TableFaultMask);
        }

        /// <summary>
        /// Resets latched trips. A trip whose condition is still 1 stays latched. A reset never restarts anything: the motion outputs that were
        /// held need a fresh request.
        /// </summary>
        /// <param name="trips">Mask of trip conditions.</param>
        /// <returns>Those of them that stay latched.</returns>
        public long Reset(long trips)
        {
            long cleared = _latched & trips & ~_tripping;
            int motion = _table.MotionOutputs;
            for (int o = 0; o < _outputCount; o++)
            {
                if ((TripsHolding(o) & cleared) != 0)
                {
                    _needFresh |= motion & (1 << o);
                }
            }

            _latched &= ~cleared;
            return _latched & trips;
        }

        /// <summary>First half of a scan: takes the time and the pins, and conditions the inputs.</summary>
        /// <param name="pins">The pin levels, a mask.</param>
        /// <param name="elapsedUs">Time since the last scan in microseconds, 0 in the first; a negative one counts as late.</param>
        /// <returns>The conditions of the inputs, a mask.</returns>
        public int Condition(int pins, long elapsedUs)
        {
            _timing.Advance(elapsedUs);
            if (!_timing.Armed)
            {
                // Rule G5. Here, because a late scan counts even when its second half is missing.
                _needFresh = (int)_words[GateTable.MotionOutputsAt];
            }

            _filter.Scan(pins, _timing.EarnedUs);
            _faults = _pairs.Scan(_filter.State, _timing.EarnedUs);
            _conditioned = true;
            return _filter.State;
        }

        /// <summary>Second half of a scan: decides the outputs.</summary>
        /// <param name="derived">The conditions that the sequences derive; only those of <see cref="GateTable.DerivedConditions"/> count.</param>
        /// <param name="requests">The outputs that are asked for, a mask.</param>
        /// <param name="renewed">The outputs whose request was made anew since the last scan, a mask (G4).</param>
        /// <returns>The outputs that may be on, a mask; always a part of <paramref name="requests"/>.</returns>
        public int Scan(long derived, int requests, int renewed)
        {
            int inputs = _filter.State;
            long conditions = (derived & GateTable.DerivedConditions) | Inputs(inputs) | _faults
                | _feedback.Scan(inputs, _permitted, _timing.EarnedUs);
            _proof.Scan();
            if (_proof.Broken)
            {
                conditions |= TableFaultMask;
            }

            _conditions = conditions;
            _stop = LatchTrips(conditions);
            _complete = _conditioned && _started;
            if (!_complete)
            {
                _stop = _started ? GateRule.Flow : GateRule.Start;
            }

            if (_timing.Armed)
            {
                // Rule G5: a request is fresh once its output was seen not requested.
                _needFresh &= requests;
            }

            _held = _needFresh;
            int permitted = requests & _allOutputs & ~Refused(requests, renewed) & ~_excluded & ~_held;
            _permitted = _stop == GateRule.None ? permitted : 0;
            _started = true;
            _conditioned = false;
            return _permitted;
        }

        /// <summary>The condition image of the inputs: the other conditions are 0.</summary>
        /// <param name="inputs">The conditions of the inputs, a mask.</param>
        public static long Inputs(int inputs)
        {
            // Not "& 0xFFFFFFFFL": that constant is a conversion in IL, and the sign of its result is the runtime's choice.
            long wide = inputs;
            return wide ^ (wide & GateTable.DerivedConditions);
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept; takes <see cref="StateWords"/> words.</param>
        public void Exchange(StateFrame frame)
        {
            _timing.Exchange(frame);
            _filter.Exchange(frame);
            _pairs.Exchange(frame);
            _feedback.Exchange(frame);
            _proof.Exchange(frame);
            frame.Pass(_lastOnUs);
            frame.Pass(_restedUs);
            frame.Pass(_renewedUs);
            _conditions = frame.Pass(_conditions);
            _faults = frame.Pass(_faults);
            _latched = frame.Pass(_latched);
            _tripping = frame.Pass(_tripping);
            _permitted = frame.Pass(_permitted);
            _needFresh = frame.Pass(_needFresh);
            _held = frame.Pass(_held);
            _excluded = frame.Pass(_excluded);
            _stop = (GateRule)frame.Pass((int)_stop);
            _started = frame.Pass(_started);
            _conditioned = frame.Pass(_conditioned);
            _complete = frame.Pass(_complete);
        }

        // The rule that stops every output of the node in this scan, or None.
        private GateRule LatchTrips(long conditions)
        {
            long nodeTrips = _words[GateTable.NodeTripsAt];
            _tripping = conditions & (_words[GateTable.TripConditionsAt] | TableFaultMask);
            long fresh = _tripping & ~_latched;
            _latched |= _tripping;
            return (_latched & TableFaultMask) != 0 ? GateRule.Table : (fresh & nodeTrips) != 0 ? GateRule.Trip : GateRule.None;
        }

        // The outputs that G1 (with the latched trips), G3 and G4 refuse, a mask; and by the way those that G2 does.
        private int Refused(int requests, int renewed)
        {
            long[] words = _words;
            long[] lastOnUs = _lastOnUs;
            long nowUs = _timing.NowUs;
            long earnedUs = _timing.EarnedUs;
            long zeros = ~_conditions;
            long ones = _conditions | _latched;
            int before = _permitted;
            int refused = 0;
            int excluded = 0;
            int bit = 1;
            for (int o = 0; o < _outputCount; o++)
            {
                if (((words[GateTable.MustBeOneAt + o] & zeros) | (words[GateTable.MustBeZeroAt + o] & ones)) != 0)
                {
                    refused |= bit;
                }

                if ((renewed & bit) != 0)
                {
                    _renewedUs[o] = nowUs;
                }
                else if (nowUs - _renewedUs[o] >= words[GateTable.LeaseUsAt + o])
                {
                    refused |= bit;
                }

                if ((before & bit) != 0)
                {
                    lastOnUs[o] = earnedUs;
                }

                long offUs = earnedUs - lastOnUs[o];
                if (offUs >= words[GateTable.RestUsAt + o])
                {
                    _restedUs[o] = nowUs;
                }
                else if (nowUs - _restedUs[o] >= words[GateTable.MaxOnUsAt + o])
                {
                    refused |= bit;
                }

                if ((requests & bit) != 0 || offUs < words[GateTable.DeadTimeUsAt + o])
                {
                    excluded |= (int)words[GateTable.ExcludesAt + o];
                }

                bit <<= 1;
            }

            _excluded = excluded;
            return refused;
        }
    }
}
