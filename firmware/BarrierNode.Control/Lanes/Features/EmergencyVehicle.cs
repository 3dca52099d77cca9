using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Opens for emergency vehicles: by key, siren or command. Each way works when the others do not.</summary>
    internal sealed class EmergencyVehicle
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 4;

        private bool _hasWay;
        private bool _served;
        private long _askedMs;
        private long _sinceSignUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (scan.Rose(InputRole.EmergencyVehicleKey))
            {
                Request(scan, AskedBy.Key);
            }

            if (scan.Rose(InputRole.SirenInput))
            {
                Request(scan, AskedBy.Siren);
            }

            bool sign = CauseStands(scan) || (scan.ProvenDown && scan.Occupied);
            _sinceSignUs = sign ? 0 : _sinceSignUs + scan.StepUs;
            bool over = _sinceSignUs >= 1000L * scan.Setting(LaneSetting.EmergencyVehicleOpenMs);
            _hasWay = _hasWay && !over && !scan.JustHalted && !UnderAttack(scan);
            scan.Hold(LaneHold.EmergencyVehicle, _hasWay, false, false);
            if (!_hasWay)
            {
                return;
            }

            if (scan.ProvenDown && !_served)
            {
                _served = true;
                scan.Tell(EventCode.EmergencyVehicleServed, (int)(scan.UptimeMs - _askedMs), 0);
            }

            scan.Ask(CommandOp.Lower, MoveOrigin.EmergencyVehicle);

            // Asked once, so that the refusal is told; a reset must not open the lane.
            _hasWay = !scan.Tripped;
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Not used.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            if (UnderAttack(scan))
            {
                return RefusalReason.Held;
            }

            Request(scan, AskedBy.Command);
            return RefusalReason.None;
        }

        /// <summary>Undoes what is in force.</summary>
        /// <returns>True when something was.</returns>
        public bool Release(LaneScan scan)
        {
            bool ends = _hasWay && !CauseStands(scan);
            _hasWay = _hasWay && !ends;
            return ends;
        }

        /// <summary>The key is turned or the siren is heard.</summary>
        public bool CauseStands(LaneScan scan)
        {
            return scan.On(InputRole.EmergencyVehicleKey) || scan.On(InputRole.SirenInput);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _hasWay = frame.Pass(_hasWay);
            _served = frame.Pass(_served);
            _askedMs = frame.Pass(_askedMs);
            _sinceSignUs = frame.Pass(_sinceSignUs);
        }

        private static bool UnderAttack(LaneScan scan)
        {
            return scan.Holds.Has(LaneHold.EmergencyOperation);
        }

        private void Request(LaneScan scan, AskedBy way)
        {
            scan.Tell(EventCode.EmergencyVehicleSeen, (int)way, 0);
            _sinceSignUs = 0;
            if (UnderAttack(scan))
            {
                scan.TellHeld(CommandOp.Lower, 1 << (int)LaneHold.EmergencyOperation);
                return;
            }

            if (!_hasWay)
            {
                _hasWay = true;
                _served = false;
                _askedMs = scan.UptimeMs;
            }
        }
    }
}
