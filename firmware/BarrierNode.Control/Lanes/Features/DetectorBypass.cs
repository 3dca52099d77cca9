using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Ignores one broken detector for a limited time, and only while a person on site holds the raise button. One at a time, so that another
    /// detector of the lane still protects; never one that another lane needs too. Nothing of it survives a restart.
    /// </summary>
    internal sealed class DetectorBypass
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        private const long MinuteUs = 60000000;
        private const int InputBits = 6;

        private readonly PanelButtons _panel;
        private int _detector = -1;
        private long _leftUs;

        /// <summary>Makes the bypass of a lane; none is in force.</summary>
        /// <param name="panel">Its panel.</param>
        public DetectorBypass(PanelButtons panel)
        {
            _panel = panel;
        }

        /// <summary>The inputs that count as clear although their detectors say otherwise, a mask.</summary>
        public int Inputs { get; private set; }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _leftUs -= scan.StepUs;
            if (_detector >= 0 && _leftUs <= 0)
            {
                End(scan, true);
            }

            scan.Hold(LaneHold.Bypass, _detector >= 0, false, false);
            int bypassed = _detector >= 0 ? 1 << _detector : 0;

            // What was moved by it stops when it is over, and when nobody watches any more: a key was turned.
            int watched = IsWatched(scan) ? bypassed : 0;
            int needed = scan.Origin == MoveOrigin.Panel ? watched : bypassed;
            scan.WishStop = scan.WishStop || ((Inputs & ~needed) != 0 && scan.Move == CommandOp.Raise);
            Inputs = watched;
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Minutes × 64 + number of the input; minutes 0 ends it.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            int maxMin = scan.Setting(LaneSetting.BypassMaxMin);
            int minutes = argument >> InputBits;
            int detector = argument & ((1 << InputBits) - 1);
            if (maxMin == 0 || !scan.HasInput(InputRole.RaiseButton))
            {
                return RefusalReason.NotFitted;
            }

            if (detector >= GateTable.MaxInputs || (scan.OwnDetectors & (1 << detector)) == 0 || minutes > maxMin)
            {
                return RefusalReason.OutOfRange;
            }

            if (minutes == 0 && detector != _detector)
            {
                return RefusalReason.NothingToUndo;
            }

            if (_detector >= 0)
            {
                End(scan, false);
            }

            if (minutes > 0)
            {
                _detector = detector;
                _leftUs = MinuteUs * minutes;
                scan.Tell(EventCode.BypassSet, detector, minutes);
            }

            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _detector = frame.Pass(_detector);
            _leftUs = frame.Pass(_leftUs);
            Inputs = frame.Pass(Inputs);
        }

        // The eyes of a person with the hand on the button take the place of the detector; no other move may use that.
        private bool IsWatched(LaneScan scan)
        {
            return (scan.Mode == LaneMode.Local || scan.Mode == LaneMode.Maintenance)
                && _panel.Pressed == CommandOp.Raise && (scan.Still || scan.Origin == MoveOrigin.Panel);
        }

        private void End(LaneScan scan, bool expired)
        {
            scan.Tell(EventCode.BypassEnded, _detector, expired ? 1 : 0);
            _detector = -1;
        }
    }
}
