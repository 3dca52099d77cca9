namespace BarrierNode.Control
{
    /// <summary>What the parts of the scan use to tell something; it knows the time.</summary>
    public sealed class Reporter
    {
        /// <summary>Where the reports wait for the link thread.</summary>
        public readonly ReportRing Ring = new ReportRing();

        /// <summary>Uptime of the node in this scan, in milliseconds.</summary>
        public long UptimeMs;

        private int _lostTold;

        /// <summary>Tells how far a command has come.</summary>
        /// <param name="lane">Its lane.</param>
        /// <param name="ticket">Its ticket; nothing is told for -1, a move without a command.</param>
        /// <param name="op">Its operation.</param>
        /// <param name="stage">The stage.</param>
        /// <param name="reason">Why it is refused or given up.</param>
        /// <param name="blocking">The conditions behind it.</param>
        /// <param name="trips">The trip conditions behind it.</param>
        public void Ack(int lane, int ticket, CommandOp op, AckStage stage, RefusalReason reason, long blocking, long trips)
        {
            if (ticket >= 0)
            {
                Ring.Put(ReportKind.Ack, lane, (int)stage, (int)reason, op, ticket, blocking, 0, trips, UptimeMs);
            }
        }

        /// <summary>Tells that a command was obeyed at once: accepted and done.</summary>
        /// <param name="lane">Its lane.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="op">Its operation.</param>
        public void Obeyed(int lane, int ticket, CommandOp op)
        {
            Ack(lane, ticket, op, AckStage.Accepted, RefusalReason.None, 0, 0);
            Ack(lane, ticket, op, AckStage.Done, RefusalReason.None, 0, 0);
        }

        /// <summary>Tells that a command is refused, as its answer and as an event.</summary>
        /// <param name="lane">Its lane.</param>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="op">Its operation.</param>
        /// <param name="reason">Why.</param>
        /// <param name="blocking">The conditions or holds behind it, for the answer.</param>
        /// <param name="trips">The trip conditions behind it, for the answer.</param>
        /// <param name="why">What is behind it, for the event.</param>
        public void Refused(int lane, int ticket, CommandOp op, RefusalReason reason, long blocking, long trips, long why)
        {
            Ack(lane, ticket, op, AckStage.Refused, reason, blocking, trips);
            Event(EventCode.CommandRefused, lane, op, (int)reason, why);
        }

        /// <summary>Tells an event.</summary>
        /// <param name="code">What happened.</param>
        /// <param name="lane">The lane, or -1 for the node.</param>
        /// <param name="op">The operation it is about, or None.</param>
        /// <param name="a">Its number: reason, trip code, input, count.</param>
        /// <param name="conditions">The conditions behind it.</param>
        public void Event(EventCode code, int lane, CommandOp op, int a, long conditions)
        {
            Ring.Put(ReportKind.Event, lane, (int)code, a, op, -1, conditions, 0, 0, UptimeMs);
        }

        /// <summary>Tells a measured stroke.</summary>
        /// <param name="lane">The lane.</param>
        /// <param name="direction">Raise or Lower.</param>
        /// <param name="strokeMs">Time from drive on to the end, in milliseconds.</param>
        /// <param name="leaveMs">Time from drive on until the start was left, in milliseconds.</param>
        /// <param name="learnedMs">What was learned, in milliseconds.</param>
        /// <param name="percent">How much it deviates from that, in percent.</param>
        public void Stroke(int lane, CommandOp direction, int strokeMs, int leaveMs, int learnedMs, int percent)
        {
            Ring.Put(ReportKind.Stroke, lane, percent, strokeMs, direction, -1, leaveMs, learnedMs, 0, UptimeMs);
        }

        /// <summary>Tells the figures of a frequency loop.</summary>
        /// <param name="code">What it says, see <see cref="LoopReport"/>.</param>
        /// <param name="loop">The loop.</param>
        /// <returns>False when there was no room.</returns>
        public bool Loop(int code, FrequencyLoop loop)
        {
            return Ring.Put(
                ReportKind.Loop, -1, code, loop.DeltaPpm, CommandOp.None, loop.NoisePpm, loop.DriftPpmPerMinute, loop.TrendPpm, loop.BaselineMilliHz,
                UptimeMs);
        }

        /// <summary>Tells how many reports were lost since it was told last; once a scan, for it costs as much as an event.</summary>
        public void TellLost()
        {
            int lost = Ring.Lost;
            if (lost != _lostTold
                && Ring.Put(ReportKind.Event, -1, (int)EventCode.EventsLost, lost - _lostTold, CommandOp.None, -1, 0, 0, 0, UptimeMs))
            {
                _lostTold = lost;
            }
        }
    }
}
