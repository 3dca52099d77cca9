namespace BarrierNode.Control
{
    /// <summary>What commands and features may ask of the lane, and what they are answered.</summary>
    public sealed partial class Lane
    {
        private bool _remoteStop;
        private int _lastTicket = -1;
        private int _toldWish;

        /// <summary>Takes a command.</summary>
        /// <param name="op">What it asks.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="argument">Its argument.</param>
        /// <param name="conditions">The condition image of the scan before.</param>
        public void Command(CommandOp op, int ticket, int argument, long conditions)
        {
            _lastTicket = ticket;
            if (_outputs == 0)
            {
                // Nothing of this lane can be moved by the node.
                _reporter.Refused(_number, ticket, op, RefusalReason.NotFitted, 0, 0, 0);
                return;
            }

            switch (op)
            {
                case CommandOp.Raise:
                case CommandOp.Lower:
                    Move(op, ticket, argument, conditions);
                    break;
                case CommandOp.Reset:
                    Reset(ticket);
                    break;
                case CommandOp.Stop:
                case CommandOp.EmergencyStop:
                    Halt(op, ticket);
                    break;
                default:
                    Order(op, ticket, argument, conditions);
                    break;
            }
        }

        private void Move(CommandOp op, int ticket, int person, long conditions)
        {
            long trips = Query(op).TripsHolding();
            long blocking = Query(op).Blocking(conditions) & _reasons;
            int holds = HoldsAgainst(op);
            RefusalReason reason = Refusal(blocking, trips, holds);
            reason = reason == RefusalReason.None && op == CommandOp.Raise && IsPausing() ? RefusalReason.Busy : reason;
            if (reason != RefusalReason.None)
            {
                blocking = reason == RefusalReason.Held ? holds : blocking;

                // Nothing blocks a busy lane: such refusals are counted.
                long why = reason == RefusalReason.Busy ? 1 : reason == RefusalReason.Tripped ? trips : blocking;
                _reporter.Refused(_number, ticket, op, reason, blocking, trips, why);
                return;
            }

            _reporter.Ack(_number, ticket, op, AckStage.Accepted, RefusalReason.None, 0, 0);
            _reporter.Event(EventCode.CommandAccepted, _number, op, 0, 0);
            _scan.JustCommanded = true;
            _features.DropConsent();
            bool under = _phase != Phase.Idle && _direction == op;
            bool there = _phase == Phase.Idle && _sense.AtEnd(op, conditions) && _sense.Settled(op);
            if (op == CommandOp.Lower && !under && !there && _features.AwaitsConsent(ticket, person))
            {
                return;
            }

            Go(op, ticket, conditions);
        }

        // An order is obeyed by a feature, at once or in the scans that follow.
        private void Order(CommandOp op, int ticket, int argument, long conditions)
        {
            Look(conditions);
            RefusalReason reason = _features.Command(op, argument);
            if (reason != RefusalReason.None)
            {
                long holds = reason == RefusalReason.Held ? _scan.Holds.All : 0;
                long trips = reason == RefusalReason.Tripped ? _drives.TripsHolding() : 0;
                _reporter.Refused(_number, ticket, op, reason, holds, trips, holds | trips);
                return;
            }

            _reporter.Event(EventCode.CommandAccepted, _number, op, argument, 0);
            _reporter.Obeyed(_number, ticket, op);
            if (op == CommandOp.Consent)
            {
                Open(_features.TakeAgreed(), conditions);
            }
        }

        private void Halt(CommandOp op, int ticket)
        {
            if (_phase != Phase.Idle)
            {
                GiveUp(RefusalReason.Superseded, 0, 0);
                _scan.JustStopped = true;
            }

            _scan.JustHalted = true;
            _features.DropConsent();
            _remoteStop = _remoteStop || op == CommandOp.EmergencyStop;
            _reporter.Event(EventCode.CommandAccepted, _number, op, 0, 0);
            _reporter.Obeyed(_number, ticket, op);
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
                _reporter.Refused(_number, ticket, CommandOp.Reset, reason, 0, standing, 0);
                return;
            }

            _reporter.Obeyed(_number, ticket, CommandOp.Reset);
        }

        // Two persons have asked for it. What has come in between may still refuse it.
        private void Open(int ticket, long conditions)
        {
            long trips = _lower.TripsHolding();
            long blocking = _lower.Blocking(conditions) & _reasons;
            int holds = HoldsAgainst(CommandOp.Lower);
            RefusalReason reason = Refusal(blocking, trips, holds);
            if (reason == RefusalReason.None)
            {
                Go(CommandOp.Lower, ticket, conditions);
                return;
            }

            blocking = reason == RefusalReason.Held ? holds : blocking;
            _reporter.Ack(_number, ticket, CommandOp.Lower, AckStage.Aborted, reason, blocking, trips);
            _reporter.Event(EventCode.MoveAborted, _number, CommandOp.Lower, (int)reason, blocking);
        }

        private void Go(CommandOp op, int ticket, long conditions)
        {
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

            Start(op, ticket, 0, MoveOrigin.Command);
        }

        // A site may want that a raise is asked for only of a lane at rest. To open and to stop is always possible.
        private bool IsPausing()
        {
            return _table.Settings[(int)LaneSetting.CommandsDuringPause] == 0
                && (_phase != Phase.Idle || !_sense.Settled(CommandOp.Raise));
        }

        // Does what the features ask for, where nothing forbids it.
        private void Obey(long conditions)
        {
            CommandOp wish = _scan.Wish;
            bool sameMove = _phase != Phase.Idle && wish == _direction;
            if (_phase != Phase.Idle && ((_held && !(_scan.WishHeld && sameMove)) || _scan.WishStop))
            {
                GiveUp(RefusalReason.Released, 0, 0);
                _scan.JustStopped = true;
                sameMove = false;
            }

            bool there = _sense.AtEnd(wish, conditions) && _sense.Settled(wish);
            if (wish == CommandOp.None || sameMove || _scan.WishStop
                || (_phase == Phase.Idle ? there : _scan.WishOrigin < _origin))
            {
                _toldWish = wish == CommandOp.None ? 0 : _toldWish;
                return;
            }

            int holds = _scan.Holds.Against(wish, _scan.WishOrigin) & ~_scan.WishOverrides;
            long blocking = Query(wish).Blocking(conditions) & _reasons;
            long trips = Query(wish).TripsHolding();
            RefusalReason reason = Refusal(blocking, trips, holds);
            int told = (int)wish | ((int)_scan.WishOrigin << 4) | ((int)reason << 8);
            if (reason != RefusalReason.None)
            {
                if (told != _toldWish)
                {
                    _toldWish = told;
                    _reporter.Event(EventCode.WishRefused, _number, wish, (int)reason, reason == RefusalReason.Held ? holds : blocking | trips);
                }

                return;
            }

            _toldWish = told;
            if (_phase != Phase.Idle)
            {
                GiveUp(RefusalReason.Superseded, 0, 0);
            }

            // The other move had only warned: what is asked for is still so.
            if (there)
            {
                return;
            }

            _reporter.Event(EventCode.MoveAsked, _number, wish, (int)_scan.WishOrigin, 0);
            Start(wish, -1, 0, _scan.WishOrigin);
            _held = _scan.WishHeld;
        }

        private RefusalReason Refusal(long blocking, long trips, int holds)
        {
            return _outputs == 0 ? RefusalReason.NotFitted : trips != 0 ? RefusalReason.Tripped
                : blocking != 0 ? RefusalReason.Interlocked : holds != 0 ? RefusalReason.Held : RefusalReason.None;
        }

        // That a second person is missing refuses no command: it waits for the person.
        private int HoldsAgainst(CommandOp op)
        {
            return _scan.Holds.Against(op, MoveOrigin.Command) & ~(1 << (int)LaneHold.ConsentMissing);
        }
    }
}
