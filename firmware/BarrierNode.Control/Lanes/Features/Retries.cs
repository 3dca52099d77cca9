using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// What follows a raise that was reversed (H13, H21). One that the lane had begun by itself is tried again after a wait, a few times. Then, and when
    /// a person had asked for it, nothing raises by itself until a person has.
    /// </summary>
    internal sealed class Retries
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        private enum Phase
        {
            Calm,
            Waiting,
            Spent,
        }

        private Phase _phase;
        private int _tries;
        private long _clearUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            Follow(scan);
            if (_phase == Phase.Waiting)
            {
                Wait(scan);
            }

            scan.HoldUnattended(LaneHold.RetriesSpent, _phase == Phase.Spent);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _phase = (Phase)frame.Pass((int)_phase);
            _tries = frame.Pass(_tries);
            _clearUs = frame.Pass(_clearUs);
        }

        private void Follow(LaneScan scan)
        {
            bool raises = scan.JustStarted == CommandOp.Raise;
            bool person = scan.Origin == MoveOrigin.Command || scan.Origin == MoveOrigin.Panel;
            bool unattended = scan.Origin <= MoveOrigin.Timetable;
            if (scan.JustDone == CommandOp.Raise || (raises && person))
            {
                _phase = Phase.Calm;
                _tries = 0;
            }
            else if (raises && unattended && _phase == Phase.Waiting)
            {
                _phase = Phase.Calm;
                _tries++;
                scan.Tell(EventCode.RetryStarted, _tries, scan.Setting(LaneSetting.MaxRetries));
            }

            if (scan.JustReversed)
            {
                _phase = unattended && _tries < scan.Setting(LaneSetting.MaxRetries) ? Phase.Waiting : Phase.Spent;
                _clearUs = 0;
            }

            if (_phase == Phase.Waiting && (scan.JustStopped || scan.Tripped))
            {
                _phase = Phase.Spent;
            }
        }

        private void Wait(LaneScan scan)
        {
            bool clear = scan.ProvenDown && !scan.Occupied && !scan.On(InputRole.Obstruction) && !scan.On(InputRole.SafetyEdge);
            _clearUs = clear ? _clearUs + scan.StepUs : 0;
            if (_clearUs >= 1000L * scan.Setting(LaneSetting.RetryDelayMs))
            {
                scan.Ask(CommandOp.Raise, MoveOrigin.Automatic);
            }
            else if (scan.Move != CommandOp.Raise)
            {
                // Until then neither the calendar nor anything else of the lane may raise.
                scan.Ask(CommandOp.Lower, MoveOrigin.Timetable);
            }
        }
    }
}
