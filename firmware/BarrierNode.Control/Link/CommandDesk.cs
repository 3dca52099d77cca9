namespace BarrierNode.Control
{
    /// <summary>
    /// Handles what arrives: commands go through the intake to the scan, confirmations to the journal and to the flight record's sender; and
    /// gives every command its answers.
    /// </summary>
    internal sealed class CommandDesk
    {
        // Refusals that an outsider can cause are events once, and then at most this often, with their number: a flood of bad messages must
        // not drive out the events that matter.
        private const long RefusalEventMs = 10000;

        // Who sends bad messages quickly gets few answers: the link is for those who have something to say.
        private const int MaxBlindAnswersPerBeat = 4;

        private readonly SiteTable _site;
        private readonly Topics _topics;
        private readonly CommandIntake _intake;
        private readonly CommandLog _log;
        private readonly Controller _controller;
        private readonly Journal _journal;
        private readonly RecordSender _records;
        private readonly Messages _messages;
        private readonly NodeLink _link;
        private readonly long[] _nextEventMs = new long[(int)RefusalReason.LimitStuck + 1];
        private readonly int[] _counted = new int[(int)RefusalReason.LimitStuck + 1];
        private int _dropped;
        private int _answerBeat;
        private int _blindAnswers;

        public CommandDesk(
            SiteTable site,
            Topics topics,
            CommandIntake intake,
            CommandLog log,
            Controller controller,
            Journal journal,
            RecordSender records,
            Messages messages,
            NodeLink link)
        {
            _site = site;
            _topics = topics;
            _intake = intake;
            _log = log;
            _controller = controller;
            _journal = journal;
            _records = records;
            _messages = messages;
            _link = link;
        }

        /// <summary>Handles one message.</summary>
        public void Receive(string topic, byte[] message, bool retained)
        {
            if (topic == _topics.EventAck || topic == _topics.RecorderAck)
            {
                RefusalReason reason = TakeConfirmation(topic, message, retained);
                if (reason != RefusalReason.None)
                {
                    _intake.CountRefusal(reason);
                    NoteRefusal(string.Empty, reason, -1);
                }

                return;
            }

            string lane = _topics.LaneOf(topic);
            if (lane != null)
            {
                TakeCommand(lane, message, retained);
            }
        }

        /// <summary>Counts messages that came too quickly to be read at all.</summary>
        /// <param name="dropped">Their number since the start.</param>
        public void CountDropped(int dropped)
        {
            while (_dropped != dropped)
            {
                _dropped++;
                _intake.CountRefusal(RefusalReason.Busy);
                NoteRefusal(string.Empty, RefusalReason.Busy, -1);
            }
        }

        /// <summary>Publishes the answer that the scan has given to a command.</summary>
        public void Answer(ReportRing report)
        {
            AckStage stage = (AckStage)report.Code;
            RefusalReason reason = (RefusalReason)report.A;
            if (stage == AckStage.Refused)
            {
                _intake.CountRefusal(reason);
            }

            _log.Answer(report.Ticket, stage, reason, report.B, report.Trips);
            if (_log.Knows(report.Ticket))
            {
                PublishAnswer(_site.Lanes[report.Lane].Id, _messages.Ack(_log, report.Ticket, report.UptimeMs));
            }
        }

        private RefusalReason TakeConfirmation(string topic, byte[] message, bool retained)
        {
            if (retained)
            {
                return RefusalReason.Retained;
            }

            if (message.Length > CommandIntake.MaxLength)
            {
                return RefusalReason.TooLarge;
            }

            FlatJson fields = FlatJson.Read(message);
            if (fields == null)
            {
                return RefusalReason.BadPayload;
            }

            if (topic == _topics.RecorderAck)
            {
                return _records.Confirm(fields);
            }

            long number = fields.Number("n", -1);
            if (number < 0)
            {
                return RefusalReason.BadField;
            }

            _journal.Confirm(number);
            return RefusalReason.None;
        }

        private void TakeCommand(string lane, byte[] message, bool retained)
        {
            RefusalReason reason = _intake.Take(lane, message, retained, _controller.Beat);
            int ticket = _intake.Ticket;
            if (reason == RefusalReason.None && _intake.IsClock)
            {
                // A full ring costs nothing: the next one comes soon.
                _controller.Requests.Put(_intake.Lane, CommandOp.Clock, ticket, _intake.Argument);
                return;
            }

            if (reason == RefusalReason.None && !_intake.Repeated)
            {
                if (_controller.Requests.Put(_log.Lane(ticket), _log.Op(ticket), ticket, _intake.Argument))
                {
                    return;
                }

                reason = RefusalReason.Busy;
                _intake.CountRefusal(reason);
                _log.Answer(ticket, AckStage.Refused, reason, 0, 0);
            }

            if (reason != RefusalReason.None)
            {
                NoteRefusal(lane, reason, ticket);
            }

            // A repeated command that the scan has not answered yet gets its answer when that comes.
            if (ticket < 0)
            {
                AnswerBlindly(lane, reason);
            }
            else if (_log.Stage(ticket) != 0)
            {
                PublishAnswer(lane, _messages.Ack(_log, ticket, _controller.UptimeMs));
            }
        }

        // The message has proved nothing, not even who sent it: the answer names the reason and nothing else.
        private void AnswerBlindly(string lane, RefusalReason reason)
        {
            if (_answerBeat != _controller.Beat)
            {
                _answerBeat = _controller.Beat;
                _blindAnswers = 0;
            }

            if (_site.LaneNumber(lane) >= 0 && _blindAnswers < MaxBlindAnswersPerBeat)
            {
                _blindAnswers++;
                PublishAnswer(lane, _messages.Refusal(reason, _controller.UptimeMs));
            }
        }

        private void PublishAnswer(string lane, byte[] answer)
        {
            _link.Publish(_topics.LaneAck(lane), answer, LinkPort.AtLeastOnce, false);
        }

        private void NoteRefusal(string laneId, RefusalReason reason, int ticket)
        {
            int i = (int)reason;
            _counted[i]++;
            long nowMs = _controller.UptimeMs;
            if (nowMs >= _nextEventMs[i])
            {
                CommandOp op = ticket < 0 ? CommandOp.None : _log.Op(ticket);
                _journal.Note(EventCode.CommandRefused, _site.LaneNumber(laneId), op, i, _counted[i], nowMs);
                _counted[i] = 0;
                _nextEventMs[i] = nowMs + RefusalEventMs;
            }
        }
    }
}
