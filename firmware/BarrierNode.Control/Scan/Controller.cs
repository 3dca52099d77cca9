using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The step of one scan: inputs → detection → sequences → gate → outputs. No I/O, no clock, no thread of its own; what it needs comes in as
    /// parameters, so the node on the chip and a street in virtual time run the same code. Allocates nothing after construction.
    /// </summary>
    public sealed class Controller
    {
        private const int StepInputs = 0;
        private const int StepDetection = 1;
        private const int StepSequences = 2;
        private const int StepGate = 3;
        private const int StepOutputs = 4;
        private const int Steps = 5;
        private const long BeatUs = 1000000;
        private const long MinuteUs = 60 * BeatUs;
        private const int StateWords = 14;

        // The hub tells whole minutes, so its time and the node's differ by one at times.
        private const int ClockStepMinutes = 2;

        // The rest waits for the next scan: a burst must not make a scan late.
        private const int MaxCommandsPerScan = 2;
        private const int MaxDetectorsPerScan = 8;

        private readonly SiteTable _site;
        private readonly Gate _gate;
        private readonly ScanFlow _flow = new ScanFlow(Steps);
        private readonly Lane[] _lanes;
        private readonly Reporter _reporter = new Reporter();
        private readonly FlightRecorder _recorder;
        private readonly int[] _laneOfInput;
        private readonly Surroundings _surroundings = new Surroundings();
        private readonly LoopHealth _loopHealth;

        private long _conditions;
        private int _inputs;
        private int _toldInputs;
        private long _knownTrips;
        private long _untoldTrips;
        private bool _clockStands;
        private long _uptimeUs;
        private long _beatUs;
        private int _beat;
        private int _reportAgain;
        private int _wantRecord;
        private int _releaseRecord;
        private long _recordedUs;
        private int _pins;
        private int _requests;
        private bool _scanned;
        private bool _late;
        private long _minuteUs;
        private long _hubSilentUs;

        /// <summary>Makes the controller in the state after a reset.</summary>
        /// <param name="site">A table that passed <see cref="SiteTableCheck"/>.</param>
        /// <param name="latchedTrips">The trip conditions that were latched before the power went, a mask.</param>
        public Controller(SiteTable site, long latchedTrips)
            : this(site, latchedTrips, new KeptValues())
        {
        }

        /// <summary>Makes the controller in the state after a reset, with the numbers that it must not forget.</summary>
        /// <param name="site">A table that passed <see cref="SiteTableCheck"/>.</param>
        /// <param name="latchedTrips">The trip conditions that were latched before the power went, a mask.</param>
        /// <param name="kept">The numbers that survived.</param>
        public Controller(SiteTable site, long latchedTrips, KeptValues kept)
            : this(site, latchedTrips, kept, null)
        {
        }

        /// <summary>Makes the controller in the state after a reset, with the numbers and the loops that it must not forget.</summary>
        /// <param name="site">A table that passed <see cref="SiteTableCheck"/>.</param>
        /// <param name="latchedTrips">The trip conditions that were latched before the power went, a mask.</param>
        /// <param name="kept">The numbers that survived.</param>
        /// <param name="keptMilliHz">By frequency loop: the baseline that survived, in mHz, or 0. Null when none did.</param>
        public Controller(SiteTable site, long latchedTrips, KeptValues kept, int[] keptMilliHz)
        {
            Kept = kept;
            Loops = new LoopBank(site.Loops, keptMilliHz);
            _site = site;
            _gate = new Gate(site.Gate, latchedTrips);
            _knownTrips = _gate.Latched;
            _inputs = (int)site.Gate.Words[GateTable.StartOnInputsAt];
            _toldInputs = _inputs;
            _laneOfInput = LanesOfInputs(site);
            _loopHealth = new LoopHealth(Loops, site.Loops, _laneOfInput, _reporter);
            _lanes = new Lane[site.Lanes.Length];
            for (int i = 0; i < _lanes.Length; i++)
            {
                _lanes[i] = new Lane(site.Lanes[i], i, _gate, _reporter, kept.Of(i), TamperAt(site, i - 1) | TamperAt(site, i + 1));
            }

            _recorder = new FlightRecorder(
                Gate.StateWords + StateWords + (_lanes.Length * Lane.StateWords), MaxCommandsPerScan, site.Hash);
            Requests = new RequestRing();
            Quiet = new QuietWindow();
            Meter = new ScanMeter();
        }

        /// <summary>The numbers that survive a power cut; the link thread stores them.</summary>
        public KeptValues Kept { get; private set; }

        /// <summary>
        /// The loops that the node measures itself. Before each scan put their readings, and give the scan the levels that
        /// <see cref="LoopBank.Sense"/> makes.
        /// </summary>
        public LoopBank Loops { get; private set; }

        /// <summary>Commands from the link thread.</summary>
        public RequestRing Requests { get; private set; }

        /// <summary>What the scan has to tell to the link thread.</summary>
        public ReportRing Reports
        {
            get { return _reporter.Ring; }
        }

        /// <summary>The quiet window.</summary>
        public QuietWindow Quiet { get; private set; }

        /// <summary>How the scan keeps its time.</summary>
        public ScanMeter Meter { get; private set; }

        /// <summary>The flight recorder. Only its frozen record may be read by another thread.</summary>
        public FlightRecorder Recorder
        {
            get { return _recorder; }
        }

        /// <summary>Uptime at the trigger of the frozen flight record, in milliseconds.</summary>
        public long RecordUptimeMs
        {
            get { return _recordedUs / 1000; }
        }

        /// <summary>The outputs that the sequences asked for in the last scan, a mask.</summary>
        public int Requested
        {
            get { return _requests; }
        }

        /// <summary>The condition image of the last scan.</summary>
        public long Conditions
        {
            get { return _conditions; }
        }

        /// <summary>The latched trip conditions, a mask.</summary>
        public long LatchedTrips
        {
            get { return _gate.Latched; }
        }

        /// <summary>The last scan was complete and in order, by a table that is still the one that was checked.</summary>
        public bool IsSound { get; private set; }

        /// <summary>No trip of the whole node is latched.</summary>
        public bool NodeClear
        {
            get { return _gate.NodeClear; }
        }

        /// <summary>The beat counter: seconds of scanning since the start.</summary>
        public int Beat
        {
            get { return _beat; }
        }

        /// <summary>Uptime in milliseconds.</summary>
        public long UptimeMs
        {
            get { return _uptimeUs / 1000; }
        }

        /// <summary>Where a lane is.</summary>
        /// <param name="lane">Number of the lane.</param>
        public LanePosition Position(int lane)
        {
            return _lanes[lane].Position;
        }

        /// <summary>Makes the next scan report every lane's state again: the link asks for it after a connect.</summary>
        public void ReportAllStates()
        {
            System.Threading.Interlocked.Exchange(ref _reportAgain, 1);
        }

        /// <summary>Asks for a flight record around the next scan (link thread).</summary>
        public void WantRecord()
        {
            System.Threading.Interlocked.Exchange(ref _wantRecord, 1);
        }

        /// <summary>Gives the frozen flight record up, so that the next can be made (link thread).</summary>
        public void ReleaseRecord()
        {
            System.Threading.Interlocked.Exchange(ref _releaseRecord, 1);
        }

        /// <summary>The rule of the gate that refuses an output after the last scan, requested or not.</summary>
        /// <param name="output">Number of the output.</param>
        public GateRule RefusedBy(int output)
        {
            return _gate.RefusedBy(output);
        }

        /// <summary>The conditions that refuse an output after the last scan, those of latched trips among them, a mask.</summary>
        /// <param name="output">Number of the output.</param>
        public long RefusingConditions(int output)
        {
            return _gate.Blocking(output) | _gate.TripsHolding(output);
        }

        /// <summary>Saves or loads the state of everything that decides about outputs; between two scans only.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _conditions = frame.Pass(_conditions);
            _inputs = frame.Pass(_inputs);
            _toldInputs = frame.Pass(_toldInputs);
            _knownTrips = frame.Pass(_knownTrips);
            _untoldTrips = frame.Pass(_untoldTrips);
            _uptimeUs = frame.Pass(_uptimeUs);
            _beatUs = frame.Pass(_beatUs);
            _beat = frame.Pass(_beat);
            _scanned = frame.Pass(_scanned);
            _minuteUs = frame.Pass(_minuteUs);
            _hubSilentUs = frame.Pass(_hubSilentUs);
            _surroundings.ClockMinutes = frame.Pass(_surroundings.ClockMinutes);
            _surroundings.HubSilentMs = frame.Pass(_surroundings.HubSilentMs);
            Quiet.Exchange(frame);
            _gate.Exchange(frame);
            for (int i = 0; i < _lanes.Length; i++)
            {
                _lanes[i].Exchange(frame);
            }
        }

        /// <summary>One scan, up to the outputs. Write them, then call <see cref="EndScan"/>.</summary>
        /// <param name="pins">The levels of the input pins, a mask in the order of the site table.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds; 0 in the first.</param>
        /// <returns>The outputs that may be on, a mask.</returns>
        public int Scan(int pins, long elapsedUs)
        {
            _flow.Begin();
            BeginRecord();
            Advance(elapsedUs);
            _reporter.TellLost();
            int levels = WithoutBypassed(pins);
            int inputs = _gate.Condition(levels, elapsedUs);
            _surroundings.Contacts = levels ^ (int)_site.Gate.Words[GateTable.InvertedInputsAt];
            long stepUs = _gate.StepUs;
            _flow.Done(StepInputs);

            ReportDetectors(inputs);
            _loopHealth.Step();
            ResetOnSite(inputs);
            _inputs = inputs;
            _flow.Done(StepDetection);

            TakeCommands(inputs);
            long conditions = Derive(inputs);
            int requests = 0;
            int before = _gate.Permitted;
            for (int i = 0; i < _lanes.Length; i++)
            {
                requests |= _lanes[i].Step(conditions, before, stepUs, _surroundings);
            }

            _flow.Done(StepSequences);

            int permitted = _gate.Scan(conditions, requests, requests);

            // What the gap was spent on began under the conditions of the scan before it.
            _late = _gate.Late && (_conditions & (1L << ConditionBit.Quiet)) == 0;
            _conditions = conditions;
            _pins = pins;
            _requests = requests;
            ReportGate(elapsedUs);
            for (int i = 0; i < _lanes.Length; i++)
            {
                _lanes[i].Observe(conditions, permitted, stepUs);
            }

            _scanned = true;
            _flow.Done(StepGate);
            return permitted;
        }

        /// <summary>Ends the scan after its outputs were written.</summary>
        /// <param name="scanUs">How long the scan took, in microseconds.</param>
        /// <param name="elapsedUs">The elapsed time that the scan was given.</param>
        /// <returns>
        /// True when the permission pulse may be given (G8): the scan was complete, in order and on time, and no trip of the whole node is
        /// latched.
        /// </returns>
        public bool EndScan(int scanUs, long elapsedUs)
        {
            Meter.Add(scanUs, (int)elapsedUs, _late);
            _flow.Done(StepOutputs);
            IsSound = _flow.End() && (_gate.Conditions & (1L << GateTable.TableFault)) == 0;
            bool pulse = IsSound && _gate.MayPulse;
            int flags = (Quiet.Asked ? FlightRecorder.QuietAskedFlag : 0) | (pulse ? FlightRecorder.PulseFlag : 0);
            _recorder.Scan(elapsedUs, _pins, _conditions, _requests, _gate.Permitted, flags);
            return pulse;
        }

        private void BeginRecord()
        {
            if (System.Threading.Interlocked.Exchange(ref _releaseRecord, 0) != 0)
            {
                _recorder.Release();
            }

            if (System.Threading.Interlocked.Exchange(ref _wantRecord, 0) != 0)
            {
                Record(-1);
            }

            StateFrame frame = _recorder.Begin();
            if (frame != null)
            {
                Exchange(frame);
            }
        }

        private void Record(int reason)
        {
            if (_recorder.Trigger(reason))
            {
                _recordedUs = _uptimeUs;
            }
        }

        private void Advance(long elapsedUs)
        {
            if (elapsedUs > 0)
            {
                _uptimeUs += elapsedUs;
                _beatUs += elapsedUs;
            }

            _reporter.UptimeMs = _uptimeUs / 1000;
            AdvanceClock(elapsedUs > 0 ? elapsedUs : 0);
            if (_beatUs >= BeatUs)
            {
                _beat += (int)(_beatUs / BeatUs);
                _beatUs %= BeatUs;
                Meter.CloseWindow();
            }

            if (System.Threading.Interlocked.Exchange(ref _reportAgain, 0) != 0)
            {
                _loopHealth.TellAgain();
                for (int i = 0; i < _lanes.Length; i++)
                {
                    _lanes[i].ReportAgain();
                }
            }
        }

        private void AdvanceClock(long elapsedUs)
        {
            _hubSilentUs += elapsedUs;
            _surroundings.HubSilentMs = _hubSilentUs / 1000;
            _minuteUs += elapsedUs;
            if (_minuteUs >= MinuteUs)
            {
                _surroundings.ClockMinutes += _surroundings.ClockMinutes < 0 ? 0 : (int)(_minuteUs / MinuteUs);
                _minuteUs %= MinuteUs;
            }
        }

        private void ReportDetectors(int inputs)
        {
            int changed = (inputs ^ _toldInputs) & _site.DetectorInputs;
            for (int told = 0; told < MaxDetectorsPerScan && changed != 0; told++)
            {
                int input = LowestBit.Of(changed);
                int bit = 1 << input;
                changed ^= bit;
                _toldInputs ^= bit;
                _reporter.Event((inputs & bit) != 0 ? EventCode.Detected : EventCode.Cleared, _laneOfInput[input], CommandOp.None, input, 0);
            }
        }

        // The tamper contacts of a lane that raises those beside it, a mask.
        private static int TamperAt(SiteTable site, int lane)
        {
            return lane >= 0 && lane < site.Lanes.Length && site.Lanes[lane].Kind == LaneKind.PassiveBarrier
                && site.Lanes[lane].Settings[(int)LaneSetting.TamperRaises] != 0 ? site.Lanes[lane].RoleInputs[(int)InputRole.Tamper] : 0;
        }

        // An input belongs to the lane whose raise it forbids; one that forbids several belongs to the node.
        private static int[] LanesOfInputs(SiteTable site)
        {
            int[] lanes = new int[site.InputNames.Length];
            for (int i = 0; i < lanes.Length; i++)
            {
                int owner = -1;
                int owners = 0;
                for (int l = 0; l < site.Lanes.Length; l++)
                {
                    if (Forbids(site, i, site.Lanes[l].RaiseOutputs))
                    {
                        owner = l;
                        owners++;
                    }
                }

                lanes[i] = owners == 1 ? owner : -1;
            }

            return lanes;
        }

        private static bool Forbids(SiteTable site, int input, int outputs)
        {
            for (int o = 0; o < site.Gate.OutputCount; o++)
            {
                if ((outputs & (1 << o)) != 0 && ((site.Gate.MustBeZero(o) >> input) & 1L) != 0)
                {
                    return true;
                }
            }

            return false;
        }

        private void ResetOnSite(int inputs)
        {
            if (_site.ResetInput < 0 || (inputs & ~_inputs & (1 << _site.ResetInput)) == 0)
            {
                return;
            }

            long latched = _gate.Latched;
            long cleared = latched & ~_gate.Reset(latched);
            if (cleared != 0)
            {
                _reporter.Event(EventCode.TripReset, -1, CommandOp.Reset, 0, cleared);
            }
        }

        private void TakeCommands(int inputs)
        {
            // In the first scan nothing is known yet; commands wait for the second.
            long conditions = (_conditions & GateTable.DerivedConditions) | Gate.Inputs(inputs);
            for (int i = 0; _scanned && i < MaxCommandsPerScan && Requests.Take(); i++)
            {
                _recorder.Command((int)Requests.Op | (Requests.Argument << 8), Requests.Lane, Requests.Ticket);
                if (Requests.Op == CommandOp.Clock)
                {
                    HearHub();
                }
                else if (Requests.Op == CommandOp.ConfirmClear)
                {
                    ConfirmLoop();
                }
                else
                {
                    _lanes[Requests.Lane].Command(Requests.Op, Requests.Ticket, Requests.Argument, conditions);
                }
            }
        }

        private void HearHub()
        {
            _hubSilentUs = 0;
            _surroundings.HubSilentMs = 0;
            TellClock(Requests.Argument);
            _surroundings.ClockMinutes = Requests.Argument;
            _minuteUs = 0;
            _reporter.Ack(Requests.Lane, Requests.Ticket, CommandOp.Clock, AckStage.Done, RefusalReason.None, 0, 0);
        }

        private void TellClock(int minutes)
        {
            int step = minutes - _surroundings.ClockMinutes;
            if (_surroundings.ClockMinutes < 0 || step >= ClockStepMinutes || step <= -ClockStepMinutes)
            {
                _reporter.Event(EventCode.ClockSet, -1, CommandOp.None, minutes, 0);
            }
        }

        private void ConfirmLoop()
        {
            int loop = Loops.Find(Requests.Argument);
            RefusalReason reason = loop < 0 ? RefusalReason.NotFitted : Loops[loop].ConfirmClear() ? RefusalReason.None : RefusalReason.CauseStands;
            if (reason != RefusalReason.None)
            {
                _reporter.Refused(Requests.Lane, Requests.Ticket, CommandOp.ConfirmClear, reason, 0, 0, 0);
                return;
            }

            _reporter.Event(EventCode.CommandAccepted, Requests.Lane, CommandOp.ConfirmClear, 0, 0);
            _reporter.Obeyed(Requests.Lane, Requests.Ticket, CommandOp.ConfirmClear);
        }

        // A bypassed detector has the level of a clear one.
        private int WithoutBypassed(int pins)
        {
            int bypassed = 0;
            for (int i = 0; i < _lanes.Length; i++)
            {
                bypassed |= _lanes[i].Bypassed;
            }

            return (pins & ~bypassed) | ((int)_site.Gate.Words[GateTable.InvertedInputsAt] & bypassed);
        }

        private long Derive(int inputs)
        {
            long contacts = Gate.Inputs(inputs);
            long conditions = contacts;
            bool still = (_gate.Permitted & _site.Gate.MotionOutputs) == 0;
            for (int i = 0; i < _lanes.Length; i++)
            {
                conditions |= _lanes[i].Derive(contacts);
                still = still && _lanes[i].Still;
            }

            if (Quiet.Scan(still))
            {
                conditions |= 1L << ConditionBit.Quiet;
            }

            return conditions;
        }

        private void ReportGate(long elapsedUs)
        {
            // While the clock stands every scan is late: that is told once.
            bool stands = elapsedUs < 0;
            if (_late && !(stands && _clockStands))
            {
                _reporter.Event(EventCode.LateScan, -1, CommandOp.None, stands ? 0 : (int)(elapsedUs / 1000), 0);
            }

            _clockStands = stands;

            _untoldTrips |= _gate.Latched & ~_knownTrips;
            _knownTrips = _gate.Latched;
            if (_untoldTrips != 0)
            {
                TellTrip();
            }
        }

        // One a scan: many trips at once must not make a scan late.
        private void TellTrip()
        {
            int condition = LowestBit.Of(_untoldTrips);
            _untoldTrips &= ~(1L << condition);
            Record(condition);
            _reporter.Event(EventCode.Tripped, LaneOfTrip(1L << condition), CommandOp.None, condition, 0);
        }

        private int LaneOfTrip(long trip)
        {
            if ((_site.Gate.NodeTrips & trip) != 0)
            {
                return -1;
            }

            for (int i = 0; i < _lanes.Length; i++)
            {
                if (_lanes[i].IsHeldBy(trip))
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
