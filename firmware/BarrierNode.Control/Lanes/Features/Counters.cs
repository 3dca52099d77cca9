using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The counters that nobody can reset, and the countdown to the next service.</summary>
    internal sealed class Counters
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        private const long SecondUs = 1000000;

        private long _driveUs;
        private bool _tripped;
        private bool _told;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if ((scan.Permitted & (scan.Table.RaiseOutputs | scan.Table.LowerOutputs)) != 0)
            {
                _driveUs += scan.StepUs;
                if (_driveUs >= SecondUs)
                {
                    _driveUs -= SecondUs;
                    Count(scan, KeptSlot.DriveSeconds);
                }
            }

            if (scan.JustStarted == CommandOp.Raise)
            {
                Count(scan, KeptSlot.Cycles);
            }

            if (scan.JustReversed)
            {
                Count(scan, KeptSlot.Reversals);
            }

            if (scan.Tripped && !_tripped)
            {
                Count(scan, KeptSlot.Trips);
            }

            _tripped = scan.Tripped;
            TellService(scan);
        }

        /// <summary>Takes the command: the drive was serviced.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Not used.</param>
        /// <returns>None, or NotFitted where no service is counted.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (scan.Setting(LaneSetting.ServiceAfterCycles) == 0)
            {
                return RefusalReason.NotFitted;
            }

            int cycles = scan.Kept.Get(KeptSlot.Cycles);
            scan.Kept.Set(KeptSlot.ServicedAtCycles, cycles);
            scan.Tell(EventCode.Serviced, cycles, 0);
            _told = false;
            return RefusalReason.None;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _driveUs = frame.Pass(_driveUs);
            _tripped = frame.Pass(_tripped);
            _told = frame.Pass(_told);
        }

        private static void Count(LaneScan scan, KeptSlot slot)
        {
            scan.Kept.Set(slot, scan.Kept.Get(slot) + 1);
        }

        // Once a start: a reminder, not a flood.
        private void TellService(LaneScan scan)
        {
            int every = scan.Setting(LaneSetting.ServiceAfterCycles);
            int cycles = scan.Kept.Get(KeptSlot.Cycles);
            if (every > 0 && !_told && cycles - scan.Kept.Get(KeptSlot.ServicedAtCycles) >= every)
            {
                _told = true;
                scan.Tell(EventCode.ServiceDue, cycles, 0);
            }
        }
    }
}
