using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Where a lane is: what its limit switches prove, and which movement between them was ours.</summary>
    internal sealed class PositionSense
    {
        // A barrier coasts after its drive is off (valve, contactor, inertia): movement within this time is still ours.
        private const long CoastUs = 500000;

        private readonly int _number;
        private readonly Reporter _reporter;
        private readonly long _up;
        private readonly long _down;
        private readonly long _conflict;
        private CommandOp _drivenDirection;
        private long _sinceDrivenUs = CoastUs;
        private LanePosition _proven;
        private bool _halted;

        public PositionSense(int number, Reporter reporter)
        {
            _number = number;
            _reporter = reporter;
            _up = 1L << ConditionBit.OfLane(number, ConditionBit.LaneUp);
            _down = 1L << ConditionBit.OfLane(number, ConditionBit.LaneDown);
            _conflict = 1L << ConditionBit.OfLane(number, ConditionBit.LaneConflict);
        }

        /// <summary>Where the lane is.</summary>
        public LanePosition Position { get; private set; }

        /// <summary>Every barrier is proven closed and nothing drives it.</summary>
        public bool IsProtected
        {
            get { return _proven == LanePosition.Up && Position == LanePosition.Up; }
        }

        /// <summary>The switches prove the end to which this direction leads.</summary>
        public bool AtEnd(CommandOp direction, long conditions)
        {
            return (conditions & (direction == CommandOp.Raise ? _up : _down)) != 0;
        }

        /// <summary>
        /// The proof of an end can be trusted. At an end that the barrier may still be leaving, because it was driven away from it a moment
        /// ago, nothing is proven yet.
        /// </summary>
        public bool Settled(CommandOp direction)
        {
            return _sinceDrivenUs >= CoastUs || _drivenDirection == direction;
        }

        /// <summary>Judges the position of this scan.</summary>
        /// <param name="conditions">The condition image.</param>
        /// <param name="direction">The direction in which the barriers are driven, or None.</param>
        /// <param name="elapsedUs">Time since the scan before, in microseconds.</param>
        public void Observe(long conditions, CommandOp direction, long elapsedUs)
        {
            bool driven = direction != CommandOp.None;
            if (driven)
            {
                _drivenDirection = direction;
                _sinceDrivenUs = 0;
            }
            else if (_sinceDrivenUs < CoastUs)
            {
                _sinceDrivenUs += elapsedUs;
            }

            bool ours = _sinceDrivenUs < CoastUs;
            LanePosition proven = AtEnd(CommandOp.Raise, conditions) ? LanePosition.Up
                : AtEnd(CommandOp.Lower, conditions) ? LanePosition.Down : LanePosition.Unknown;
            if (_proven != LanePosition.Unknown && proven == LanePosition.Unknown && !ours)
            {
                _reporter.Event(EventCode.PositionLost, _number, CommandOp.None, 0, 0);
            }

            _proven = proven;
            bool between = proven == LanePosition.Unknown;
            _halted = (_halted || ours) && between && (conditions & _conflict) == 0;
            if (driven)
            {
                Position = _drivenDirection == CommandOp.Raise ? LanePosition.Raising : LanePosition.Lowering;
            }
            else
            {
                Position = between && _halted ? LanePosition.Stopped : proven;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _drivenDirection = (CommandOp)frame.Pass((int)_drivenDirection);
            _sinceDrivenUs = frame.Pass(_sinceDrivenUs);
            _proven = (LanePosition)frame.Pass((int)_proven);
            _halted = frame.Pass(_halted);
            Position = (LanePosition)frame.Pass((int)Position);
        }
    }
}
