using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// People who come and go over the counting lines. Too many of them, or too many at once: the lane must not close, and opens where it may.
    /// Two streams against each other: it must not close.
    /// </summary>
    internal sealed class Crowd
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = CrowdCount.StateWords + 8;

        private const long TellUs = 1000000;
        private const long KeepUs = 60000000;
        private const int OpenAt = CrowdState.Density | CrowdState.Surge;

        private readonly CrowdCount _count = new CrowdCount();
        private readonly CrowdLimits _limits;
        private readonly bool _fitted;
        private readonly bool _opens;
        private int _over;
        private int _toldEvents;
        private long _tellUs;
        private long _keepUs;
        private int _toldPeople = -1;
        private int _toldIn;
        private int _toldOut;
        private int _toldOver;

        /// <summary>Makes it for a lane.</summary>
        public Crowd(LaneScan scan)
        {
            int areaM2 = scan.Setting(LaneSetting.CrowdAreaM2);
            _fitted = areaM2 > 0 && (scan.HasInput(InputRole.CountIn) || scan.HasInput(InputRole.CountOut));
            _opens = scan.Setting(LaneSetting.EgressOpens) != 0;
            _limits = new CrowdLimits(
                areaM2,
                scan.Setting(LaneSetting.CrowdDensityPerM2x10),
                scan.Setting(LaneSetting.CrowdSurgePerMin),
                scan.Setting(LaneSetting.CrowdCounterFlowPercent));
            _count.Set(scan.Kept.Get(KeptSlot.People));
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (!_fitted)
            {
                return;
            }

            int rose = scan.Inputs & ~scan.InputsBefore;
            int came = Ones(rose & scan.Table.RoleInputs[(int)InputRole.CountIn]);
            int went = Ones(rose & scan.Table.RoleInputs[(int)InputRole.CountOut]);
            _count.Step(came, went, scan.StepUs);
            int over = _limits.Over(_count, _over);
            _over = over;
            scan.Hold(LaneHold.Crowd, over != 0, false, false);
            if (_opens && (over & OpenAt) != 0)
            {
                scan.Ask(CommandOp.Lower, MoveOrigin.Egress);
            }

            _tellUs += scan.StepUs;
            if (_over != _toldEvents)
            {
                TellChange(scan);
            }
            else
            {
                Publish(scan);
            }

            Keep(scan);
        }

        /// <summary>Takes the command: somebody has counted the people.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">How many there are.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (!_fitted)
            {
                return RefusalReason.NotFitted;
            }

            if (argument < 0 || argument > CrowdCount.MaxPeople)
            {
                return RefusalReason.OutOfRange;
            }

            _count.Set(argument);
            scan.Kept.Set(KeptSlot.People, argument);
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _over = frame.Pass(_over);
            _toldEvents = frame.Pass(_toldEvents);
            _tellUs = frame.Pass(_tellUs);
            _keepUs = frame.Pass(_keepUs);
            _toldPeople = frame.Pass(_toldPeople);
            _toldIn = frame.Pass(_toldIn);
            _toldOut = frame.Pass(_toldOut);
            _toldOver = frame.Pass(_toldOver);
            _count.Exchange(frame);
        }

        // Ones of a word, added up side by side: pairs, fours, bytes, all.
        private static int Ones(int word)
        {
            int pairs = (word & 0x55555555) + ((word >> 1) & 0x55555555);
            int fours = (pairs & 0x33333333) + ((pairs >> 2) & 0x33333333);
            int bytes = (fours & 0x0F0F0F0F) + ((fours >> 4) & 0x0F0F0F0F);
            int halves = bytes + (bytes >> 8);
            return (halves + (halves >> 16)) & 63;
        }

        // One a scan: events at once must not make a scan late.
        private void TellChange(LaneScan scan)
        {
            int changed = _over ^ _toldEvents;
            int which = changed & -changed;
            _toldEvents ^= which;
            scan.Tell(EventCode.CrowdThreshold, which | ((_over & which) != 0 ? 256 : 0), _count.People);
        }

        // At most once a second, and only what is new.
        private void Publish(LaneScan scan)
        {
            bool same = _toldPeople == _count.People && _toldIn == _count.InPerMin && _toldOut == _count.OutPerMin && _toldOver == _over;
            if (same || (_tellUs < TellUs && _toldPeople >= 0))
            {
                return;
            }

            Reporter reporter = scan.Reporter;
            if (reporter.Ring.Put(
                ReportKind.Crowd, scan.Number, _over, _count.People, CommandOp.None, -1, _count.InPerMin, _count.OutPerMin, 0, reporter.UptimeMs))
            {
                _tellUs = 0;
                _toldPeople = _count.People;
                _toldIn = _count.InPerMin;
                _toldOut = _count.OutPerMin;
                _toldOver = _over;
            }
        }

        // Flash wears out: once a minute is enough.
        private void Keep(LaneScan scan)
        {
            _keepUs += scan.StepUs;
            if (_keepUs >= KeepUs)
            {
                _keepUs = 0;
                scan.Kept.Set(KeptSlot.People, _count.People);
            }
        }
    }
}
