using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Measures every stroke from end to end and compares it with what was learned. Ice, debris, a leak, a limit switch that moved all change a
    /// stroke before it fails: one that deviates is told, three of one direction in a row stop unattended moves (H21).
    /// </summary>
    internal sealed class StrokeWatch
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        private const int HoldFrom = 3;

        // Each good stroke moves what was learned by an eighth: cold mornings are followed, a sudden change is not.
        private const int LearnShift = 3;

        private bool _whole;
        private int _leaveMs;
        private int _badRaises;
        private int _badLowers;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (scan.JustStarted != CommandOp.None)
            {
                _whole = AtStart(scan, scan.JustStarted);
                _leaveMs = 0;
            }

            if (_whole && _leaveMs == 0 && scan.Moved && !AtStart(scan, scan.Move))
            {
                _leaveMs = (int)(scan.StrokeUs / 1000);
            }

            if (scan.JustAborted != CommandOp.None)
            {
                _whole = false;
            }

            // The fast stroke of an emergency is another stroke.
            if (scan.JustDone != CommandOp.None && _whole && scan.DoneOrigin != MoveOrigin.EmergencyOperation)
            {
                _whole = false;
                Measure(scan, scan.JustDone, scan.DoneStrokeMs);
            }

            scan.HoldUnattended(LaneHold.StrokeDeviation, _badRaises >= HoldFrom || _badLowers >= HoldFrom);
        }

        /// <summary>Forgets the deviations: the drive was serviced.</summary>
        public void Forgive()
        {
            _badRaises = 0;
            _badLowers = 0;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _whole = frame.Pass(_whole);
            _leaveMs = frame.Pass(_leaveMs);
            _badRaises = frame.Pass(_badRaises);
            _badLowers = frame.Pass(_badLowers);
        }

        private static bool AtStart(LaneScan scan, CommandOp direction)
        {
            return direction == CommandOp.Raise ? scan.ProvenDown : scan.ProvenUp;
        }

        private void Measure(LaneScan scan, CommandOp direction, int strokeMs)
        {
            KeptSlot slot = direction == CommandOp.Raise ? KeptSlot.LearnedRaiseMs : KeptSlot.LearnedLowerMs;
            int learnedMs = scan.Kept.Get(slot);
            if (learnedMs == 0)
            {
                learnedMs = strokeMs;
                scan.Reporter.Event(EventCode.StrokeMeasured, scan.Number, direction, strokeMs, 0);
            }

            int percent = learnedMs == 0 ? 0 : (strokeMs - learnedMs) * 100 / learnedMs;
            int limit = scan.Setting(LaneSetting.StrokeDeviationPercent);
            bool deviates = limit > 0 && (percent > limit || percent < -limit);
            scan.Reporter.Stroke(scan.Number, direction, strokeMs, _leaveMs, learnedMs, percent);
            Judge(direction, deviates);
            if (deviates)
            {
                scan.Reporter.Event(EventCode.StrokeDeviation, scan.Number, direction, strokeMs, learnedMs);
                return;
            }

            scan.Kept.Set(slot, learnedMs + ((strokeMs - learnedMs) >> LearnShift));
        }

        private void Judge(CommandOp direction, bool deviates)
        {
            if (direction == CommandOp.Raise)
            {
                _badRaises = deviates ? _badRaises + 1 : 0;
            }
            else
            {
                _badLowers = deviates ? _badLowers + 1 : 0;
            }
        }
    }
}
