using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Keeps the lane open: by command, for some minutes or until released, over a power cut too; or for as long as a person holds the
    /// opening button of the panel. After a restart it only forbids to raise: it moves nothing.
    /// </summary>
    internal sealed class KeepOpen
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2 + OpeningWish.StateWords;

        private const int UntilReleased = -1;
        private const long MinuteUs = 60000000;
        private const long HeldUs = 1000000;

        // A week: what a site that sets no limit may still say in minutes.
        private const int LongestMin = 10080;

        // Remaining time goes to flash in steps: a write a minute would wear it out.
        private const int KeptStepMin = 10;

        private readonly PanelButtons _panel;
        private readonly OpeningWish _opening = new OpeningWish();
        private int _leftMin;
        private long _minuteUs;

        /// <summary>Makes it as it was before the power went.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="panel">Its panel.</param>
        public KeepOpen(LaneScan scan, PanelButtons panel)
        {
            _panel = panel;
            _leftMin = scan.Kept.Get(KeptSlot.KeepOpen);
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _minuteUs += scan.StepUs;
            if (_minuteUs >= MinuteUs)
            {
                _minuteUs -= MinuteUs;
                SetLeft(scan, _leftMin > 0 ? _leftMin - 1 : _leftMin);
            }

            scan.Hold(LaneHold.KeepOpen, _leftMin != 0 || _panel.LowerHeldUs >= HeldUs, false, false);
            _opening.Step(scan);
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Minutes; 0 for the longest that the site allows.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            int maxMin = scan.Setting(LaneSetting.KeepOpenMaxMin);
            if (argument > (maxMin > 0 ? maxMin : LongestMin))
            {
                return RefusalReason.OutOfRange;
            }

            RefusalReason reason = OpeningWish.Refusal(scan);
            if (reason == RefusalReason.None)
            {
                _minuteUs = 0;
                SetLeft(scan, argument > 0 ? argument : maxMin > 0 ? maxMin : UntilReleased);
                _opening.Begin();
            }

            return reason;
        }

        /// <summary>Undoes what is in force.</summary>
        /// <returns>True when something was.</returns>
        public bool Release(LaneScan scan)
        {
            bool something = _leftMin != 0;
            SetLeft(scan, 0);
            return something;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _leftMin = frame.Pass(_leftMin);
            _minuteUs = frame.Pass(_minuteUs);
            _opening.Exchange(frame);
        }

        private void SetLeft(LaneScan scan, int leftMin)
        {
            _leftMin = leftMin;
            int kept = leftMin > 0 ? (leftMin + KeptStepMin - 1) / KeptStepMin * KeptStepMin : leftMin;
            scan.Kept.Set(KeptSlot.KeepOpen, kept);
            if (leftMin == 0)
            {
                _opening.End();
            }
        }
    }
}
