using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// One lane in one scan: what it derives from the inputs, asks of the gate, and tells of the answer. It only asks; the gate decides. It is stepped
    /// once a scan and allocates nothing after construction.
    /// </summary>
    public sealed partial class Lane
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords =
            33 + KeptLane.Count + LaneHolds.StateWords + LaneFeatures.StateWords + EndWatch.StateWords;

        // The first scans take no time into account, and a contact may bounce once: this much is added to the slowest input's on delay.
        private const long SettleMarginMs = 100;

        private readonly LaneTable _table;
        private readonly int _number;
        private readonly Gate _gate;
        private readonly Reporter _reporter;
        private readonly LaneLimits _limits;
        private readonly PositionSense _sense;
        private readonly LaneReport _report;
        private readonly WhyReport _why;
        private readonly LaneScan _scan;
        private readonly LaneFeatures _features;
        private readonly EndWatch _ends;
        private readonly GateQuery _raise;
        private readonly GateQuery _lower;
        private readonly GateQuery _drives;
        private readonly GateQuery _green;
        private readonly int _outputs;
        private readonly int _fastValve;
        private readonly long _settledMs;
        private readonly long _reasons;
        private readonly long _obstacles;

        private int _toldHolds;
        private LaneMode _mode;

        /// <summary>Makes the sequence of a lane.</summary>
        /// <param name="table">The lane.</param>
        /// <param name="number">Its number.</param>
        /// <param name="gate">The gate, to know what it refuses and why.</param>
        /// <param name="reporter">Where it tells what it does.</param>
        /// <param name="kept">Its numbers that survive a power cut.</param>
        /// <param name="tamperBeside">The inputs that tell of tampering beside the lane and raise it, a mask.</param>
        public Lane(LaneTable table, int number, Gate gate, Reporter reporter, KeptLane kept, int tamperBeside)
        {
            _table = table;
            _number = number;
            _gate = gate;
            _reporter = reporter;
            _limits = new LaneLimits(table);
            _outputs = table.RaiseOutputs | table.LowerOutputs | table.HoldOutputs;
            _droppedUs = 1000L * table.LowerTimeoutMs;
            _fastValve = table.RoleOutputs[(int)OutputRole.EfoValve];
            _settledMs = SettledMs(table, gate.Table);
            _raise = new GateQuery(gate, table.RaiseOutputs);
            _lower = new GateQuery(gate, table.LowerOutputs | table.HoldOutputs);
            _drives = new GateQuery(gate, _outputs);
            _green = new GateQuery(gate, table.GreenOutputs);
            _reasons = ConditionBit.Reasons & ~_limits.All & ~(1L << ConditionBit.Quiet);

            // What trips is no obstacle to turn back from: the gate ends the move, and says why.
            _obstacles = _reasons & ~gate.Table.TripConditions;
            _sense = new PositionSense(number, reporter);
            _scan = new LaneScan(table, number, reporter, kept, tamperBeside);
            _ends = new EndWatch(table);
            _scan.OwnDetectors = OwnDetectors(gate.Table, table);
            _features = new LaneFeatures(_scan);
            _report = new LaneReport(table, number, gate, reporter);
            _why = new WhyReport(number, reporter);
        }

        /// <summary>Where the lane is.</summary>
        public LanePosition Position
        {
            get { return _sense.Position; }
        }

        /// <summary>True when the lane neither moves nor is about to.</summary>
        public bool Still
        {
            get { return _phase == Phase.Idle; }
        }

        /// <summary>The inputs that count as clear although their detectors say otherwise, a mask.</summary>
        public int Bypassed
        {
            get { return _features.Bypassed; }
        }

        /// <summary>The lane's derived conditions of this scan, a mask; call once a scan, after the commands.</summary>
        /// <param name="inputs">The conditions of the inputs.</param>
        public long Derive(long inputs)
        {
            long derived = 0;
            derived |= Bit(ConditionBit.LaneUp, _limits.AllUp(inputs));
            derived |= Bit(ConditionBit.LaneDown, _limits.AllDown(inputs));
            derived |= Bit(ConditionBit.LaneConflict, _limits.Conflict(inputs));
            derived |= Bit(ConditionBit.LaneOverrun, _overrun);
            derived |= Bit(ConditionBit.LaneRemoteStop, _remoteStop);
            derived |= Bit(ConditionBit.LaneWarned, _phase != Phase.Idle && _warnedUs >= 1000L * _warningMs);
            _overrun = false;
            _remoteStop = false;
            return derived;
        }

        /// <summary>Steps the sequence and says which outputs it asks for in this scan.</summary>
        /// <param name="conditions">The condition image of this scan.</param>
        /// <param name="permittedBefore">The outputs that were on since the scan before.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds.</param>
        /// <param name="surroundings">What the whole node knows.</param>
        public int Step(long conditions, int permittedBefore, long elapsedUs, Surroundings surroundings)
        {
            StepFeatures(conditions, permittedBefore, elapsedUs, surroundings);
            if (_phase != Phase.Idle)
            {
                StepMove(conditions, permittedBefore, elapsedUs);
            }

            int requests = _phase == Phase.Idle ? 0 : _table.WarningOutputs;
            bool raises = _phase == Phase.Moving && _direction == CommandOp.Raise;
            if (_phase == Phase.Moving)
            {
                requests |= _direction == CommandOp.Raise ? _table.RaiseOutputs : _table.LowerOutputs;
                _holding = _direction == CommandOp.Raise;
            }

            if (_holding)
            {
                requests |= _table.HoldOutputs;
            }

            return (requests | SignalRequest(conditions) | (_scan.Outputs & ~(raises ? 0 : _fastValve))) & ~_scan.Suppressed;
        }

        /// <summary>Notes what the gate has permitted in this scan, and reports the lane's state when it has changed.</summary>
        /// <param name="conditions">The condition image of this scan.</param>
        /// <param name="permitted">The permitted outputs.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds.</param>
        public void Observe(long conditions, int permitted, long elapsedUs)
        {
            ObserveHold(permitted, elapsedUs);
            CommandOp driven = Driven(conditions, permitted);
            if (_phase == Phase.Moving && driven == _direction && !_moved)
            {
                _moved = true;
                _reporter.Ack(_number, _ticket, _direction, AckStage.Moving, RefusalReason.None, 0, 0);
                _reporter.Event(EventCode.MoveStarted, _number, _direction, 0, 0);
                _scan.JustStarted = _direction;
            }

            // A trip or a late scan found by the gate in this very scan ends the move in this very scan.
            if (_phase != Phase.Idle)
            {
                long trips = _drives.TripsHolding();
                if (trips != 0)
                {
                    GiveUp(RefusalReason.Tripped, 0, trips);
                }
                else if (_gate.Late && _phase == Phase.Moving)
                {
                    GiveUp(RefusalReason.LateScan, 0, 0);
                }
            }

            _sense.Observe(conditions, driven, elapsedUs);

            // A red that is dark for half a flash is still what the signal shows.
            int shown = permitted | (_scan.Suppressed & _table.RedOutputs);
            long tripped = _drives.TripsHolding();
            long raiseBlock = _raise.Blocking(conditions) & _reasons;
            long lowerBlock = _lower.Blocking(conditions) & _reasons;
            _report.Observe(_sense, _phase != Phase.Idle, _lastTicket, shown, _scan, tripped, raiseBlock, lowerBlock);
            _why.Observe(_scan.Holds, tripped, raiseBlock, lowerBlock);
        }

        /// <summary>True when this trip holds a drive of the lane off.</summary>
        /// <param name="trip">Mask of a trip condition.</param>
        public bool IsHeldBy(long trip)
        {
            return (_drives.Blocking(trip) & trip) != 0;
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept; takes <see cref="StateWords"/> words.</param>
        public void Exchange(StateFrame frame)
        {
            _phase = (Phase)frame.Pass((int)_phase);
            _direction = (CommandOp)frame.Pass((int)_direction);
            _ticket = frame.Pass(_ticket);
            _warnedUs = frame.Pass(_warnedUs);
            _strokeUs = frame.Pass(_strokeUs);
            _waitedUs = frame.Pass(_waitedUs);
            _moved = frame.Pass(_moved);
            _overrun = frame.Pass(_overrun);
            _remoteStop = frame.Pass(_remoteStop);
            _lastTicket = frame.Pass(_lastTicket);
            _warningMs = frame.Pass(_warningMs);
            _origin = (MoveOrigin)frame.Pass((int)_origin);
            _held = frame.Pass(_held);
            _toldWish = frame.Pass(_toldWish);
            _toldHolds = frame.Pass(_toldHolds);
            _mode = (LaneMode)frame.Pass((int)_mode);
            _holding = frame.Pass(_holding);
            _droppedUs = frame.Pass(_droppedUs);
            _scan.Inputs = frame.Pass(_scan.Inputs);
            _scan.JustDone = (CommandOp)frame.Pass((int)_scan.JustDone);
            _scan.JustStarted = (CommandOp)frame.Pass((int)_scan.JustStarted);
            _scan.JustReversed = frame.Pass(_scan.JustReversed);
            _scan.JustAborted = (CommandOp)frame.Pass((int)_scan.JustAborted);
            _scan.AbortReason = (RefusalReason)frame.Pass((int)_scan.AbortReason);
            _scan.JustStopped = frame.Pass(_scan.JustStopped);
            _scan.DoneStrokeMs = frame.Pass(_scan.DoneStrokeMs);
            _scan.DoneOrigin = (MoveOrigin)frame.Pass((int)_scan.DoneOrigin);
            _scan.Mode = (LaneMode)frame.Pass((int)_scan.Mode);
            _scan.Kept.Exchange(frame);
            _scan.Holds.Exchange(frame);
            _features.Exchange(frame);
            _ends.Exchange(frame);
            _sense.Exchange(frame);
        }

        /// <summary>Reports the state again although nothing has changed: after a connect.</summary>
        public void ReportAgain()
        {
            _report.Again();
            _why.Again();
        }

        // A button that is held down while the power comes back shows itself only after its on delay: that is no press.
        private static long SettledMs(LaneTable table, GateTable gate)
        {
            int inputs = 0;
            for (int role = 1; role < LaneTable.InputRoleCount; role++)
            {
                inputs |= table.RoleInputs[role];
            }

            long longestUs = 0;
            for (int i = 0; i < gate.InputCount; i++)
            {
                long delayUs = gate.Words[GateTable.OnDelayUsAt + i];
                longestUs = (inputs & (1 << i)) != 0 && delayUs > longestUs ? delayUs : longestUs;
            }

            return (longestUs / 1000) + SettleMarginMs;
        }

        private void StepFeatures(long conditions, int permittedBefore, long elapsedUs, Surroundings surroundings)
        {
            LaneScan scan = _scan;
            int masked = _features.Masked;
            int inputs = (int)conditions & ~masked;
            scan.InputsBefore = _reporter.UptimeMs <= _settledMs ? inputs : scan.Inputs;
            scan.Inputs = inputs;
            scan.Contacts = surroundings.Contacts & ~masked;
            scan.StepUs = elapsedUs;
            scan.ClockMinutes = surroundings.ClockMinutes;
            scan.HubSilentMs = surroundings.HubSilentMs;
            scan.Permitted = permittedBefore;
            scan.Position = _sense.Position;
            Look(conditions);
            scan.Origin = _origin;
            scan.Moved = _moved;
            scan.StrokeUs = _strokeUs;
            scan.Wish = CommandOp.None;
            scan.WishOrigin = MoveOrigin.None;
            scan.WishHeld = false;
            scan.WishOverrides = 0;
            scan.WishStop = false;
            scan.Outputs = 0;
            scan.Suppressed = 0;
            scan.Mode = LaneMode.Remote;
            _features.Step();
            scan.JustDone = CommandOp.None;
            scan.JustStarted = CommandOp.None;
            scan.JustReversed = false;
            scan.JustAborted = CommandOp.None;
            scan.JustCommanded = false;
            scan.JustConvoyed = false;
            scan.JustHalted = false;
            scan.JustStopped = false;
            if (scan.Mode != _mode)
            {
                _mode = scan.Mode;
                scan.Tell(EventCode.ModeChanged, (int)_mode, 0);
            }

            int changed = scan.Holds.All ^ _toldHolds;
            if (changed != 0)
            {
                TellHold(changed);
            }

            Obey(conditions);
        }

        // What an order is judged by is how the lane is now: the scan before may be one that a flight record does not hold.
        private void Look(long conditions)
        {
            _scan.Conditions = conditions;
            _scan.UptimeMs = _reporter.UptimeMs;
            _scan.Move = _phase == Phase.Idle ? CommandOp.None : _direction;
            _scan.Tripped = _drives.TripsHolding() != 0;
        }

        // One a scan: many holds at once must not make a scan late.
        private void TellHold(int changed)
        {
            int hold = LowestBit.Of(changed);
            _toldHolds ^= 1 << hold;
            bool set = ((_toldHolds >> hold) & 1) != 0;
            _reporter.Event(set ? EventCode.HoldSet : EventCode.HoldCleared, _number, CommandOp.None, hold, 0);
        }

        private int SignalRequest(long conditions)
        {
            int green = _table.GreenOutputs;
            bool open = green != 0 && (_scan.Suppressed & green) == 0 && _phase == Phase.Idle && _sense.AtEnd(CommandOp.Lower, conditions)
                && _green.Blocking(conditions) == 0 && _green.TripsHolding() == 0;
            return open ? green : _table.RedOutputs;
        }

        // A detector that keeps something else from moving too is not this lane's to ignore.
        private static int OwnDetectors(GateTable gate, LaneTable lane)
        {
            int own = lane.Detectors;
            for (int o = 0; o < gate.OutputCount; o++)
            {
                if ((lane.RaiseOutputs & (1 << o)) == 0)
                {
                    own &= ~(int)gate.MustBeZero(o);
                }
            }

            return own;
        }

        private GateQuery Query(CommandOp direction)
        {
            return direction == CommandOp.Raise ? _raise : _lower;
        }

        private long LaneMask(int condition)
        {
            return 1L << ConditionBit.OfLane(_number, condition);
        }

        private long Bit(int condition, bool value)
        {
            return value ? LaneMask(condition) : 0;
        }
    }
}
