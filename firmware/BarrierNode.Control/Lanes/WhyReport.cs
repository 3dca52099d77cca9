namespace BarrierNode.Control
{
    /// <summary>Reports what holds a lane whenever that has changed. The latest is never lost: a full ring is tried again.</summary>
    internal sealed class WhyReport
    {
        private readonly int _number;
        private readonly Reporter _reporter;
        private bool _reported;
        private long _raiseBlock;
        private long _lowerBlock;
        private long _trips;
        private int _raiseHolds;
        private int _lowerHolds;
        private int _holds;

        public WhyReport(int number, Reporter reporter)
        {
            _number = number;
            _reporter = reporter;
        }

        /// <summary>Reports again although nothing has changed.</summary>
        public void Again()
        {
            _reported = false;
        }

        /// <summary>Reports what holds the lane in this scan if it has changed.</summary>
        public void Observe(LaneHolds holds, long trips, long raiseBlock, long lowerBlock)
        {
            int raiseHolds = holds.Against(CommandOp.Raise, MoveOrigin.Command);
            int lowerHolds = holds.Against(CommandOp.Lower, MoveOrigin.Command);
            if (_reported && trips == _trips && raiseBlock == _raiseBlock && lowerBlock == _lowerBlock && raiseHolds == _raiseHolds
                && lowerHolds == _lowerHolds && holds.All == _holds)
            {
                return;
            }

            _reported = _reporter.Ring.Put(
                ReportKind.Why, _number, lowerHolds, raiseHolds, CommandOp.None, holds.All, raiseBlock, lowerBlock, trips, _reporter.UptimeMs);
            _trips = trips;
            _raiseBlock = raiseBlock;
            _lowerBlock = lowerBlock;
            _raiseHolds = raiseHolds;
            _lowerHolds = lowerHolds;
            _holds = holds.All;
        }
    }
}
