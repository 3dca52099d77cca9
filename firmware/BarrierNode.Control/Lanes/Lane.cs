using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The sequence of one lane: warn, move, watch, stop, reverse. It only asks; the gate decides. It is stepped once a scan and allocates
    /// nothing after construction.
    /// </summary>
    public sealed class Lane
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 15;

        // A move that the gate holds back for a passing reason (dead time, quiet window, re-arming) is given up after this.
        private const long MaxWaitUs = 3000000;

        private enum Phase
        {
            Idle,
            Warning,
            Moving,
        }

        private readonly LaneTable _table;
        private readonly int _number;
        private readonly Gate _gate;
        private readonly Reporter _reporter;
        private readonly LaneLimits _limits;
        private readonly PositionSense _sense;
        private readonly LaneReport _report;
        private readonly GateQuery _raise;
        private readonly GateQuery _lower;
        private readonly GateQuery _drives;
        private readonly GateQuery _green;
        private readonly int _outputs;
        private readonly long _reasons;
        private readonly long _obstacles;

        private Phase _phase;
        private CommandOp _direction;
        private int _ticket = -1;
        private long _warnedUs;
        private long _strokeUs;
        private long _waitedUs;
        private bool _moved;
        private bool _overrun;
        private bool _remoteStop;
        private int _lastTicket = -1;

        /// <summary>Makes the sequence of a lane.</summary>
        /// <param name="table">The lane.</param>
        /// <param name="number">Its number.</param>
        /// <param name="gate">The gate, to know what it refuses and why.</param>
        /// <param name="reporter">Where it tells what it does.</param>
        public Lane(LaneTable table, int number, Gate gate, Reporter reporter)
        {
            _table = table;
            _number = number;
            _gate = gate;
            _reporter = reporter;
            _limits = new LaneLimits(table);
            _outputs = table.RaiseOutputs | table.LowerOutputs;
            _raise = new GateQuery(gate, table.RaiseOutputs);
            _lower = new GateQuery(gate, table.LowerOutputs);
            _drives = new GateQuery(gate, _outputs);
            _green = new GateQuery(gate, table.GreenOutputs);
            _reasons = ConditionBit.Reasons & ~_limits.All & ~(1L << ConditionBit.Quiet);

            // What trips is no obstacle to turn back from: the gate ends the move, and says why.
            _obstacles = _reasons & ~gate.Table.TripConditions;
            _sense = new PositionSense(table, number, reporter);
            _report = new LaneReport(table, number, gate, reporter, _reasons, _drives, _raise, _lower);
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
            derived |= Bit(ConditionBit.LaneWarned, _phase != Phase.Idle && _warnedUs >= 1000L * WarningMs(_direction));
            _overrun = false;
            _remoteStop = false;
            return derived;
        }

        /// <summary>Takes a command.</summary>
        /// <param name="op">What it asks.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="conditions">The condition image of the scan before.</param>
        public void Command(CommandOp op, int ticket, long conditions)
        {
            _lastTicket = ticket;
            switch (op)
            {
                case CommandOp.Raise:
                case CommandOp.Lower:
                    Move(op, ticket, conditions);
                    break;
                case CommandOp.Reset:
                    Reset(ticket);
                    break;
                default:
                    Halt(op, ticket);
                    break;
            }
        }

        /// <summary>Steps the sequence and says which outputs it asks for in this scan.</summary>
        /// <param name="conditions">The condition image of this scan.</param>
        /// <param name="permittedBefore">The outputs that were on since the scan before.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds.</param>
        public int Step(long conditions, int permittedBefore, long elapsedUs)
        {
            if (_phase == Phase.Warning)
            {
                StepWarning(conditions, permittedBefore, elapsedUs);
            }

            if (_phase == Phase.Moving)
            {
                StepMoving(conditions, permittedBefore, elapsedUs);
            }

            int requests = _phase == Phase.Idle ? 0 : _table.WarningOutputs;
            if (_phase == Phase.Moving)
            {
                requests |= Drive(_direction);
            }

            return requests | SignalRequest(conditions);
        }

        /// <summary>Notes what the gate has permitted in this scan, and reports the lane's state when it has changed.</summary>
        /// <param name="conditions">The condition image of this scan.</param>
        /// <param name="permitted">The permitted outputs.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds.</param>
        public void Observe(long conditions, int permitted, long elapsedUs)
        {
            bool driven = (permitted & _outputs) != 0;
            if (_phase == Phase.Moving && driven && !_moved)
            {
                _moved = true;
                _reporter.Ack(_number, _ticket, _direction, AckStage.Moving, RefusalReason.None, 0, 0);
                _reporter.Event(EventCode.MoveStarted, _number, _direction, 0, 0);
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

            _sense.Observe(conditions, permitted, elapsedUs);
            _report.Observe(_sense, conditions, _phase != Phase.Idle, _lastTicket, permitted);
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
            _sense.Exchange(frame);
        }

        /// <summary>Reports the state again although nothing has changed: after a connect.</summary>
        public void ReportAgain()
        {
            _report.Again();
        }

        private void Move(CommandOp op, int ticket, long conditions)
        {
            long trips = Query(op).TripsHolding();
            long blocking = Query(op).Blocking(conditions) & _reasons;
            RefusalReason reason = trips != 0 ? RefusalReason.Tripped : blocking != 0 ? RefusalReason.Interlocked : RefusalReason.None;
            if (reason != RefusalReason.None)
            {
                _reporter.Ack(_number, ticket, op, AckStage.Refused, reason, blocking, trips);
                _reporter.Event(EventCode.CommandRefused, _number, op, (int)reason, blocking);
                return;
            }

            _reporter.Ack(_number, ticket, op, AckStage.Accepted, RefusalReason.None, 0, 0);
            _reporter.Event(EventCode.CommandAccepted, _number, op, 0, 0);
            if (_phase != Phase.Idle && _direction == op)
            {
                TakeOver(ticket);
                return;
            }

            if (_phase != Phase.Idle)
            {
                GiveUp(RefusalReason.Superseded, 0, 0);
            }

            if (_sense.AtEnd(op, conditions) && _sense.Settled(op))
            {
                _reporter.Ack(_number, ticket, op, AckStage.Done, RefusalReason.None, 0, 0);
                return;
            }

            Start(op, ticket, 0);
        }

        // The same move was asked for again: it goes on, and answers to the later command.
        private void TakeOver(int ticket)
        {
            _reporter.Ack(_number, _ticket, _direction, AckStage.Aborted, RefusalReason.Superseded, 0, 0);
            _ticket = ticket;
            if (_moved)
            {
                _reporter.Ack(_number, ticket, _direction, AckStage.Moving, RefusalReason.None, 0, 0);
            }
        }

        private void Start(CommandOp direction, int ticket, long warnedUs)
        {
            _phase = Phase.Warning;
            _direction = direction;
            _ticket = ticket;
            _warnedUs = warnedUs;
            _strokeUs = 0;
            _waitedUs = 0;
            _moved = false;
        }

        private void Halt(CommandOp op, int ticket)
        {
            if (_phase != Phase.Idle)
            {
                GiveUp(RefusalReason.Superseded, 0, 0);
            }

            _remoteStop = op == CommandOp.EmergencyStop;
            _reporter.Event(EventCode.CommandAccepted, _number, op, 0, 0);
            _reporter.Ack(_number, ticket, op, AckStage.Accepted, RefusalReason.None, 0, 0);
            _reporter.Ack(_number, ticket, op, AckStage.Done, RefusalReason.None, 0, 0);
        }

        private void Reset(int ticket)
        {
            long trips = _drives.TripsHolding();
            long standing = _gate.Reset(trips);
            RefusalReason reason = trips == 0 ? RefusalReason.NothingLatched : standing != 0 ? RefusalReason.CauseStands : RefusalReason.None;
            if (standing != trips)
            {
                _reporter.Event(EventCode.TripReset, _number, CommandOp.Reset, 0, trips & ~standing);
            }

            if (reason != RefusalReason.None)
            {
                _reporter.Ack(_number, ticket, CommandOp.Reset, AckStage.Refused, reason, 0, standing);
                _reporter.Event(EventCode.CommandRefused, _number, CommandOp.Reset, (int)reason, 0);
                return;
            }

            _reporter.Ack(_number, ticket, CommandOp.Reset, AckStage.Accepted, RefusalReason.None, 0, 0);
            _reporter.Ack(_number, ticket, CommandOp.Reset, AckStage.Done, RefusalReason.None, 0, 0);
        }

        private void StepWarning(long conditions, int permittedBefore, long elapsedUs)
        {
            long blocking = Query(_direction).Blocking(conditions) & _obstacles;
            if (blocking != 0)
            {
                GiveUp(RefusalReason.Interlocked, blocking, 0);
                return;
            }

            // Only a warning that was really given counts.
            if ((permittedBefore & _table.WarningOutputs) == _table.WarningOutputs)
            {
                _warnedUs += elapsedUs;
            }

            if ((conditions & LaneMask(ConditionBit.LaneWarned)) != 0)
            {
                _phase = Phase.Moving;
            }
        }

        private void StepMoving(long conditions, int permittedBefore, long elapsedUs)
        {
            int drive = Drive(_direction);
            if (_sense.AtEnd(_direction, conditions))
            {
                if (!_sense.Settled(_direction))
                {
                    return;
                }

                _reporter.Ack(_number, _ticket, _direction, AckStage.Done, RefusalReason.None, 0, 0);
                _reporter.Event(EventCode.MoveDone, _number, _direction, (int)(_strokeUs / 1000), 0);
                _phase = Phase.Idle;
                _ticket = -1;
                return;
            }

            long blocking = Query(_direction).Blocking(conditions) & _obstacles;
            if (blocking != 0)
            {
                Obstructed(blocking);
                return;
            }

            if ((permittedBefore & drive) != 0)
            {
                _strokeUs += elapsedUs;
                _waitedUs = 0;
                if (_strokeUs > 1000L * TimeoutMs(_direction))
                {
                    _overrun = true;
                    GiveUp(RefusalReason.StrokeOverrun, 0, 0);
                }

                return;
            }

            _waitedUs += elapsedUs;
            if (_waitedUs > MaxWaitUs)
            {
                GiveUp(RefusalReason.NotPermitted, conditions & (1L << ConditionBit.Quiet), 0);
            }
        }

        private void Obstructed(long blocking)
        {
            bool reverse = _direction == CommandOp.Raise && _moved;
            GiveUp(RefusalReason.Interlocked, blocking, 0);
            if (reverse)
            {
                _reporter.Event(EventCode.Reversed, _number, CommandOp.Lower, 0, blocking);

                // The warning of the raise still sounds; a way out needs no new one.
                Start(CommandOp.Lower, -1, 1000L * _table.LowerWarningMs);
            }
        }

        private void GiveUp(RefusalReason reason, long blocking, long trips)
        {
            _reporter.Ack(_number, _ticket, _direction, AckStage.Aborted, reason, blocking, trips);
            _reporter.Event(EventCode.MoveAborted, _number, _direction, (int)reason, blocking);
            _phase = Phase.Idle;
            _ticket = -1;
            _moved = false;
        }

        private int SignalRequest(long conditions)
        {
            int green = _table.GreenOutputs;
            bool open = green != 0 && _phase == Phase.Idle && _sense.AtEnd(CommandOp.Lower, conditions)
                && _green.Blocking(conditions) == 0 && _green.TripsHolding() == 0;
            return open ? green : _table.RedOutputs;
        }

        private GateQuery Query(CommandOp direction)
        {
            return direction == CommandOp.Raise ? _raise : _lower;
        }

        private int Drive(CommandOp direction)
        {
            return direction == CommandOp.Raise ? _table.RaiseOutputs : _table.LowerOutputs;
        }

        private int WarningMs(CommandOp direction)
        {
            return direction == CommandOp.Raise ? _table.RaiseWarningMs : _table.LowerWarningMs;
        }

        private int TimeoutMs(CommandOp direction)
        {
            return direction == CommandOp.Raise ? _table.RaiseTimeoutMs : _table.LowerTimeoutMs;
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
