using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The names of the enums in messages; on the chip an enum does not know its own.</summary>
    public static class Names
    {
        /// <summary>Name of a direction.</summary>
        /// <param name="direction">The direction.</param>
        public static string Of(PassageDirection direction)
        {
            switch (direction)
            {
                case PassageDirection.None: return "none";
                case PassageDirection.Forward: return "forward";
                case PassageDirection.Backward: return "backward";
                case PassageDirection.TurnedBack: return "turnedBack";
                default: return "direction" + (int)direction;
            }
        }

        /// <summary>Name of what a frequency loop says.</summary>
        /// <param name="state">The state.</param>
        public static string Of(LoopState state)
        {
            switch (state)
            {
                case LoopState.Starting: return "starting";
                case LoopState.Clear: return "clear";
                case LoopState.Occupied: return "occupied";
                case LoopState.Unconfirmed: return "unconfirmed";
                case LoopState.Fault: return "fault";
                default: return "state" + (int)state;
            }
        }

        /// <summary>Name of a fault of a frequency loop.</summary>
        /// <param name="fault">The fault.</param>
        public static string Of(LoopFault fault)
        {
            switch (fault)
            {
                case LoopFault.None: return "none";
                case LoopFault.Open: return "open";
                case LoopFault.Short: return "short";
                case LoopFault.Step: return "step";
                case LoopFault.NoReading: return "noReading";
                default: return "fault" + (int)fault;
            }
        }

        /// <summary>Name of a refusal.</summary>
        /// <param name="reason">The reason.</param>
        public static string Of(RefusalReason reason)
        {
            switch (reason)
            {
                case RefusalReason.None: return "none";
                case RefusalReason.Retained: return "retained";
                case RefusalReason.TooLarge: return "tooLarge";
                case RefusalReason.Malformed: return "malformed";
                case RefusalReason.NoKey: return "noKey";
                case RefusalReason.BadSignature: return "badSignature";
                case RefusalReason.BadPayload: return "badPayload";
                case RefusalReason.BadField: return "badField";
                case RefusalReason.WrongAudience: return "wrongAudience";
                case RefusalReason.WrongBoot: return "wrongBoot";
                case RefusalReason.Stale: return "stale";
                case RefusalReason.OldSequence: return "oldSequence";
                case RefusalReason.TooManyIssuers: return "tooManyIssuers";
                case RefusalReason.UnknownLane: return "unknownLane";
                case RefusalReason.UnknownOperation: return "unknownOperation";
                case RefusalReason.Interlocked: return "interlocked";
                case RefusalReason.Tripped: return "tripped";
                case RefusalReason.Superseded: return "superseded";
                case RefusalReason.StrokeOverrun: return "strokeOverrun";
                case RefusalReason.LateScan: return "lateScan";
                case RefusalReason.NothingLatched: return "nothingLatched";
                case RefusalReason.CauseStands: return "causeStands";
                case RefusalReason.Busy: return "busy";
                case RefusalReason.NotPermitted: return "notPermitted";
                case RefusalReason.Held: return "held";
                case RefusalReason.NotFitted: return "notFitted";
                case RefusalReason.OutOfRange: return "outOfRange";
                case RefusalReason.Released: return "released";
                case RefusalReason.Waiting: return "waiting";
                case RefusalReason.NothingToUndo: return "nothingToUndo";
                case RefusalReason.TooOften: return "tooOften";
                case RefusalReason.SamePerson: return "samePerson";
                case RefusalReason.EndUnproven: return "endUnproven";
                case RefusalReason.LimitStuck: return "limitStuck";
                default: return "reason" + (int)reason;
            }
        }

        /// <summary>Name of an operation.</summary>
        /// <param name="op">The operation.</param>
        public static string Of(CommandOp op)
        {
            switch (op)
            {
                case CommandOp.Raise: return "raise";
                case CommandOp.Lower: return "lower";
                case CommandOp.Stop: return "stop";
                case CommandOp.EmergencyStop: return "estop";
                case CommandOp.Reset: return "reset";
                case CommandOp.KeepOpen: return "keepOpen";
                case CommandOp.Release: return "release";
                case CommandOp.Convoy: return "convoy";
                case CommandOp.EmergencyOperation: return "efo";
                case CommandOp.EmergencyOperationEnd: return "efoEnd";
                case CommandOp.EmergencyVehicle: return "emergencyVehicle";
                case CommandOp.Egress: return "egress";
                case CommandOp.Automatic: return "automatic";
                case CommandOp.Bypass: return "bypass";
                case CommandOp.Consent: return "consent";
                case CommandOp.Confirm: return "confirm";
                case CommandOp.SelfTest: return "selfTest";
                case CommandOp.Serviced: return "serviced";
                case CommandOp.Clock: return "clock";
                case CommandOp.ConfirmClear: return "confirmClear";
                case CommandOp.CrowdCount: return "crowdCount";
                default: return "none";
            }
        }

        /// <summary>The operation of a name.</summary>
        /// <param name="name">A name from a command.</param>
        /// <returns>The operation, or None when the name is not known.</returns>
        public static CommandOp Operation(string name)
        {
            for (CommandOp op = CommandOp.Raise; op <= CommandOp.CrowdCount; op++)
            {
                if (Of(op) == name)
                {
                    return op;
                }
            }

            return CommandOp.None;
        }

        /// <summary>Name of who asks for a move.</summary>
        /// <param name="origin">The origin.</param>
        public static string Of(MoveOrigin origin)
        {
            switch (origin)
            {
                case MoveOrigin.Automatic: return "automatic";
                case MoveOrigin.Timetable: return "timetable";
                case MoveOrigin.Command: return "command";
                case MoveOrigin.Panel: return "panel";
                case MoveOrigin.EmergencyVehicle: return "emergencyVehicle";
                case MoveOrigin.Egress: return "egress";
                case MoveOrigin.EmergencyOperation: return "emergencyOperation";
                default: return "none";
            }
        }

        /// <summary>Name of the way on which an emergency was asked for.</summary>
        /// <param name="way">The way.</param>
        public static string Of(AskedBy way)
        {
            switch (way)
            {
                case AskedBy.Button: return "button";
                case AskedBy.Key: return "key";
                case AskedBy.Siren: return "siren";
                case AskedBy.Input: return "input";
                default: return "command";
            }
        }

        /// <summary>Name of a stage.</summary>
        /// <param name="stage">The stage.</param>
        public static string Of(AckStage stage)
        {
            switch (stage)
            {
                case AckStage.Accepted: return "accepted";
                case AckStage.Refused: return "refused";
                case AckStage.Moving: return "moving";
                case AckStage.Done: return "done";
                default: return "aborted";
            }
        }

        /// <summary>Name of a position.</summary>
        /// <param name="position">The position.</param>
        public static string Of(LanePosition position)
        {
            switch (position)
            {
                case LanePosition.Up: return "up";
                case LanePosition.Down: return "down";
                case LanePosition.Raising: return "raising";
                case LanePosition.Lowering: return "lowering";
                case LanePosition.Stopped: return "stopped";
                default: return "unknown";
            }
        }

        /// <summary>Name of a mode.</summary>
        /// <param name="mode">The mode.</param>
        public static string Of(LaneMode mode)
        {
            switch (mode)
            {
                case LaneMode.Remote: return "remote";
                case LaneMode.Tripped: return "tripped";
                case LaneMode.Local: return "local";
                case LaneMode.Maintenance: return "maintenance";
                case LaneMode.Test: return "test";
                default: return "starting";
            }
        }

        /// <summary>Name of a signal.</summary>
        /// <param name="signal">The signal.</param>
        public static string Of(LaneSignal signal)
        {
            switch (signal)
            {
                case LaneSignal.Red: return "red";
                case LaneSignal.Green: return "green";
                default: return "dark";
            }
        }

        /// <summary>Name of what is wrong with a lamp.</summary>
        /// <param name="kind">The fault.</param>
        public static string Of(LampFaultKind kind)
        {
            switch (kind)
            {
                case LampFaultKind.RedDead: return "redDead";
                case LampFaultKind.GreenDead: return "greenDead";
                case LampFaultKind.RedStuck: return "redStuck";
                default: return "greenStuck";
            }
        }

        /// <summary>Name of a step of the self-test.</summary>
        /// <param name="step">The step.</param>
        public static string Of(SelfTestStep step)
        {
            switch (step)
            {
                case SelfTestStep.Act: return "act";
                case SelfTestStep.Clear: return "clear";
                case SelfTestStep.Lamps: return "lamps";
                case SelfTestStep.All: return "all";
                default: return "none";
            }
        }

        /// <summary>Name of what the calendar says.</summary>
        /// <param name="says">What it says.</param>
        public static string Of(CalendarSays says)
        {
            switch (says)
            {
                case CalendarSays.Open: return "open";
                case CalendarSays.Closed: return "closed";
                default: return "nothing";
            }
        }

        /// <summary>Name of a trip.</summary>
        /// <param name="code">The trip.</param>
        public static string Of(TripCode code)
        {
            switch (code)
            {
                case TripCode.EmergencyStop: return "emergencyStop";
                case TripCode.RemoteEmergencyStop: return "remoteEmergencyStop";
                case TripCode.StrokeOverrun: return "strokeOverrun";
                case TripCode.LimitConflict: return "limitConflict";
                case TripCode.FeedbackFault: return "feedbackFault";
                case TripCode.ChannelDiscrepancy: return "channelDiscrepancy";
                case TripCode.TableFault: return "tableFault";
                default: return "trip" + (int)code;
            }
        }

        /// <summary>Name of an event.</summary>
        /// <param name="code">The event.</param>
        public static string Of(EventCode code)
        {
            switch (code)
            {
                case EventCode.Started: return "started";
                case EventCode.CommandAccepted: return "commandAccepted";
                case EventCode.CommandRefused: return "commandRefused";
                case EventCode.MoveStarted: return "moveStarted";
                case EventCode.MoveDone: return "moveDone";
                case EventCode.MoveAborted: return "moveAborted";
                case EventCode.Reversed: return "reversed";
                case EventCode.Tripped: return "tripped";
                case EventCode.TripReset: return "tripReset";
                case EventCode.LateScan: return "lateScan";
                case EventCode.PositionLost: return "positionLost";
                case EventCode.Detected: return "detected";
                case EventCode.Cleared: return "cleared";
                case EventCode.LinkUp: return "linkUp";
                case EventCode.LinkDown: return "linkDown";
                case EventCode.EventsLost: return "eventsLost";
                case EventCode.HoldSet: return "holdSet";
                case EventCode.HoldCleared: return "holdCleared";
                case EventCode.MoveAsked: return "moveAsked";
                case EventCode.WishRefused: return "wishRefused";
                case EventCode.ModeChanged: return "modeChanged";
                case EventCode.EmergencyOperationStarted: return "emergencyOperationStarted";
                case EventCode.EmergencyOperationEnded: return "emergencyOperationEnded";
                case EventCode.Duress: return "duress";
                case EventCode.EmergencyVehicleSeen: return "emergencyVehicleSeen";
                case EventCode.EgressRequested: return "egressRequested";
                case EventCode.EgressEnded: return "egressEnded";
                case EventCode.Passage: return "passage";
                case EventCode.WrongWay: return "wrongWay";
                case EventCode.Overspeed: return "overspeed";
                case EventCode.Tailgating: return "tailgating";
                case EventCode.CrowdThreshold: return "crowdThreshold";
                case EventCode.LoopFault: return "loopFault";
                case EventCode.LoopFaultEnded: return "loopFaultEnded";
                case EventCode.LoopNoise: return "loopNoise";
                case EventCode.LampFault: return "lampFault";
                case EventCode.LampFaultEnded: return "lampFaultEnded";
                case EventCode.StrokeMeasured: return "strokeMeasured";
                case EventCode.StrokeDeviation: return "strokeDeviation";
                case EventCode.RetryStarted: return "retryStarted";
                case EventCode.ServiceDue: return "serviceDue";
                case EventCode.Serviced: return "serviced";
                case EventCode.SelfTestPassed: return "selfTestPassed";
                case EventCode.SelfTestFailed: return "selfTestFailed";
                case EventCode.BypassSet: return "bypassSet";
                case EventCode.BypassEnded: return "bypassEnded";
                case EventCode.Tampered: return "tampered";
                case EventCode.TamperEnded: return "tamperEnded";
                case EventCode.EquipmentInput: return "equipmentInput";
                case EventCode.TimetableMove: return "timetableMove";
                case EventCode.ClockSet: return "clockSet";
                case EventCode.HubLost: return "hubLost";
                case EventCode.HubBack: return "hubBack";
                case EventCode.EmergencyStrokeSlow: return "emergencyStrokeSlow";
                case EventCode.EmergencyVehicleServed: return "emergencyVehicleServed";
                case EventCode.ConsentLapsed: return "consentLapsed";
                default: return "event" + (int)code;
            }
        }
    }
}
