using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Reports the state of a lane whenever it has changed. The latest state is never lost: a full ring is tried again.</summary>
    internal sealed class LaneReport
    {
        private readonly LaneTable _table;
        private readonly int _number;
        private readonly Gate _gate;
        private readonly Reporter _reporter;
        private bool _reported;
        private int _state;
        private long _raiseBlock;
        private long _lowerBlock;
        private long _trips;
        private int _ticket = -1;
        private int _holds;

        public LaneReport(LaneTable table, int number, Gate gate, Reporter reporter)
        {
            _table = table;
            _number = number;
            _gate = gate;
            _reporter = reporter;
        }

        /// <summary>Reports again although nothing has changed.</summary>
        public void Again()
        {
            _reported = false;
        }

        /// <summary>Reports the state of this scan if it has changed.</summary>
        public void Observe(
            PositionSense sense, bool warning, int ticket, int permitted, LaneScan scan, long trips, long raiseBlock, long lowerBlock)
        {
            int holds = scan.Holds.All;
            LaneMode mode = trips != 0 ? LaneMode.Tripped : _gate.Armed ? scan.Mode : LaneMode.Starting;
            int state = LaneState.Pack(sense.Position, mode, Signal(permitted), sense.IsProtected && (holds & (1 << (int)LaneHold.Tampered)) == 0, warning);
            state = LaneState.WithEfo(state, EfoReadiness.Of(scan, _gate.Armed, trips, raiseBlock));
            if (_reported && state == _state && trips == _trips && raiseBlock == _raiseBlock && lowerBlock == _lowerBlock && ticket == _ticket && holds == _holds)
            {
                return;
            }

            _reported = _reporter.Ring.Put(
                ReportKind.State, _number, holds, state, CommandOp.None, ticket, raiseBlock, lowerBlock, trips, _reporter.UptimeMs);
            _state = state;
            _trips = trips;
            _raiseBlock = raiseBlock;
            _lowerBlock = lowerBlock;
            _ticket = ticket;
            _holds = holds;
        }

        private LaneSignal Signal(int permitted)
        {
            return (permitted & _table.GreenOutputs) != 0 ? LaneSignal.Green
                : (permitted & _table.RedOutputs) != 0 ? LaneSignal.Red : LaneSignal.Dark;
        }
    }
}
