using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Raises by itself: some time after the last vehicle has left the detectors, or when nobody has passed. It begins with a lowering that this node
    /// has made: after a restart, a trip, a reversal or a stop the lane waits for somebody who moves it. A convoy is closed behind its last vehicle
    /// though it found the lane open.
    /// </summary>
    internal sealed class AutomaticRaise
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        // While the lane is open on purpose the time does not run.
        private const int OpenOnPurpose = (1 << (int)LaneHold.KeepOpen) | (1 << (int)LaneHold.Convoy) | (1 << (int)LaneHold.EmergencyVehicle)
            | (1 << (int)LaneHold.Egress);

        private bool _armed;
        private bool _reversed;
        private bool _passed;
        private long _waitedUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            scan.HoldUnattended(LaneHold.AutomaticOff, scan.Kept.Get(KeptSlot.AutomaticOff) != 0);
            Arm(scan);
            if (!_armed)
            {
                return;
            }

            _passed = _passed || scan.Occupied;
            bool waits = !scan.Occupied && (scan.Holds.All & OpenOnPurpose) == 0 && scan.JustAborted != CommandOp.Raise;
            _waitedUs = waits ? _waitedUs + scan.StepUs : 0;
            int limitMs = scan.Setting(_passed ? LaneSetting.ReraiseAfterTransitMs : LaneSetting.ReraiseNoTransitMs);
            if (limitMs > 0 && _waitedUs >= 1000L * limitMs)
            {
                scan.Ask(CommandOp.Raise, MoveOrigin.Automatic);
            }
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">1: the lane may move by itself; 0: only when asked. Kept over restarts.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (argument > 1)
            {
                return RefusalReason.OutOfRange;
            }

            if (!scan.HasDrives)
            {
                return RefusalReason.NotFitted;
            }

            scan.Kept.Set(KeptSlot.AutomaticOff, 1 - argument);
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _armed = frame.Pass(_armed);
            _reversed = frame.Pass(_reversed);
            _passed = frame.Pass(_passed);
            _waitedUs = frame.Pass(_waitedUs);
        }

        private void Arm(LaneScan scan)
        {
            if (scan.JustReversed)
            {
                _reversed = true;
            }
            else if (scan.JustAborted == CommandOp.Lower || scan.JustStarted == CommandOp.Raise || scan.JustConvoyed)
            {
                _reversed = false;
            }

            if (scan.JustDone == CommandOp.Lower || scan.JustConvoyed)
            {
                _armed = !_reversed;
                _reversed = false;
                _passed = false;
                _waitedUs = 0;
            }

            bool gone = !scan.ProvenDown && scan.Move != CommandOp.Raise;
            if (gone || scan.Move == CommandOp.Lower || scan.JustStopped || scan.Tripped)
            {
                _armed = false;
            }
        }
    }
}
