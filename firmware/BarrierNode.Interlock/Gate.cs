namespace BarrierNode.Interlock
{
    /// <summary>
    /// The safety gate: last before the pins. In every scan it decides from the condition image alone which of the requested outputs may be
    /// on, and for each one that may not, by which rule and which conditions. Integer arithmetic over fixed arrays; allocates nothing after
    /// construction.
    /// </summary>
    public sealed class Gate
    {
        // Longer than any time in a table (MaxTimeMs); timers stop here instead of wrapping.
        private const long TimerEndUs = 1000L * GateTable.MaxTimeMs + 1;

        private readonly GateTable _table;
        private readonly long[] _onUs;
        private readonly long[] _offUs;
        private readonly long[] _leaseUs;
        private readonly int[] _groupLast;
        private readonly long[] _groupOffUs;
        private readonly int[] _groupRequests;
        private readonly int[] _refusedBy;
        private readonly long[] _blocking;

        private int _permitted;
        private int _latched;
        private int _tripping;
        private int _goodScans;
        private int _needFresh;
        private bool _started;
        private bool _late;

        /// <summary>Makes a gate in the state after a reset: everything off, nothing armed.</summary>
        /// <param name="table">A table without <see cref="GateTable.Fault"/>.</param>
        /// <param name="latchedTrips">Trip rules that were latched before the power went (G10), a mask.</param>
        public Gate(GateTable table, int latchedTrips)
        {
            _table = table;
            _onUs = new long[table.OutputCount];
            _offUs = new long[table.OutputCount];
            _leaseUs = new long[table.OutputCount];
            _refusedBy = new int[table.OutputCount];
            _blocking = new long[table.OutputCount];
            _groupLast = new int[table.GroupCount];
            _groupOffUs = new long[table.GroupCount];
            _groupRequests = new int[table.GroupCount];
            for (int o = 0; o < table.OutputCount; o++)
            {
                _leaseUs[o] = TimerEndUs;
            }

            for (int g = 0; g < table.GroupCount; g++)
            {
                _groupLast[g] = -1;
            }

            _latched = latchedTrips & TripMask(table.TripCount);
            _needFresh = table.MotionOutputs;
        }

        /// <summary>The table.</summary>
        public GateTable Table
        {
            get { return _table; }
        }

        /// <summary>The outputs that the last scan permitted, a mask.</summary>
        public int Permitted
        {
            get { return _permitted; }
        }

        /// <summary>The latched trip rules, a mask. A latched trip stays until <see cref="Reset"/>.</summary>
        public int Latched
        {
            get { return _latched; }
        }

        /// <summary>The trip rules whose condition trips in this scan, a mask: these cannot be reset yet.</summary>
        public int Tripping
        {
            get { return _tripping; }
        }

        /// <summary>True when the gap before the last scan was over the late limit.</summary>
        public bool Late
        {
            get { return _late; }
        }

        /// <summary>True when two scans in a row were on time since the start or the last late scan.</summary>
        public bool Armed
        {
            get { return _goodScans >= 2; }
        }

        /// <summary>True when no trip that concerns the whole node is latched: one of the conditions of the permission pulse (G8).</summary>
        public bool NodeClear
        {
            get { return (_latched & _table.NodeWideTrips) == 0; }
        }

        /// <summary>The rule that refused an output in the last scan; <see cref="GateRule.None"/> when none does, requested or not.</summary>
        /// <param name="output">Number of the output.</param>
        public GateRule RefusedBy(int output)
        {
            return (GateRule)_refusedBy[output];
        }

        /// <summary>The conditions that refuse an output by rule G1 in the last scan, requested or not, a mask.</summary>
        /// <param name="output">Number of the output.</param>
        public long Blocking(int output)
        {
            return _blocking[output];
        }

        /// <summary>The conditions that would refuse an output by rule G1 with this condition image, a mask.</summary>
        /// <param name="output">Number of the output.</param>
        /// <param name="conditions">A condition image.</param>
        public long WouldBlock(int output, long conditions)
        {
            return (_table.MustBeOne[output] & ~conditions) | (_table.MustBeZero[output] & conditions);
        }

        /// <summary>The latched trip rules that hold any of these outputs off, a mask.</summary>
        /// <param name="outputs">Mask of outputs.</param>
        public int TripsHolding(int outputs)
        {
            int trips = 0;
            for (int t = 0; t < _table.TripCount; t++)
            {
                if ((_latched & (1 << t)) != 0 && (_table.TripOutputs[t] & outputs) != 0)
                {
                    trips |= 1 << t;
                }
            }

            return trips;
        }

        /// <summary>
        /// Resets latched trips. A trip whose condition still trips stays latched. A reset never restarts anything: the outputs that were
        /// held need a fresh request.
        /// </summary>
        /// <param name="trips">Mask of trip rules.</param>
        /// <returns>Those of them that stay latched.</returns>
        public int Reset(int trips)
        {
            int cleared = _latched & trips & ~_tripping;
            for (int t = 0; t < _table.TripCount; t++)
            {
                if ((cleared & (1 << t)) != 0)
                {
                    _needFresh |= _table.TripOutputs[t] & _table.MotionOutputs;
                }
            }

            _latched &= ~cleared;
            return _latched & trips;
        }

        /// <summary>Decides the outputs of one scan.</summary>
        /// <param name="conditions">The condition image.</param>
        /// <param name="requests">The outputs that are asked for, a mask.</param>
        /// <param name="renewed">The outputs whose request was made anew since the last scan, a mask (G4).</param>
        /// <param name="elapsedUs">Time since the last scan in microseconds; a negative one counts as late.</param>
        /// <returns>The outputs that may be on, a mask; always a part of <paramref name="requests"/>.</returns>
        public int Scan(long conditions, int requests, int renewed, long elapsedUs)
        {
            requests &= _table.AllOutputs;
            JudgeTiming(elapsedUs);
            if (elapsedUs < 0 || elapsedUs > TimerEndUs)
            {
                elapsedUs = TimerEndUs;
            }

            bool nodeTripsNow = JudgeTrips(conditions);
            AdvanceGroups(requests, elapsedUs);

            // A fresh request was seen off while armed.
            if (Armed)
            {
                _needFresh &= requests;
            }

            int permitted = 0;
            for (int o = 0; o < _table.OutputCount; o++)
            {
                int bit = 1 << o;
                AdvanceOutput(o, bit, renewed, elapsedUs);
                _blocking[o] = (_table.MustBeOne[o] & ~conditions) | (_table.MustBeZero[o] & conditions);
                GateRule rule = Judge(o, bit, nodeTripsNow);
                _refusedBy[o] = (int)rule;
                if (rule == GateRule.None && (requests & bit) != 0)
                {
                    permitted |= bit;
                }
            }

            NoteGroups(permitted);
            _permitted = permitted;
            _started = true;
            return permitted;
        }

        private static int TripMask(int count)
        {
            return count >= 32 ? -1 : (1 << count) - 1;
        }

        private void JudgeTiming(long elapsedUs)
        {
            _late = elapsedUs < 0 || elapsedUs > 1000L * _table.LateLimitMs;
            if (_late)
            {
                _goodScans = 0;
                _needFresh |= _table.MotionOutputs;
            }
            else if (elapsedUs > 1000L * _table.RearmGapMs)
            {
                // On time, but not good enough to arm; an armed gate stays armed.
                if (_goodScans < 2)
                {
                    _goodScans = 0;
                }
            }
            else if (_goodScans < 2)
            {
                _goodScans++;
            }
        }

        private bool JudgeTrips(long conditions)
        {
            int tripping = 0;
            for (int t = 0; t < _table.TripCount; t++)
            {
                if (((conditions >> _table.TripCondition[t]) & 1L) == _table.TripLevel[t])
                {
                    tripping |= 1 << t;
                }
            }

            int fresh = tripping & ~_latched;
            _tripping = tripping;
            _latched |= tripping;
            return (fresh & _table.NodeWideTrips) != 0;
        }

        private void AdvanceGroups(int requests, long elapsedUs)
        {
            for (int g = 0; g < _table.GroupCount; g++)
            {
                _groupOffUs[g] = Add(_groupOffUs[g], elapsedUs);
                _groupRequests[g] = 0;
            }

            for (int o = 0; o < _table.OutputCount; o++)
            {
                int group = _table.Group[o];
                if (group < 0)
                {
                    continue;
                }

                if ((requests & (1 << o)) != 0)
                {
                    _groupRequests[group] |= 1 << o;
                }

                if ((_permitted & (1 << o)) != 0)
                {
                    _groupOffUs[group] = 0;
                }
            }
        }

        private void AdvanceOutput(int o, int bit, int renewed, long elapsedUs)
        {
            if ((_permitted & bit) != 0)
            {
                _onUs[o] = Add(_onUs[o], elapsedUs);
                _offUs[o] = 0;
            }
            else
            {
                _offUs[o] = Add(_offUs[o], elapsedUs);
                if (_offUs[o] >= 1000L * _table.RestMs[o])
                {
                    _onUs[o] = 0;
                }
            }

            _leaseUs[o] = (renewed & bit) != 0 ? 0 : Add(_leaseUs[o], elapsedUs);
        }

        private GateRule Judge(int o, int bit, bool nodeTripsNow)
        {
            if (!_started)
            {
                return GateRule.Start;
            }

            if (nodeTripsNow || TripsHolding(bit) != 0)
            {
                return GateRule.Trip;
            }

            if (_blocking[o] != 0)
            {
                return GateRule.Require;
            }

            if ((_needFresh & bit) != 0 || ((_table.MotionOutputs & bit) != 0 && !Armed))
            {
                return GateRule.Late;
            }

            if (_table.LeaseMs[o] != 0 && _leaseUs[o] >= 1000L * _table.LeaseMs[o])
            {
                return GateRule.Lease;
            }

            if (_table.MaxOnMs[o] != 0 && _onUs[o] >= 1000L * _table.MaxOnMs[o])
            {
                return GateRule.Limit;
            }

            return Excluded(o, bit) ? GateRule.Exclude : GateRule.None;
        }

        private bool Excluded(int o, int bit)
        {
            int group = _table.Group[o];
            if (group < 0)
            {
                return false;
            }

            if ((_groupRequests[group] & ~bit) != 0)
            {
                return true;
            }

            return _groupLast[group] != o && _groupOffUs[group] < 1000L * _table.DeadTimeMs[group];
        }

        private void NoteGroups(int permitted)
        {
            for (int o = 0; o < _table.OutputCount; o++)
            {
                if ((permitted & (1 << o)) != 0 && _table.Group[o] >= 0)
                {
                    _groupLast[_table.Group[o]] = o;
                }
            }
        }

        private static long Add(long timerUs, long elapsedUs)
        {
            long sum = timerUs + elapsedUs;
            return sum > TimerEndUs ? TimerEndUs : sum;
        }
    }
}
