using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The lamps: red flashes while the lane warns and moves, and both are compared with their current. Without a working red nothing rises by
    /// itself; a lamp that does not go dark takes green away.
    /// </summary>
    internal sealed class Lamps
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = (2 * LampWatch.StateWords) + Flash.StateWords + 1;

        private readonly bool _flashes;
        private readonly LampWatch _red;
        private readonly LampWatch _green;
        private readonly Flash _flash = new Flash();
        private int _told;

        /// <summary>Makes the lamps of a lane.</summary>
        public Lamps(LaneScan scan)
        {
            LaneTable table = scan.Table;
            int checkMs = scan.Setting(LaneSetting.LampCheckMs);
            _flashes = scan.Setting(LaneSetting.FlashInMotion) != 0;
            _red = new LampWatch(table.RedOutputs, table.RoleInputs[(int)InputRole.RedCurrent], checkMs);
            _green = new LampWatch(table.GreenOutputs, table.RoleInputs[(int)InputRole.GreenCurrent], checkMs);
        }

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            _red.Step(scan);
            _green.Step(scan);
            Tell(scan);
            bool conflict = _red.Stuck || _green.Stuck;
            scan.HoldUnattended(LaneHold.RedLampFailed, _red.Dead);
            scan.HoldUnattended(LaneHold.LampConflict, conflict);
            if (conflict)
            {
                scan.Suppressed |= scan.Table.GreenOutputs;
            }

            // Beside a green that does not go out red stays steady.
            bool flashing = _flashes && !scan.Still && !_green.Stuck;
            if (!_flash.Step(scan.StepUs, flashing) && flashing)
            {
                scan.Suppressed |= scan.Table.RedOutputs;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _red.Exchange(frame);
            _green.Exchange(frame);
            _flash.Exchange(frame);
            _told = frame.Pass(_told);
        }

        // One change a scan: more at once must not make it late.
        private void Tell(LaneScan scan)
        {
            int now = Bit(LampFaultKind.RedDead, _red.Dead) | Bit(LampFaultKind.GreenDead, _green.Dead)
                | Bit(LampFaultKind.RedStuck, _red.Stuck) | Bit(LampFaultKind.GreenStuck, _green.Stuck);
            int changed = (now ^ _told) & -(now ^ _told);
            if (changed == 0)
            {
                return;
            }

            _told ^= changed;
            LampFaultKind kind = changed == Bit(LampFaultKind.RedDead, true) ? LampFaultKind.RedDead
                : changed == Bit(LampFaultKind.GreenDead, true) ? LampFaultKind.GreenDead
                : changed == Bit(LampFaultKind.RedStuck, true) ? LampFaultKind.RedStuck : LampFaultKind.GreenStuck;
            scan.Tell((_told & changed) != 0 ? EventCode.LampFault : EventCode.LampFaultEnded, (int)kind, 0);
        }

        private static int Bit(LampFaultKind kind, bool found)
        {
            return found ? 1 << (int)kind : 0;
        }
    }
}
