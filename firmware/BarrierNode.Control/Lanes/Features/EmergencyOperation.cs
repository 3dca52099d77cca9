using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The emergency fast operation: raise now, lower for nobody, until it is ended. It is in force from its start to its end, over a power cut
    /// too; it tries to raise only until a stop, a trip or a restart, and then waits for a person to start it again.
    /// </summary>
    internal sealed class EmergencyOperation
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 6;

        // Three starts a minute by command are enough for people who mean it.
        private const long RateWindowMs = 60000;

        private bool _inForce;
        private bool _trying;
        private long _pauseUs;
        private long _lastStartMs = -RateWindowMs;
        private long _secondLastStartMs = -RateWindowMs;
        private long _thirdLastStartMs = -RateWindowMs;

        /// <summary>Begins in force when it was so before the power went; it does not try to raise then.</summary>
        public EmergencyOperation(LaneScan scan)
        {
            _inForce = scan.Setting(LaneSetting.EfoEnabled) != 0 && scan.Kept.Get(KeptSlot.EmergencyOperation) != 0;
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (scan.Rose(InputRole.DuressButton))
            {
                scan.Tell(EventCode.Duress, (int)AskedBy.Button, 0);
            }

            if (scan.Setting(LaneSetting.EfoEnabled) == 0)
            {
                return;
            }

            if (scan.Rose(InputRole.EfoButton))
            {
                Start(scan, AskedBy.Button);
            }
            else if (_inForce && scan.Rose(InputRole.EfoReset) && !scan.On(InputRole.EfoButton))
            {
                End(scan, AskedBy.Key);
            }

            // A reset never restarts anything, and a stop is a stop.
            _trying = _trying && !scan.JustHalted && !scan.Tripped;
            Pause(scan);
            bool egressFirst = scan.Setting(LaneSetting.EgressDuringEfo) != 0
                && (scan.Holds.Has(LaneHold.Egress) || scan.Holds.Has(LaneHold.Crowd));
            scan.Hold(LaneHold.EmergencyOperation, false, _inForce && !egressFirst, _inForce);
            if (_trying && _pauseUs <= 0 && !egressFirst)
            {
                scan.Ask(CommandOp.Raise, MoveOrigin.EmergencyOperation);
            }

            bool raising = scan.Move == CommandOp.Raise && scan.Origin == MoveOrigin.EmergencyOperation;
            scan.WishStop |= egressFirst && raising;
            Show(scan, raising);
        }

        /// <summary>Starts it by command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">1: under duress. That is told as an event and shown nowhere.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (argument == 1)
            {
                scan.Tell(EventCode.Duress, (int)AskedBy.Command, 0);
            }

            if (scan.Setting(LaneSetting.EfoEnabled) == 0)
            {
                return RefusalReason.NotFitted;
            }

            if (argument > 1)
            {
                return RefusalReason.OutOfRange;
            }

            if (_trying)
            {
                return RefusalReason.None;
            }

            if (scan.UptimeMs - _thirdLastStartMs < RateWindowMs)
            {
                return RefusalReason.TooOften;
            }

            _thirdLastStartMs = _secondLastStartMs;
            _secondLastStartMs = _lastStartMs;
            _lastStartMs = scan.UptimeMs;
            Start(scan, AskedBy.Command);
            return RefusalReason.None;
        }

        /// <summary>Ends it by command. A raise under way goes on.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Not used.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason End(LaneScan scan, int argument)
        {
            if (!_inForce)
            {
                return RefusalReason.NothingToUndo;
            }

            if (scan.On(InputRole.EfoButton))
            {
                return RefusalReason.CauseStands;
            }

            End(scan, AskedBy.Command);
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _inForce = frame.Pass(_inForce);
            _trying = frame.Pass(_trying);
            _pauseUs = frame.Pass(_pauseUs);
            _lastStartMs = frame.Pass(_lastStartMs);
            _secondLastStartMs = frame.Pass(_secondLastStartMs);
            _thirdLastStartMs = frame.Pass(_thirdLastStartMs);
        }

        private void Start(LaneScan scan, AskedBy way)
        {
            if (!_trying)
            {
                scan.Tell(EventCode.EmergencyOperationStarted, (int)way, 0);
                scan.Kept.Set(KeptSlot.EmergencyOperation, 1);
                scan.Kept.Set(KeptSlot.EmergencyOperations, scan.Kept.Get(KeptSlot.EmergencyOperations) + 1);
            }

            _inForce = true;
            _trying = true;
            _pauseUs = 0;
        }

        private void End(LaneScan scan, AskedBy way)
        {
            _inForce = false;
            _trying = false;
            scan.Kept.Set(KeptSlot.EmergencyOperation, 0);
            scan.Tell(EventCode.EmergencyOperationEnded, (int)way, 0);
        }

        // After a vehicle it tries again as soon as the detectors are clear. What no detector sees may be a person, who needs time to get away.
        private void Pause(LaneScan scan)
        {
            if (scan.JustReversed && !scan.Occupied)
            {
                _pauseUs = 1000L * scan.Setting(LaneSetting.RetryDelayMs);
            }
            else if (_pauseUs > 0 && scan.Still)
            {
                _pauseUs -= scan.StepUs;
            }
        }

        private void Show(LaneScan scan, bool raising)
        {
            if (_inForce)
            {
                scan.Outputs |= scan.Table.RoleOutputs[(int)OutputRole.EfoLight];
            }

            // Until its end, so that the stroke keeps its speed when the operation ends in the middle.
            if (raising)
            {
                scan.Outputs |= scan.Table.RoleOutputs[(int)OutputRole.EfoValve];
            }

            if (scan.JustDone == CommandOp.Raise && scan.DoneOrigin == MoveOrigin.EmergencyOperation
                && scan.DoneStrokeMs > scan.Setting(LaneSetting.EfoStrokeMs))
            {
                scan.Tell(EventCode.EmergencyStrokeSlow, scan.DoneStrokeMs, scan.Setting(LaneSetting.EfoStrokeMs));
            }
        }
    }
}
