using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Watches a stroke for an end of travel that goes wrong: the switch of the start that stays, the switch of the end that does not come.
    /// Pressure or time stand in for a missing switch only to stop the drive; they never prove a position.
    /// </summary>
    internal sealed class EndWatch
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 1;

        // A barrier presses against its end for a moment before its switch has debounced.
        private const long PressureUs = 500000;

        private readonly LaneTable _table;
        private long _pressedUs;

        public EndWatch(LaneTable table)
        {
            _table = table;
        }

        /// <summary>Judges a scan in which the lane was driven and has not reached its end.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="direction">Raise or Lower.</param>
        /// <param name="strokeUs">How long it was driven, in microseconds.</param>
        /// <param name="atStart">The switches still prove the end from which it started.</param>
        /// <returns>None, or why the stroke must end.</returns>
        public RefusalReason Judge(LaneScan scan, CommandOp direction, long strokeUs, bool atStart)
        {
            int leaveMs = _table.Settings[(int)LaneSetting.LeaveEndMs];
            if (atStart && leaveMs > 0 && strokeUs > 1000L * leaveMs)
            {
                return RefusalReason.LimitStuck;
            }

            if (direction == CommandOp.Raise && EndsByBackup(scan, strokeUs))
            {
                return RefusalReason.EndUnproven;
            }

            int timeoutMs = direction == CommandOp.Raise ? _table.RaiseTimeoutMs : _table.LowerTimeoutMs;
            return strokeUs > 1000L * timeoutMs ? RefusalReason.StrokeOverrun : RefusalReason.None;
        }

        /// <summary>The pressure switches that tell of the upper end, a mask of conditions.</summary>
        public long Pressure(LaneScan scan)
        {
            return Gate.Inputs(scan.Inputs & _table.RoleInputs[(int)InputRole.EndPressure]);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _pressedUs = frame.Pass(_pressedUs);
        }

        private bool EndsByBackup(LaneScan scan, long strokeUs)
        {
            _pressedUs = scan.On(InputRole.EndPressure) ? _pressedUs + scan.StepUs : 0;
            int backupMs = _table.Settings[(int)LaneSetting.EndBackupMs];
            bool ends = _pressedUs >= PressureUs || (backupMs > 0 && strokeUs > 1000L * backupMs);
            _pressedUs = ends ? 0 : _pressedUs;
            return ends;
        }
    }
}
