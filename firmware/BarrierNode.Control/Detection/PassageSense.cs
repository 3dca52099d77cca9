using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// What two detectors, one behind the other, tell of the vehicles over them: direction, speed from the leading edges, length, and how close
    /// one follows another. It takes the contacts as they are, without the time for which a detector is held occupied for the interlock.
    /// Integers only; a speed is as exact as the scan: one scan in the time from one detector to the other.
    /// </summary>
    public sealed class PassageSense
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2 + PassageLeg.StateWords + PassageLeg.StateWords;

        private readonly int _detectorMm;
        private readonly int _releaseMs;
        private readonly PassageLeg _forward;
        private readonly PassageLeg _backward;

        // A detector that has seen nothing yet may see a vehicle that was there before.
        private bool _entry = true;
        private bool _exit = true;

        /// <summary>Makes the sense of a pair.</summary>
        /// <param name="distanceMm">Distance of the leading edges of the detectors, in millimetres, 1 to 20000.</param>
        /// <param name="detectorMm">Length of each detector along the road, in millimetres; 0: lengths of vehicles are not told.</param>
        /// <param name="releaseMs">How much longer a detector takes to release than to detect, in milliseconds.</param>
        public PassageSense(int distanceMm, int detectorMm, int releaseMs)
        {
            _detectorMm = detectorMm;
            _releaseMs = releaseMs;
            _forward = new PassageLeg(distanceMm);
            _backward = new PassageLeg(distanceMm);
        }

        /// <summary>In this scan a vehicle reached its second detector, so its direction is known: which; else None.</summary>
        public PassageDirection Reached { get; private set; }

        /// <summary>Its speed in millimetres a second; 0 when it could not be measured.</summary>
        public int ReachedMmS { get; private set; }

        /// <summary>In this scan a vehicle left the pair: which way; else None.</summary>
        public PassageDirection Ended { get; private set; }

        /// <summary>Its speed in millimetres a second; 0 when it could not be measured.</summary>
        public int EndedMmS { get; private set; }

        /// <summary>Its length in millimetres; 0 when it could not be measured.</summary>
        public int EndedLengthMm { get; private set; }

        /// <summary>In this scan a vehicle came so long behind another, in milliseconds, at most an hour, 0 when that one had not left; else -1.</summary>
        public int FollowsMs { get; private set; }

        /// <summary>One scan.</summary>
        /// <param name="entry">The entry detector sees something.</param>
        /// <param name="exit">The exit detector sees something.</param>
        /// <param name="nowMs">Uptime in milliseconds.</param>
        public void Step(bool entry, bool exit, long nowMs)
        {
            bool entryWas = _entry;
            bool exitWas = _exit;
            _entry = entry;
            _exit = exit;
            Reached = PassageDirection.None;
            Ended = PassageDirection.None;
            FollowsMs = -1;
            if (entry && !entryWas)
            {
                Rise(_backward, _forward, PassageDirection.Backward, exitWas, nowMs);
            }

            if (exit && !exitWas)
            {
                Rise(_forward, _backward, PassageDirection.Forward, entry, nowMs);
            }

            if (entryWas && !entry)
            {
                Fall(_forward, _backward, PassageDirection.Backward, nowMs);
            }

            if (exitWas && !exit)
            {
                Fall(_backward, _forward, PassageDirection.Forward, nowMs);
            }

            if (_forward.GiveUp(entry, nowMs) | _backward.GiveUp(exit, nowMs))
            {
                TurnBack();
            }
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _entry = frame.Pass(_entry);
            _exit = frame.Pass(_exit);
            _forward.Exchange(frame);
            _backward.Exchange(frame);
        }

        // A detector begins to see: the second one of a vehicle that is on its way, or else the first one of a new vehicle.
        private void Rise(PassageLeg ends, PassageLeg begins, PassageDirection direction, bool otherOn, long nowMs)
        {
            if (ends.Waits || (!begins.Busy && ends.Hides(otherOn, nowMs)))
            {
                ends.Reach(otherOn, nowMs);
                Reached = direction;
                ReachedMmS = ends.SpeedMmS;
                return;
            }

            FollowsMs = begins.Busy ? 0 : begins.LeftMs < 0 ? -1 : Capped(nowMs - begins.LeftMs);
            begins.Enter(nowMs);
        }

        // A detector ceases to see: the first one of one direction, the second one of the other.
        private void Fall(PassageLeg first, PassageLeg second, PassageDirection direction, long nowMs)
        {
            int seenMs = second.LeaveSecond(nowMs);
            if (seenMs >= 0)
            {
                Ended = direction;
                EndedMmS = second.SpeedMmS;
                EndedLengthMm = LengthMm(seenMs, EndedMmS);
            }

            if (first.LeaveFirst(nowMs))
            {
                TurnBack();
            }
        }

        private void TurnBack()
        {
            Ended = PassageDirection.TurnedBack;
            EndedMmS = 0;
            EndedLengthMm = 0;
        }

        // Longer than a road train at walking pace it has stood still, and its length cannot be told.
        private int LengthMm(int seenMs, int speedMmS)
        {
            const int mostMs = 30000;
            int overMs = seenMs - _releaseMs;
            if (_detectorMm == 0 || speedMmS == 0 || overMs <= 0 || overMs > mostMs)
            {
                return 0;
            }

            int lengthMm = (overMs * (speedMmS / 10) / 100) - _detectorMm;
            return lengthMm > 0 ? lengthMm : 0;
        }

        private static int Capped(long ms)
        {
            return ms > 3600000 ? 3600000 : (int)ms;
        }
    }
}
