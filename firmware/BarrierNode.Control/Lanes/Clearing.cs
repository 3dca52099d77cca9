using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Who can clear what holds a lane. One table for every condition, hold and trip; the names travel.</summary>
    public static class Clearing
    {
        /// <summary>It goes away when the traffic does.</summary>
        public const string Traffic = "traffic";

        /// <summary>A person at the barrier or its cabinet.</summary>
        public const string OnSite = "onSite";

        /// <summary>The control room, by a command.</summary>
        public const string ControlRoom = "controlRoom";

        /// <summary>Nobody needs to: it passes.</summary>
        public const string Wait = "wait";

        /// <summary>Somebody who repairs.</summary>
        public const string Maintenance = "maintenance";

        /// <summary>Who clears a hold.</summary>
        /// <param name="hold">The hold.</param>
        public static string Of(LaneHold hold)
        {
            switch (hold)
            {
                case LaneHold.KeepOpen:
                case LaneHold.Convoy:
                case LaneHold.EmergencyOperation:
                case LaneHold.Egress:
                case LaneHold.RetriesSpent:
                case LaneHold.SelfTestOverdue:
                case LaneHold.ConsentMissing:
                case LaneHold.Restarted:
                case LaneHold.SallyPort:
                case LaneHold.Bypass:
                case LaneHold.AutomaticOff:
                    return ControlRoom;
                case LaneHold.EmergencyVehicle:
                case LaneHold.CycleLimit:
                case LaneHold.ClockUnknown:
                case LaneHold.EventClosure:
                case LaneHold.HubLost:
                    return Wait;
                case LaneHold.Crowd:
                    return Traffic;
                case LaneHold.RedLampFailed:
                case LaneHold.LampConflict:
                case LaneHold.PitWater:
                case LaneHold.StrokeDeviation:
                case LaneHold.SupplyFailed:
                    return Maintenance;
                default:
                    return OnSite;
            }
        }

        /// <summary>Who clears a trip; its cause must be gone first.</summary>
        /// <param name="code">The trip.</param>
        public static string Of(TripCode code)
        {
            switch (code)
            {
                case TripCode.RemoteEmergencyStop:
                    return ControlRoom;
                case TripCode.FeedbackFault:
                case TripCode.LimitConflict:
                case TripCode.TableFault:
                    return Maintenance;
                default:
                    return OnSite;
            }
        }

        /// <summary>Who clears a condition.</summary>
        /// <param name="site">The site table.</param>
        /// <param name="condition">Number of the condition.</param>
        public static string Of(SiteTable site, int condition)
        {
            return condition == ConditionBit.Quiet ? Wait
                : condition < site.InputNames.Length && ((site.DetectorInputs >> condition) & 1) != 0 ? Traffic : OnSite;
        }
    }
}
