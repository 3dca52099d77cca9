using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The holds of a lane: which rules of operation forbid to raise, to lower, or to move without being asked by a person. The interlock is
    /// above them; they can only forbid more.
    /// </summary>
    public sealed class LaneHolds
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 3;

        /// <summary>Number of the values of <see cref="LaneHold"/>.</summary>
        public const int Count = 28;

        // What no origin overrides: the barrier cannot, or must not, be moved by its drive.
        private const int Physical = (1 << (int)LaneHold.ManualRelease) | (1 << (int)LaneHold.MaintenanceMode);

        /// <summary>What holds even an emergency raise: people in the way of it, or nothing to raise with. A mask.</summary>
        public const int AgainstEmergencyRaise = Physical | (1 << (int)LaneHold.PitWater) | (1 << (int)LaneHold.Egress) | (1 << (int)LaneHold.Crowd);

        // What holds even an opening for an emergency vehicle or a crowd: an attack, or the other line of a sally port.
        private const int AgainstEmergencyOpening = Physical | (1 << (int)LaneHold.EmergencyOperation) | (1 << (int)LaneHold.SallyPort);

        // What a person at the panel overrides by being there.
        private const int PanelOverrides = (1 << (int)LaneHold.LocalMode) | (1 << (int)LaneHold.MaintenanceMode) | (1 << (int)LaneHold.TestMode)
            | (1 << (int)LaneHold.Restarted) | (1 << (int)LaneHold.RetriesSpent) | (1 << (int)LaneHold.Bypass)
            | (1 << (int)LaneHold.CycleLimit);

        // What wants the lane closed does not hold the raise that closes it.
        private const int AgainstLoweringAlone = 1 << (int)LaneHold.EventClosure;

        // Only the calendar needs the time of day.
        private const int AgainstTimetableAlone = 1 << (int)LaneHold.ClockUnknown;

        private int _raise;
        private int _lower;
        private int _unattended;

        /// <summary>Every hold that is set, a mask.</summary>
        public int All
        {
            get { return _raise | _lower | _unattended; }
        }

        /// <summary>Sets or clears what a hold forbids.</summary>
        /// <param name="hold">The hold.</param>
        /// <param name="raise">It forbids to raise.</param>
        /// <param name="lower">It forbids to lower.</param>
        /// <param name="unattended">It forbids moves that no person asked for.</param>
        public void Set(LaneHold hold, bool raise, bool lower, bool unattended)
        {
            int bit = 1 << (int)hold;
            _raise = raise ? _raise | bit : _raise & ~bit;
            _lower = lower ? _lower | bit : _lower & ~bit;
            _unattended = unattended ? _unattended | bit : _unattended & ~bit;
        }

        /// <summary>Sets or clears a hold that only ever forbids moves that no person asked for.</summary>
        /// <param name="hold">The hold.</param>
        /// <param name="holds">It forbids them.</param>
        public void SetUnattended(LaneHold hold, bool holds)
        {
            int bit = 1 << (int)hold;
            _unattended = holds ? _unattended | bit : _unattended & ~bit;
        }

        /// <summary>True when a hold is set.</summary>
        /// <param name="hold">The hold.</param>
        public bool Has(LaneHold hold)
        {
            return (All & (1 << (int)hold)) != 0;
        }

        /// <summary>The holds that forbid a move, a mask.</summary>
        /// <param name="op">Raise or Lower.</param>
        /// <param name="origin">Who asks.</param>
        public int Against(CommandOp op, MoveOrigin origin)
        {
            int holds = op == CommandOp.Raise ? _raise : _lower;
            switch (origin)
            {
                case MoveOrigin.Automatic:
                    return holds | (Unattended(op) & ~AgainstTimetableAlone);
                case MoveOrigin.Timetable:
                    return holds | Unattended(op);
                case MoveOrigin.Panel:
                    return holds & ~PanelOverrides;
                case MoveOrigin.EmergencyVehicle:
                case MoveOrigin.Egress:
                    return op == CommandOp.Raise ? holds : holds & AgainstEmergencyOpening;
                case MoveOrigin.EmergencyOperation:
                    return holds & (op == CommandOp.Raise ? AgainstEmergencyRaise : Physical);
                default:
                    return holds;
            }
        }

        /// <summary>Name of a hold in messages.</summary>
        /// <param name="hold">The hold.</param>
        public static string Name(LaneHold hold)
        {
            switch (hold)
            {
                case LaneHold.LocalMode: return "localMode";
                case LaneHold.MaintenanceMode: return "maintenanceMode";
                case LaneHold.TestMode: return "testMode";
                case LaneHold.KeepOpen: return "keepOpen";
                case LaneHold.Convoy: return "convoy";
                case LaneHold.EmergencyOperation: return "emergencyOperation";
                case LaneHold.EmergencyVehicle: return "emergencyVehicle";
                case LaneHold.Egress: return "egress";
                case LaneHold.CycleLimit: return "cycleLimit";
                case LaneHold.RetriesSpent: return "retriesSpent";
                case LaneHold.SallyPort: return "sallyPort";
                case LaneHold.RedLampFailed: return "redLampFailed";
                case LaneHold.LampConflict: return "lampConflict";
                case LaneHold.SelfTestOverdue: return "selfTestOverdue";
                case LaneHold.PitWater: return "pitWater";
                case LaneHold.ManualRelease: return "manualRelease";
                case LaneHold.ConsentMissing: return "consentMissing";
                case LaneHold.ClockUnknown: return "clockUnknown";
                case LaneHold.EventClosure: return "eventClosure";
                case LaneHold.HubLost: return "hubLost";
                case LaneHold.Restarted: return "restarted";
                case LaneHold.StrokeDeviation: return "strokeDeviation";
                case LaneHold.Tampered: return "tampered";
                case LaneHold.SupplyFailed: return "supplyFailed";
                case LaneHold.Crowd: return "crowd";
                case LaneHold.Bypass: return "bypass";
                case LaneHold.ServiceExpired: return "serviceExpired";
                case LaneHold.AutomaticOff: return "automaticOff";
                default: return "hold" + (int)hold;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        /// <param name="frame">Where it is kept.</param>
        public void Exchange(StateFrame frame)
        {
            _raise = frame.Pass(_raise);
            _lower = frame.Pass(_lower);
            _unattended = frame.Pass(_unattended);
        }

        private int Unattended(CommandOp op)
        {
            return op == CommandOp.Raise ? _unattended & ~AgainstLoweringAlone : _unattended;
        }
    }
}
