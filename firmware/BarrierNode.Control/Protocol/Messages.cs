using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Makes the messages of docs/protocol.md. Used by the link thread.</summary>
    public sealed class Messages
    {
        /// <summary>Longest message of a node but a page of a flight record, in bytes.</summary>
        public const int MaxLength = 1024;

        /// <summary>Longest page of a flight record, in bytes: with its topic and TLS around it, it fits one segment of Ethernet.</summary>
        public const int MaxPageLength = 1300;

        /// <summary>Most bytes of a flight record in one page.</summary>
        public const int MaxPageData = 768;

        private readonly SiteTable _site;
        private readonly string _boot;
        private readonly JsonWriter _json = new JsonWriter(MaxLength);
        private readonly JsonWriter _page = new JsonWriter(MaxPageLength);
        private readonly long[] _stateSequence;
        private readonly long[] _whySequence;

        /// <summary>Makes the messages of one boot.</summary>
        /// <param name="site">The site table.</param>
        /// <param name="boot">The boot id.</param>
        public Messages(SiteTable site, string boot)
        {
            _site = site;
            _boot = boot;
            _stateSequence = new long[site.Lanes.Length];
            _whySequence = new long[site.Lanes.Length];
        }

        /// <summary>State of the connection.</summary>
        /// <param name="state">ready, alert, lost.</param>
        /// <param name="boot">The boot id.</param>
        public static byte[] Conn(string state, string boot)
        {
            JsonWriter json = new JsonWriter(MaxLength);
            json.Begin();
            json.Text("state", state);
            json.Text("boot", boot);
            return json.End();
        }

        /// <summary>What the node is.</summary>
        /// <param name="firmware">Version of the firmware.</param>
        public byte[] Birth(string firmware)
        {
            _json.Begin();
            _json.Number("schema", 1);
            _json.Text("boot", _boot);
            _json.Text("reset", "unknown");
            _json.Text("fw", firmware);
            _json.Text("interlock", InterlockVersion.Version);
            _json.Text("interlockHash", HexText.Of(InterlockVersion.SourceHash));
            _json.Text("table", HexText.Of(_site.Hash));
            _json.Text("board", _site.Board);
            _json.BeginArray("lanes");
            for (int i = 0; i < _site.Lanes.Length; i++)
            {
                _json.Item(_site.Lanes[i].Id);
            }

            _json.EndArray();
            _json.BeginArray("drops");
            for (int i = 0; i < _site.Lanes.Length; i++)
            {
                if (_site.Lanes[i].HoldOutputs != 0)
                {
                    _json.Item(_site.Lanes[i].Id);
                }
            }

            _json.EndArray();
            _json.BeginArray("can");
            for (CommandOp op = CommandOp.Raise; op <= CommandOp.CrowdCount; op++)
            {
                _json.Item(Names.Of(op));
            }

            _json.EndArray();
            return _json.End();
        }

        /// <summary>Sign of life.</summary>
        /// <param name="controller">The scan.</param>
        /// <param name="heapFree">Free heap in bytes, 0 when not known.</param>
        /// <param name="unconfirmed">Events that no hub has confirmed.</param>
        /// <param name="intake">The command intake.</param>
        public byte[] Beat(Controller controller, long heapFree, long unconfirmed, CommandIntake intake)
        {
            ScanMeter meter = controller.Meter;
            _json.Begin();
            _json.Number("beat", controller.Beat);
            _json.Text("boot", _boot);
            _json.Number("upMs", controller.UptimeMs);
            _json.Number("scanMeanUs", meter.ScanMeanUs);
            _json.Number("scanMaxUs", meter.ScanMaxUs);
            _json.Number("gapMinUs", meter.GapMinUs);
            _json.Number("gapP99Us", meter.GapP99Us);
            _json.Number("gapMaxUs", meter.GapMaxUs);
            _json.Number("late", meter.LateScans);
            _json.Number("heap", heapFree);
            _json.Number("journal", unconfirmed);
            _json.Number("refused", intake.RefusedCount);
            _json.Text("lastRefusal", Names.Of(intake.LastRefusal));
            return _json.End();
        }

        /// <summary>State of a lane, from the report that was taken last.</summary>
        /// <param name="report">A ring whose last report is a state.</param>
        /// <param name="commandId">Id of the lane's latest command, or empty.</param>
        public byte[] State(ReportRing report, string commandId)
        {
            int state = report.A;
            _json.Begin();
            _json.Number("seq", ++_stateSequence[report.Lane]);
            _json.Text("boot", _boot);
            _json.Number("upMs", report.UptimeMs);
            _json.Text("position", Names.Of(LaneState.Position(state)));
            _json.Text("mode", Names.Of(LaneState.Mode(state)));
            _json.Flag("protected", LaneState.IsProtected(state));
            Conditions("blockedBy", report.B, 0);
            Conditions("lowerBlockedBy", report.C, 0);
            Conditions("trips", 0, report.Trips);
            Holds("holds", report.Code);
            Efo(report);
            _json.Text("signal", Names.Of(LaneState.Signal(state)));
            _json.Flag("warning", LaneState.Warning(state));
            _json.Text("cmd", commandId);
            return _json.End();
        }

        /// <summary>A measured stroke, and the lane's counters, from the report that was taken last.</summary>
        /// <param name="report">A ring whose last report is a stroke.</param>
        /// <param name="kept">The counters.</param>
        public byte[] Stroke(ReportRing report, KeptValues kept)
        {
            int lane = report.Lane;
            int cycles = kept.Get(lane, KeptSlot.Cycles);
            int every = _site.Lanes[lane].Settings[(int)LaneSetting.ServiceAfterCycles];
            _json.Begin();
            _json.Text("boot", _boot);
            _json.Number("upMs", report.UptimeMs);
            _json.Text("op", Names.Of(report.Op));
            _json.Number("strokeMs", report.A);
            _json.Number("leaveMs", report.B);
            _json.Number("travelMs", report.A - report.B);
            _json.Number("learnedMs", report.C);
            _json.Number("deviationPercent", report.Code);
            _json.Number("cycles", cycles);
            _json.Number("driveS", kept.Get(lane, KeptSlot.DriveSeconds));
            _json.Number("reversals", kept.Get(lane, KeptSlot.Reversals));
            _json.Number("trips", kept.Get(lane, KeptSlot.Trips));
            if (every > 0)
            {
                _json.Number("serviceInCycles", every - (cycles - kept.Get(lane, KeptSlot.ServicedAtCycles)));
            }

            return _json.End();
        }

        /// <summary>What holds a lane, since when, and who can clear it. What finds no room is left out, and <c>whole</c> says so.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="why">What holds it.</param>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        public byte[] Why(int lane, LaneWhy why, long uptimeMs)
        {
            _whySequence[lane]++;
            WriteWhy(lane, why, uptimeMs, true);
            if (_json.Overflowed)
            {
                WriteWhy(lane, why, uptimeMs, false);
            }

            return _json.End();
        }

        /// <summary>The crowd at a lane, from the report that was taken last.</summary>
        /// <param name="report">A ring whose last report is a crowd.</param>
        public byte[] Crowd(ReportRing report)
        {
            _json.Begin();
            _json.Text("boot", _boot);
            _json.Number("upMs", report.UptimeMs);
            _json.Number("people", report.A);
            _json.Number("inPerMin", report.B);
            _json.Number("outPerMin", report.C);
            _json.BeginArray("over");
            for (int i = 0; i < CrowdState.Count; i++)
            {
                if ((report.Code & (1 << i)) != 0)
                {
                    _json.Item(CrowdState.Name(1 << i));
                }
            }

            _json.EndArray();
            return _json.End();
        }

        /// <summary>The figures of a frequency loop, from the report that was taken last.</summary>
        /// <param name="report">A ring whose last report is of a loop.</param>
        public byte[] Loop(ReportRing report)
        {
            _json.Begin();
            _json.Text("boot", _boot);
            _json.Number("upMs", report.UptimeMs);
            _json.Text("state", Names.Of(LoopReport.State(report.Code)));
            _json.Text("fault", Names.Of(LoopReport.Fault(report.Code)));
            _json.Number("deltaPpm", report.A);
            _json.Number("baselineMilliHz", report.Trips);
            _json.Number("driftPpmPerMin", report.B);
            _json.Number("trendPpm", report.C);
            _json.Number("noisePpm", report.Ticket);
            _json.Flag("noisy", LoopReport.IsNoisy(report.Code));
            return _json.End();
        }

        /// <summary>How far a command has come.</summary>
        /// <param name="log">Where the command is remembered.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        public byte[] Ack(CommandLog log, int ticket, long uptimeMs)
        {
            return Ack(
                log.Id(ticket), log.Op(ticket), log.Stage(ticket), log.Reason(ticket), log.Blocking(ticket), log.Trips(ticket), uptimeMs);
        }

        /// <summary>Refusal of a message that proved nothing: it has no id to answer to.</summary>
        /// <param name="reason">Why.</param>
        /// <param name="uptimeMs">Uptime in milliseconds.</param>
        public byte[] Refusal(RefusalReason reason, long uptimeMs)
        {
            return Ack(string.Empty, CommandOp.None, AckStage.Refused, reason, 0, 0, uptimeMs);
        }

        /// <summary>An event.</summary>
        /// <param name="entry">The event as stored.</param>
        /// <param name="after">Number of the event before it, when that is not one less; otherwise -1.</param>
        /// <param name="historical">It is sent later than it could have been.</param>
        public byte[] Event(JournalEntry entry, long after, bool historical)
        {
            _json.Begin();
            _json.Number("n", entry.Number);
            if (after >= 0)
            {
                _json.Number("after", after);
            }

            _json.Number("boot", entry.Start);
            _json.Number("upMs", entry.UptimeMs);
            _json.Text("code", Names.Of(entry.Code));
            if (entry.Lane >= 0 && entry.Lane < _site.Lanes.Length)
            {
                _json.Text("lane", _site.Lanes[entry.Lane].Id);
            }

            if (entry.Op != CommandOp.None)
            {
                _json.Text("op", Names.Of(entry.Op));
            }

            EventDetails(entry);
            _json.Flag("hist", historical);
            return _json.End();
        }

        /// <summary>A page of the frozen flight record.</summary>
        /// <param name="controller">The scan.</param>
        /// <param name="at">First byte of the record in the page.</param>
        /// <param name="data">The bytes.</param>
        /// <param name="count">How many of them, 1 to <see cref="MaxPageData"/>.</param>
        public byte[] RecordPage(Controller controller, int at, byte[] data, int count)
        {
            FlightRecorder recorder = controller.Recorder;
            _page.Begin();
            _page.Text("boot", _boot);
            _page.Number("record", recorder.Number);
            if (recorder.Reason < 0)
            {
                _page.Text("trip", "asked");
            }
            else
            {
                _page.Text("trip", TripName(recorder.Reason));
                _page.Number("condition", recorder.Reason);
            }

            _page.Number("upMs", controller.RecordUptimeMs);
            _page.Number("missed", recorder.Missed);
            _page.Number("length", recorder.Length);
            _page.Number("at", at);
            _page.Bytes("data", data, count);
            return _page.End();
        }

        private byte[] Ack(
            string id, CommandOp op, AckStage stage, RefusalReason reason, long blocking, long trips, long uptimeMs)
        {
            _json.Begin();
            _json.Text("id", id);
            _json.Text("op", Names.Of(op));
            _json.Text("stage", Names.Of(stage));
            if (reason != RefusalReason.None)
            {
                _json.Text("reason", Names.Of(reason));
                if (reason == RefusalReason.Held)
                {
                    Holds("blockedBy", blocking);
                }
                else
                {
                    Conditions("blockedBy", blocking, trips);
                }
            }

            _json.Number("upMs", uptimeMs);
            return _json.End();
        }

        private void WriteWhy(int lane, LaneWhy why, long uptimeMs, bool whole)
        {
            _json.Begin();
            _json.Number("seq", _whySequence[lane]);
            _json.Text("boot", _boot);
            _json.Number("upMs", uptimeMs);
            _json.Flag("whole", whole);
            Blockers("raise", why.Trips, why.RaiseConditions, why.RaiseHolds);
            Blockers("lower", why.Trips, why.LowerConditions, why.LowerHolds);
            Blockers("automatic", null, null, why.UnattendedHolds);
        }

        private void Blockers(string key, BlockAges trips, BlockAges conditions, BlockAges holds)
        {
            _json.BeginArray(key);
            long told = 0;
            for (int bit = 0; trips != null && bit < GateTable.MaxConditions; bit++)
            {
                long code = 1L << ((int)_site.TripCode(bit) & 63);
                if (((trips.Mask >> bit) & 1L) != 0 && (told & code) == 0)
                {
                    told |= code;
                    Blocker(TripName(bit), trips.SinceS(bit), Clearing.Of(_site.TripCode(bit)));
                }
            }

            for (int bit = 0; conditions != null && bit < GateTable.MaxConditions; bit++)
            {
                if (((conditions.Mask >> bit) & 1L) != 0)
                {
                    Blocker(ConditionBit.Name(_site, bit), conditions.SinceS(bit), Clearing.Of(_site, bit));
                }
            }

            for (int hold = 0; hold < LaneHolds.Count; hold++)
            {
                if (((holds.Mask >> hold) & 1L) != 0)
                {
                    Blocker(LaneHolds.Name((LaneHold)hold), holds.SinceS(hold), Clearing.Of((LaneHold)hold));
                }
            }

            _json.EndArray();
        }

        private void Blocker(string name, int sinceS, string who)
        {
            _json.BeginObject();
            _json.Text("name", name);
            _json.Number("sinceS", sinceS);
            _json.Text("who", who);
            _json.EndObject();
        }

        private void EventDetails(JournalEntry entry)
        {
            switch (entry.Code)
            {
                case EventCode.CommandAccepted:
                    if (entry.A != 0)
                    {
                        _json.Number("arg", entry.A);
                    }

                    break;
                case EventCode.LampFault:
                case EventCode.LampFaultEnded:
                    _json.Text("fault", Names.Of((LampFaultKind)entry.A));
                    break;
                case EventCode.SelfTestPassed:
                case EventCode.SelfTestFailed:
                    _json.Text("step", Names.Of((SelfTestStep)entry.A));
                    Conditions("what", entry.B, 0);
                    break;
                case EventCode.TimetableMove:
                    _json.Text("calendar", Names.Of((CalendarSays)entry.A));
                    break;
                case EventCode.ClockSet:
                    _json.Number("clock", entry.A);
                    break;
                case EventCode.CommandRefused:
                case EventCode.MoveAborted:
                case EventCode.WishRefused:
                    _json.Text("reason", Names.Of((RefusalReason)entry.A));
                    if ((RefusalReason)entry.A == RefusalReason.Held)
                    {
                        Holds("why", entry.B);
                    }
                    else if (TellsConditions((RefusalReason)entry.A))
                    {
                        Conditions("why", entry.B, 0);
                    }
                    else
                    {
                        _json.Number("count", entry.B);
                    }

                    break;
                case EventCode.HoldSet:
                case EventCode.HoldCleared:
                    _json.Text("hold", LaneHolds.Name((LaneHold)entry.A));
                    break;
                case EventCode.MoveAsked:
                    _json.Text("by", Names.Of((MoveOrigin)entry.A));
                    break;
                case EventCode.ModeChanged:
                    _json.Text("mode", Names.Of((LaneMode)entry.A));
                    break;
                case EventCode.EmergencyOperationStarted:
                case EventCode.EmergencyOperationEnded:
                case EventCode.Duress:
                case EventCode.EmergencyVehicleSeen:
                case EventCode.EgressRequested:
                    _json.Text("by", Names.Of((AskedBy)entry.A));
                    break;
                case EventCode.ConsentLapsed:
                    _json.Text("reason", Names.Of((RefusalReason)entry.A));
                    break;
                case EventCode.EmergencyVehicleServed:
                    _json.Number("responseMs", entry.A);
                    break;
                case EventCode.EmergencyStrokeSlow:
                    _json.Number("strokeMs", entry.A);
                    _json.Number("expectedMs", entry.B);
                    break;
                case EventCode.HubLost:
                    _json.Number("silentMs", entry.A);
                    break;
                case EventCode.Reversed:
                    Conditions("why", entry.B, 0);
                    break;
                case EventCode.MoveDone:
                    _json.Number("strokeMs", entry.A);
                    break;
                case EventCode.Tripped:
                    _json.Text("trip", TripName(entry.A));
                    _json.Text("condition", ConditionBit.Name(_site, entry.A));
                    break;
                case EventCode.StrokeMeasured:
                    _json.Number("strokeMs", entry.A);
                    break;
                case EventCode.StrokeDeviation:
                    _json.Number("strokeMs", entry.A);
                    _json.Number("learnedMs", entry.B);
                    break;
                case EventCode.ServiceDue:
                case EventCode.Serviced:
                    _json.Number("cycles", entry.A);
                    break;
                case EventCode.EquipmentInput:
                    Inputs("what", entry.Lane, (InputRole)entry.A);
                    _json.Flag("on", entry.B != 0);
                    break;
                case EventCode.TripReset:
                    Conditions("trips", 0, entry.B);
                    break;
                case EventCode.Detected:
                case EventCode.Cleared:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    break;
                case EventCode.LoopFault:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    _json.Text("fault", Names.Of((LoopFault)entry.B));
                    break;
                case EventCode.LoopFaultEnded:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    break;
                case EventCode.LoopNoise:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    _json.Number("noisePpm", entry.B);
                    break;
                case EventCode.BypassSet:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    _json.Number("minutes", entry.B);
                    break;
                case EventCode.BypassEnded:
                    _json.Text("what", ConditionBit.Name(_site, entry.A));
                    _json.Flag("expired", entry.B != 0);
                    break;
                case EventCode.RetryStarted:
                    _json.Number("count", entry.A);
                    _json.Number("max", entry.B);
                    break;
                case EventCode.Passage:
                    _json.Text("direction", Names.Of(PassageFacts.Direction(entry.B)));
                    _json.Number("speedKmh", PassageFacts.SpeedKmh(entry.A));
                    _json.Number("lengthMm", PassageFacts.LengthMm(entry.B));
                    _json.Number("axles", PassageFacts.Axles(entry.B));
                    break;
                case EventCode.Overspeed:
                    _json.Text("direction", Names.Of(PassageFacts.Direction(entry.B)));
                    _json.Number("speedKmh", PassageFacts.SpeedKmh(entry.A));
                    break;
                case EventCode.WrongWay:
                    _json.Number("speedKmh", PassageFacts.SpeedKmh(entry.A));
                    break;
                case EventCode.CrowdThreshold:
                    _json.Text("what", CrowdState.Name(entry.A & 255));
                    _json.Flag("over", entry.A > 255);
                    _json.Number("people", entry.B);
                    break;
                case EventCode.Tailgating:
                case EventCode.LateScan:
                    _json.Number("gapMs", entry.A);
                    break;
                case EventCode.EventsLost:
                    _json.Number("count", entry.A);
                    break;
            }
        }

        // What the scan refuses has conditions behind it; what is refused on the way to the scan is counted.
        private static bool TellsConditions(RefusalReason reason)
        {
            return reason >= RefusalReason.Interlocked && reason != RefusalReason.Busy;
        }

        private void Conditions(string key, long conditions, long trips)
        {
            _json.BeginArray(key);
            for (int bit = 0; bit < GateTable.MaxConditions; bit++)
            {
                if (((conditions >> bit) & 1L) != 0)
                {
                    _json.Item(ConditionBit.Name(_site, bit));
                }
            }

            // Conditions of the same trip, like the two channels of an emergency stop, are one name.
            long told = 0;
            for (int bit = 0; bit < GateTable.MaxConditions; bit++)
            {
                if (((trips >> bit) & 1L) == 0)
                {
                    continue;
                }

                long code = 1L << ((int)_site.TripCode(bit) & 63);
                if ((told & code) == 0)
                {
                    _json.Item(TripName(bit));
                }

                told |= code;
            }

            _json.EndArray();
        }

        // The inputs of a role of a lane, by their names.
        private void Inputs(string key, int lane, InputRole role)
        {
            bool known = lane >= 0 && lane < _site.Lanes.Length && role >= InputRole.None && (int)role < LaneTable.InputRoleCount;
            Conditions(key, known ? Gate.Inputs(_site.Lanes[lane].RoleInputs[(int)role]) : 0, 0);
        }

        private void Holds(string key, long holds)
        {
            _json.BeginArray(key);
            for (int hold = 0; hold < LaneHolds.Count; hold++)
            {
                if (((holds >> hold) & 1L) != 0)
                {
                    _json.Item(LaneHolds.Name((LaneHold)hold));
                }
            }

            _json.EndArray();
        }

        // A lane that takes no emergency fast operations tells nothing of them.
        private void Efo(ReportRing report)
        {
            int readiness = LaneState.Efo(report.A);
            if ((readiness & EfoReadiness.Fitted) == 0)
            {
                return;
            }

            _json.Text("efo", (readiness & EfoReadiness.Ready) != 0 ? "ready" : "notReady");
            _json.BeginArray("efoWhy");
            for (int bit = EfoReadiness.FirstReason; bit <= EfoReadiness.LastReason; bit <<= 1)
            {
                if ((readiness & bit) != 0)
                {
                    _json.Item(EfoReadiness.Name(bit));
                }
            }

            _json.EndArray();
        }

        private string TripName(int condition)
        {
            return Names.Of(_site.TripCode(condition & (GateTable.MaxConditions - 1)));
        }
    }
}
