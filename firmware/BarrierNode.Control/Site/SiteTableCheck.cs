using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The checks that a table must pass on the node, whoever made it: ranges, and the rules without which no lane may move.
    /// </summary>
    public static class SiteTableCheck
    {
        /// <summary>Looks for a fault.</summary>
        /// <param name="site">The table.</param>
        /// <returns>Null, or the first fault in words.</returns>
        public static string Fault(SiteTable site)
        {
            string fault = GateTableCheck.Fault(site.Gate.Words);
            if (fault != null)
            {
                return "its gate table " + fault;
            }

            if (site.Gate.InputCount != site.InputNames.Length || site.Gate.OutputCount != site.OutputNames.Length)
            {
                return "its gate table is for other inputs or outputs";
            }

            if (site.Lanes.Length == 0)
            {
                return "has no lane";
            }

            if (site.ResetInput >= site.InputNames.Length)
            {
                return "the reset input does not exist";
            }

            if (DiscrepancyStopsNothing(site.Gate))
            {
                return "an output requires a two-channel input and goes on when its channels disagree";
            }

            fault = LoopTableCheck.Fault(site);
            if (fault != null)
            {
                return fault;
            }

            int lanesMotion = 0;
            for (int l = 0; l < site.Lanes.Length; l++)
            {
                fault = LaneFault(site, site.Lanes[l], l) ?? FeedbackFault(site, l);
                if (fault != null)
                {
                    return "lane " + site.Lanes[l].Id + ": " + fault;
                }

                lanesMotion |= site.Lanes[l].RaiseOutputs | site.Lanes[l].LowerOutputs | FastValve(site.Lanes[l]);
            }

            return lanesMotion == site.Gate.MotionOutputs ? null : "motion outputs and the lanes' drives differ";
        }

        private static string LaneFault(SiteTable site, LaneTable lane, int number)
        {
            if (lane.Kind < LaneKind.BollardGroup || lane.Kind > LaneKind.PassiveBarrier)
            {
                return "its kind is not known";
            }

            bool driven = lane.Kind != LaneKind.PassiveBarrier;
            if (driven ? DrivesNotPossible(site, lane) : HasDrives(lane))
            {
                return "its outputs are not possible";
            }

            if (driven && (lane.RaiseTimeoutMs < 1 || BadTime(lane.RaiseTimeoutMs) || lane.LowerTimeoutMs < 1 || BadTime(lane.LowerTimeoutMs)
                || BadTime(lane.RaiseWarningMs) || BadTime(lane.LowerWarningMs)))
            {
                return "a time is out of range";
            }

            if (lane.UpInputs.Length == 0 || lane.DownInputs.Length == 0 || BadInput(site, lane.UpInputs) || BadInput(site, lane.DownInputs))
            {
                return "its limit switches are not possible";
            }

            if (lane.UpInputs.Length == lane.DownInputs.Length && OutOfStep(lane.UpInputs, lane.DownInputs))
            {
                return "its limit switches are not in the same order at both ends";
            }

            if (BadCalendar(lane))
            {
                return "its calendar is not possible";
            }

            if (SallyPortIsOpen(site, lane, number))
            {
                return "its sally port does not hold both lines";
            }

            int raises = lane.RaiseOutputs | FastValve(lane);
            long quiet = 1L << ConditionBit.Quiet;
            long up = 1L << ConditionBit.OfLane(number, ConditionBit.LaneUp);
            long down = 1L << ConditionBit.OfLane(number, ConditionBit.LaneDown);
            long warned = 1L << ConditionBit.OfLane(number, ConditionBit.LaneWarned);
            for (int o = 0; o < site.Gate.OutputCount; o++)
            {
                int bit = 1 << o;
                if ((raises & bit) != 0
                    && ((site.Gate.MustBeZero(o) & (quiet | up)) != (quiet | up) || (site.Gate.MustBeOne(o) & warned) == 0))
                {
                    return "a raise output lacks quiet, up or warned in its rules";
                }

                if ((lane.LowerOutputs & bit) != 0 && (site.Gate.MustBeZero(o) & (quiet | down)) != (quiet | down))
                {
                    return "a lower output lacks quiet or down in its rules";
                }

                if ((lane.HoldOutputs & bit) != 0 && (site.Gate.MustBeZero(o) & TripsOf(site, lane.RaiseOutputs)) != TripsOf(site, lane.RaiseOutputs))
                {
                    return "a trip that stops the raise does not let go of the hold";
                }

                if ((lane.GreenOutputs & bit) != 0 && (site.Gate.MustBeOne(o) & down) == 0)
                {
                    return "green does not require the proven lower end";
                }
            }

            return null;
        }

        // Up is driven; down is driven, or let go of. What holds is no motion: it may stay on in a late scan.
        private static bool DrivesNotPossible(SiteTable site, LaneTable lane)
        {
            int down = lane.LowerOutputs | lane.HoldOutputs;
            int lamps = lane.RedOutputs | lane.GreenOutputs | lane.WarningOutputs;
            return lane.RaiseOutputs == 0 || (lane.LowerOutputs == 0) == (lane.HoldOutputs == 0) || (lane.RaiseOutputs & down) != 0
                || (lane.HoldOutputs & site.Gate.MotionOutputs) != 0
                || ((lane.RaiseOutputs | down | lamps | lane.RoleOutputs[(int)OutputRole.Supply] | FastValve(lane)) & ~site.Gate.AllOutputs) != 0;
        }

        private static bool HasDrives(LaneTable lane)
        {
            return (lane.RaiseOutputs | lane.LowerOutputs | lane.HoldOutputs | lane.RedOutputs | lane.GreenOutputs | lane.WarningOutputs
                | lane.RoleOutputs[(int)OutputRole.Supply] | FastValve(lane)) != 0;
        }

        private static long TripsOf(SiteTable site, int outputs)
        {
            long trips = 0;
            for (int o = 0; o < site.Gate.OutputCount; o++)
            {
                if ((outputs & (1 << o)) != 0)
                {
                    trips |= site.Gate.MustBeZero(o) & site.Gate.TripConditions;
                }
            }

            return trips;
        }

        // A welded contactor does not obey its own output: its trip must end the permission pulse, or switch off the supply of its lane.
        private static string FeedbackFault(SiteTable site, int lane)
        {
            LaneTable table = site.Lanes[lane];
            int drives = table.RaiseOutputs | table.LowerOutputs | table.HoldOutputs;
            for (int o = 0; o < (int)site.Gate.Words[GateTable.FeedbackCountAt]; o++)
            {
                long fault = site.Gate.Words[GateTable.FeedbackFaultAt + o];
                if ((drives & (1 << o)) == 0 || (site.Gate.NodeTrips & fault) != 0)
                {
                    continue;
                }

                int supply = table.RoleOutputs[(int)OutputRole.Supply];
                if (supply == 0 || (TripsOf(site, supply) & fault) == 0)
                {
                    return "a feedback fault leaves the power on";
                }
            }

            return null;
        }

        // The fast stroke moves steel like the raise drive, and is bound like it.
        private static int FastValve(LaneTable lane)
        {
            return lane.RoleOutputs[(int)OutputRole.EfoValve];
        }

        // Both lanes name each other, and a line is lowered only while the other is proven up and not being lowered itself.
        private static bool SallyPortIsOpen(SiteTable site, LaneTable lane, int number)
        {
            if (lane.SallyLane < 0)
            {
                return false;
            }

            // A line that drops, or is moved by hand, cannot be kept from opening.
            if (lane.LowerOutputs == 0 || lane.SallyLane >= site.Lanes.Length || lane.SallyLane == number || site.Lanes[lane.SallyLane].SallyLane != number)
            {
                return true;
            }

            long otherUp = 1L << ConditionBit.OfLane(lane.SallyLane, ConditionBit.LaneUp);
            int otherLower = site.Lanes[lane.SallyLane].LowerOutputs;
            for (int o = 0; o < site.Gate.OutputCount; o++)
            {
                if ((lane.LowerOutputs & (1 << o)) != 0
                    && ((site.Gate.MustBeOne(o) & otherUp) == 0 || ((int)site.Gate.Words[GateTable.ExcludesAt + o] & otherLower) != otherLower))
                {
                    return true;
                }
            }

            return false;
        }

        // What requires one of two channels must also stop when they disagree (G7).
        private static bool DiscrepancyStopsNothing(GateTable gate)
        {
            for (int p = 0; p < (int)gate.Words[GateTable.PairCountAt]; p++)
            {
                long channels = 3L << (p + p);
                for (int o = 0; o < gate.OutputCount; o++)
                {
                    bool requires = ((gate.MustBeOne(o) | gate.MustBeZero(o)) & channels) != 0;
                    if (requires && (gate.MustBeZero(o) & gate.Words[GateTable.PairFaultAt + p]) == 0)
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private static bool BadCalendar(LaneTable lane)
        {
            for (int i = 0; i < lane.OpenDays.Length; i++)
            {
                int from = lane.OpenFromMinute[i];
                int to = lane.OpenToMinute[i];
                if (lane.OpenDays[i] < 1 || lane.OpenDays[i] > 127 || from < 0 || from > 1439 || to < 1 || to > 1440 || from == to)
                {
                    return true;
                }
            }

            for (int i = 0; i < lane.ClosedFromMinutes.Length; i++)
            {
                if (lane.ClosedFromMinutes[i] < 0 || lane.ClosedToMinutes[i] <= lane.ClosedFromMinutes[i])
                {
                    return true;
                }
            }

            return false;
        }

        private static bool BadTime(int timeMs)
        {
            return timeMs < 0 || 1000L * timeMs > GateTable.MaxTimeUs;
        }

        private static bool OutOfStep(int[] up, int[] down)
        {
            for (int i = 0; i < up.Length; i++)
            {
                if (down[i] - up[i] != down[0] - up[0])
                {
                    return true;
                }
            }

            return false;
        }

        private static bool BadInput(SiteTable site, int[] inputs)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] < 0 || inputs[i] >= site.InputNames.Length)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
