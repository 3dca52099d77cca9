using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Opens so that people can get out, and stays open until it is released. It survives a power cut: then it keeps the lane from being raised,
    /// and opens again only when the alarm still stands or a person asks anew.
    /// </summary>
    internal sealed class Egress
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        private bool _inForce;
        private bool _opening;
        private bool _alarm;

        /// <summary>Begins in force when it was so before the power went.</summary>
        public Egress(LaneScan scan)
        {
            _inForce = scan.Kept.Get(KeptSlot.Egress) != 0;
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            bool alarm = CauseStands(scan);
            bool opens = scan.Setting(LaneSetting.EgressOpens) != 0;
            if (alarm && !_alarm)
            {
                Request(scan, AskedBy.Input, opens);
            }
            else if (_alarm && !alarm && !_inForce)
            {
                scan.Tell(EventCode.EgressEnded, 0, 0);
            }

            _alarm = alarm;
            _opening = _opening && !scan.JustHalted;
            scan.Hold(LaneHold.Egress, _inForce, false, false);
            if (_inForce && _opening)
            {
                scan.Ask(CommandOp.Lower, MoveOrigin.Egress);

                // Asked once, so that the refusal is told; a reset must not open the lane.
                _opening = !scan.Tripped;
            }
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Not used.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (scan.Setting(LaneSetting.EgressOpens) == 0)
            {
                return RefusalReason.NotFitted;
            }

            Request(scan, AskedBy.Command, true);
            return RefusalReason.None;
        }

        /// <summary>Undoes what is in force.</summary>
        /// <returns>True when something was.</returns>
        public bool Release(LaneScan scan)
        {
            if (!_inForce || CauseStands(scan))
            {
                return false;
            }

            _inForce = false;
            _opening = false;
            scan.Kept.Set(KeptSlot.Egress, 0);
            scan.Tell(EventCode.EgressEnded, 0, 0);
            return true;
        }

        /// <summary>The alarm or the button still acts.</summary>
        public bool CauseStands(LaneScan scan)
        {
            return scan.On(InputRole.EgressRequest);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _inForce = frame.Pass(_inForce);
            _opening = frame.Pass(_opening);
            _alarm = frame.Pass(_alarm);
        }

        private void Request(LaneScan scan, AskedBy way, bool opens)
        {
            scan.Tell(EventCode.EgressRequested, (int)way, 0);
            if (!opens)
            {
                return;
            }

            _inForce = true;
            _opening = true;
            scan.Kept.Set(KeptSlot.Egress, 1);
            if (scan.Holds.Has(LaneHold.EmergencyOperation) && scan.Setting(LaneSetting.EgressDuringEfo) == 0)
            {
                // The raise of the emergency operation takes the place of this wish: so say here that people want to get out and cannot.
                scan.TellHeld(CommandOp.Lower, 1 << (int)LaneHold.EmergencyOperation);
            }
        }
    }
}
