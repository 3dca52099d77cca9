namespace BarrierNode.Control
{
    /// <summary>The sequence of a move: warn, move, watch, stop, reverse.</summary>
    public sealed partial class Lane
    {
        // A move that the gate holds back for a passing reason (dead time, quiet window, re-arming) is given up after this.
        private const long MaxWaitUs = 3000000;

        private enum Phase
        {
            Idle,
            Warning,
            Moving,
        }

        private Phase _phase;
        private CommandOp _direction;
        private int _ticket = -1;
        private long _warnedUs;
        private long _strokeUs;
        private long _waitedUs;
        private bool _moved;
        private bool _overrun;
        private int _warningMs;
        private MoveOrigin _origin;
        private bool _held;
        private bool _holding;
        private long _droppedUs;

        private void Start(CommandOp direction, int ticket, long warnedUs, MoveOrigin origin)
        {
            _phase = Phase.Warning;
            _origin = origin;
            _held = false;
            _warningMs = WarningMs(direction, origin);
            _direction = direction;
            _ticket = ticket;
            _warnedUs = warnedUs;
            _strokeUs = 0;
            _waitedUs = 0;
            _moved = false;
        }

        // The same move was asked for again: it goes on, and answers to the later command.
        private void TakeOver(int ticket)
        {
            _reporter.Ack(_number, _ticket, _direction, AckStage.Aborted, RefusalReason.Superseded, 0, 0);
            _ticket = ticket;
            _origin = _origin > MoveOrigin.Command ? _origin : MoveOrigin.Command;
            _held = false;
            if (_moved)
            {
                _reporter.Ack(_number, ticket, _direction, AckStage.Moving, RefusalReason.None, 0, 0);
            }
        }

        private void StepMove(long conditions, int permittedBefore, long elapsedUs)
        {
            long blocking = Query(_direction).Blocking(conditions) & _obstacles;
            if (_phase == Phase.Warning)
            {
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

                // The condition may still be that of the move whose place this one took in this scan.
                if ((conditions & LaneMask(ConditionBit.LaneWarned)) == 0 || _warnedUs < 1000L * _warningMs)
                {
                    return;
                }

                _phase = Phase.Moving;
            }

            StepMoving(conditions, permittedBefore, elapsedUs, blocking);
        }

        private void StepMoving(long conditions, int permittedBefore, long elapsedUs, long blocking)
        {
            if (_sense.AtEnd(_direction, conditions))
            {
                if (!_sense.Settled(_direction))
                {
                    return;
                }

                _reporter.Ack(_number, _ticket, _direction, AckStage.Done, RefusalReason.None, 0, 0);
                _reporter.Event(EventCode.MoveDone, _number, _direction, (int)(_strokeUs / 1000), 0);
                _scan.JustDone = _direction;
                _scan.DoneStrokeMs = (int)(_strokeUs / 1000);
                _scan.DoneOrigin = _origin;
                _phase = Phase.Idle;
                _ticket = -1;
                return;
            }

            if (blocking != 0)
            {
                Obstructed(blocking);
                return;
            }

            if (Driven(conditions, permittedBefore) == _direction)
            {
                _strokeUs += elapsedUs;
                _waitedUs = 0;
                CommandOp start = _direction == CommandOp.Raise ? CommandOp.Lower : CommandOp.Raise;
                RefusalReason end = _ends.Judge(_scan, _direction, _strokeUs, _sense.AtEnd(start, conditions));
                if (end != RefusalReason.None)
                {
                    _overrun = end != RefusalReason.EndUnproven;
                    GiveUp(end, _ends.Pressure(_scan), 0);
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
                _scan.JustReversed = true;
                Start(CommandOp.Lower, -1, 1000L * _table.LowerWarningMs, _origin);
            }
        }

        private void GiveUp(RefusalReason reason, long blocking, long trips)
        {
            _reporter.Ack(_number, _ticket, _direction, AckStage.Aborted, reason, blocking, trips);
            _reporter.Event(EventCode.MoveAborted, _number, _direction, (int)reason, blocking);
            _scan.JustAborted = _direction;
            _scan.AbortReason = reason;
            _phase = Phase.Idle;
            _ticket = -1;
            _moved = false;
        }

        // What the gate does not let hold drops, and is not caught on its way: it would stop anywhere.
        private void ObserveHold(int permitted, long elapsedUs)
        {
            if ((permitted & _table.HoldOutputs) != 0)
            {
                _droppedUs = 0;
                return;
            }

            _holding = false;
            if (_droppedUs < 1000L * _table.LowerTimeoutMs)
            {
                _droppedUs += elapsedUs;
            }
        }

        // The direction in which the barriers are driven. One that is held up is lowered by letting go of it.
        private CommandOp Driven(long conditions, int permitted)
        {
            if ((permitted & _table.RaiseOutputs) != 0)
            {
                return CommandOp.Raise;
            }

            bool drops = _table.HoldOutputs != 0 && (permitted & _table.HoldOutputs) == 0
                && _droppedUs < 1000L * _table.LowerTimeoutMs && !_sense.AtEnd(CommandOp.Lower, conditions);
            return drops || (permitted & _table.LowerOutputs) != 0 ? CommandOp.Lower : CommandOp.None;
        }

        // Nobody may be near who has asked for an unattended move: it warns longer. An emergency does not wait.
        private int WarningMs(CommandOp direction, MoveOrigin origin)
        {
            if (direction == CommandOp.Lower)
            {
                return _table.LowerWarningMs;
            }

            int unattendedMs = _table.Settings[(int)LaneSetting.UnattendedWarningMs];
            return origin == MoveOrigin.EmergencyOperation ? _table.Settings[(int)LaneSetting.EfoWarningMs]
                : origin <= MoveOrigin.Timetable && unattendedMs > _table.RaiseWarningMs ? unattendedMs : _table.RaiseWarningMs;
        }
    }
}
