using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Lets a number of vehicles through without raising between them (H6). A vehicle has passed when it came to the entry detector and has left the exit
    /// detector; two that the detectors cannot tell apart are one, so the lane rather stays open too long. It ends after the last one, when no more
    /// come, or by release; not before the detectors are clear. A restart ends it.
    /// </summary>
    internal sealed class Convoy
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4 + OpeningWish.StateWords;

        private const int UntilReleased = -1;

        private readonly OpeningWish _opening = new OpeningWish();
        private bool _passes;
        private int _left;
        private int _between;
        private long _emptyUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (_passes)
            {
                Watch(scan);
            }

            scan.Hold(LaneHold.Convoy, _passes, false, false);
            _opening.Step(scan);
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Number of vehicles; 0: until released.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            int max = scan.Setting(LaneSetting.ConvoyMaxVehicles);
            RefusalReason reason = max == 0 ? RefusalReason.NotFitted
                : argument > max ? RefusalReason.OutOfRange : OpeningWish.Refusal(scan);
            if (reason == RefusalReason.None)
            {
                _passes = true;
                _left = argument == 0 ? UntilReleased : argument;
                _between = (scan.Inputs & Mask(scan.Table.EntryInput)) != 0 ? 1 : 0;
                _emptyUs = 0;
                _opening.Begin();
                scan.JustConvoyed = true;
            }

            return reason;
        }

        /// <summary>Undoes what is in force.</summary>
        /// <returns>True when something was.</returns>
        public bool Release(LaneScan scan)
        {
            bool something = _passes;
            End();
            return something;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _passes = frame.Pass(_passes);
            _left = frame.Pass(_left);
            _between = frame.Pass(_between);
            _emptyUs = frame.Pass(_emptyUs);
            _opening.Exchange(frame);
        }

        private void Watch(LaneScan scan)
        {
            Count(scan);
            _emptyUs = scan.Occupied ? 0 : _emptyUs + scan.StepUs;
            int gapMs = scan.Setting(LaneSetting.ConvoyGapMs);
            bool noMore = gapMs > 0 && _emptyUs >= 1000L * gapMs;
            if (noMore || (_left == 0 && !scan.Occupied))
            {
                End();
            }
        }

        private void Count(LaneScan scan)
        {
            int came = scan.Inputs & ~scan.InputsBefore;
            int left = scan.InputsBefore & ~scan.Inputs;
            int entry = Mask(scan.Table.EntryInput);
            int exit = scan.Table.ExitInput >= 0 ? Mask(scan.Table.ExitInput) : entry;
            _between += (came & entry) != 0 ? 1 : 0;
            if ((left & exit) != 0 && _between > 0)
            {
                _between--;
                _left -= _left > 0 ? 1 : 0;
            }

            // Who has turned back is not between the detectors any more.
            _between = scan.Occupied ? _between : 0;
        }

        private void End()
        {
            _passes = false;
            _opening.End();
        }

        private static int Mask(int input)
        {
            return input < 0 ? 0 : 1 << input;
        }
    }
}
