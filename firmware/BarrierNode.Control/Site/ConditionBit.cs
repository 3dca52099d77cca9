using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Numbers of the condition image: 0 to 31 are the inputs of the site table, then come the conditions that the controller derives.
    /// </summary>
    public static class ConditionBit
    {
        /// <summary>A quiet window is in force: something that can stall the node runs, so nothing may move.</summary>
        public const int Quiet = 32;

        /// <summary>Every barrier of the lane is proven at its upper end and none at its lower.</summary>
        public const int LaneUp = 0;

        /// <summary>Every barrier of the lane is proven at its lower end and none at its upper.</summary>
        public const int LaneDown = 1;

        /// <summary>The lane has warned for the whole warning time of the move that it is about to make or is making.</summary>
        public const int LaneWarned = 2;

        /// <summary>A stroke of the lane ran longer than its time-out.</summary>
        public const int LaneOverrun = 3;

        /// <summary>A barrier of the lane is reported at both ends.</summary>
        public const int LaneConflict = 4;

        /// <summary>A control room has given the emergency stop of the lane in this scan.</summary>
        public const int LaneRemoteStop = 5;

        /// <summary>A feedback contact of the lane's drives did not follow its output (the gate finds this).</summary>
        public const int LaneFeedback = 6;

        /// <summary>The two channels of an input disagreed for too long (the gate finds this).</summary>
        public const int Channels = 34;

        private const int FirstLane = 36;
        private const int LaneBits = 7;

        /// <summary>Number of a lane's condition.</summary>
        /// <param name="lane">Number of the lane, 0 to 3.</param>
        /// <param name="condition">One of the Lane constants.</param>
        public static int OfLane(int lane, int condition)
        {
            return FirstLane + (lane * LaneBits) + condition;
        }

        /// <summary>
        /// The conditions that are reasons to a person: all inputs and <see cref="Quiet"/>. The lane's own bookkeeping (already up, not
        /// yet warned) refuses in the gate but blocks nobody.
        /// </summary>
        public const long Reasons = 0x1FFFFFFFFL;

        /// <summary>Name of a condition for messages: the input's name from the site file, or the derived condition's.</summary>
        /// <param name="site">The site table.</param>
        /// <param name="bit">Number of the condition.</param>
        public static string Name(SiteTable site, int bit)
        {
            if (bit < site.InputNames.Length)
            {
                return site.InputNames[bit];
            }

            switch (bit)
            {
                case Quiet: return "quiet";
                case Channels: return "channels";
                case GateTable.TableFault: return "tableFault";
            }

            int lane = (bit - FirstLane) / LaneBits;
            if (bit < FirstLane || lane >= site.Lanes.Length)
            {
                return "condition" + bit;
            }

            return site.Lanes[lane].Id + "." + LaneName((bit - FirstLane) % LaneBits);
        }

        private static string LaneName(int condition)
        {
            switch (condition)
            {
                case LaneUp: return "provenUp";
                case LaneDown: return "provenDown";
                case LaneWarned: return "warned";
                case LaneOverrun: return "overrun";
                case LaneConflict: return "conflict";
                case LaneRemoteStop: return "remoteStop";
                default: return "feedback";
            }
        }
    }
}
