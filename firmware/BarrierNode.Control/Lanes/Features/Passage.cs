using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Vehicles over the first two detectors of the lane: direction, speed, length, axles, distance. It tells events and counts; it never moves
    /// anything.
    /// </summary>
    internal sealed class Passage
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = PassageSense.StateWords + 9;

        // What waits to be told.
        private const int Passed = 1;
        private const int Follows = 2;
        private const int WrongWay = 4;
        private const int TooFast = 8;

        private readonly PassageSense _sense;
        private readonly bool _fitted;
        private readonly bool _twoWay;
        private readonly int _overspeedMmS;
        private readonly int _tailgateMs;
        private readonly int _entry;
        private readonly int _exit;
        private int _axles;
        private int _contacts;
        private int _untold;
        private int _passedMmS;
        private long _passedFacts;
        private int _followsMs;
        private int _reachedMmS;
        private int _reached;
        private bool _seenClear;

        /// <summary>Makes it for a lane.</summary>
        public Passage(LaneScan scan)
        {
            LaneTable table = scan.Table;
            int distanceMm = scan.Setting(LaneSetting.DualLoopDistanceMm);
            _fitted = distanceMm > 0 && table.EntryInput >= 0 && table.ExitInput >= 0;
            _sense = new PassageSense(
                distanceMm, scan.Setting(LaneSetting.DetectorLengthMm), scan.Setting(LaneSetting.DetectorReleaseMs));
            _twoWay = scan.Setting(LaneSetting.TwoWay) != 0;
            _overspeedMmS = scan.Setting(LaneSetting.OverspeedKmh) * 10000 / 36;
            _tailgateMs = scan.Setting(LaneSetting.TailgateGapMs);
            _entry = _fitted ? 1 << table.EntryInput : 0;
            _exit = _fitted ? 1 << table.ExitInput : 0;
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (!_fitted)
            {
                return;
            }

            // A detector that nobody has looked at yet is no vehicle, and the confirmation that it is clear is no passage.
            _seenClear = _seenClear || (scan.Inputs & (_entry | _exit)) == 0;
            if (!_seenClear)
            {
                return;
            }

            // Twice in a row, so that the test pulse of a detector is no vehicle.
            int seen = scan.Contacts & _contacts & scan.Inputs;
            _contacts = scan.Contacts;
            _sense.Step((seen & _entry) != 0, (seen & _exit) != 0, scan.UptimeMs);
            if (_sense.FollowsMs >= 0 && _sense.FollowsMs < _tailgateMs)
            {
                _followsMs = _sense.FollowsMs;
                _untold |= Follows;
            }

            if (_sense.Ended != PassageDirection.None)
            {
                End(scan);
            }

            if (_sense.Reached != PassageDirection.None)
            {
                Reach();
            }

            // The axle sensor lies in the exit detector.
            _axles += (seen & _exit) != 0 && scan.Rose(InputRole.Axle) ? 1 : 0;
            if (_untold != 0)
            {
                TellOne(scan);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _axles = frame.Pass(_axles);
            _contacts = frame.Pass(_contacts);
            _untold = frame.Pass(_untold);
            _passedMmS = frame.Pass(_passedMmS);
            _passedFacts = frame.Pass(_passedFacts);
            _followsMs = frame.Pass(_followsMs);
            _reachedMmS = frame.Pass(_reachedMmS);
            _reached = frame.Pass(_reached);
            _seenClear = frame.Pass(_seenClear);
            _sense.Exchange(frame);
        }

        private void Reach()
        {
            _reachedMmS = _sense.ReachedMmS;
            _reached = (int)_sense.Reached;
            if (_sense.Reached == PassageDirection.Forward)
            {
                _axles = 0;
            }
            else if (!_twoWay)
            {
                _untold |= WrongWay;
            }

            if (_overspeedMmS > 0 && _reachedMmS > _overspeedMmS)
            {
                _untold |= TooFast;
            }
        }

        private void End(LaneScan scan)
        {
            if (_sense.Ended != PassageDirection.TurnedBack)
            {
                scan.Kept.Set(KeptSlot.Vehicles, scan.Kept.Get(KeptSlot.Vehicles) + 1);
            }

            _passedMmS = _sense.EndedMmS;
            _passedFacts = PassageFacts.Pack(_sense.Ended, _axles, _sense.EndedLengthMm);
            _untold |= Passed;
            _axles = 0;
        }

        // One a scan: events at once must not make a scan late.
        private void TellOne(LaneScan scan)
        {
            int what = _untold & -_untold;
            _untold &= ~what;
            EventCode code = what == Passed ? EventCode.Passage : what == Follows ? EventCode.Tailgating
                : what == WrongWay ? EventCode.WrongWay : EventCode.Overspeed;
            scan.Tell(
                code,
                what == Passed ? _passedMmS : what == Follows ? _followsMs : _reachedMmS,
                what == Passed ? _passedFacts : what == TooFast ? _reached : 0);
        }
    }
}
