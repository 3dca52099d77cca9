namespace BarrierNode.Control
{
    /// <summary>
    /// Takes commands in: proves that a message is for this node, from somebody who has its key, fresh, in order and new, before anything in it
    /// is believed. What passes becomes a request to the scan; the interlock decides. Used by one thread, not the scan.
    /// </summary>
    public sealed class CommandIntake
    {
        /// <summary>Longest command, in bytes.</summary>
        public const int MaxLength = 1024;

        /// <summary>A command is stale when the beat that its issuer had seen is older than this, in beats (seconds).</summary>
        public const int MaxBeatAge = 5;

        private const int MaxIssuers = 16;
        private const int ReasonCount = 64;

        // A prime: every character of a name counts.
        private const int PersonNumbers = 8388593;

        private readonly SiteTable _site;
        private readonly string _audience;
        private readonly string _boot;
        private readonly byte[] _key;
        private readonly CommandLog _log;
        private readonly string[] _issuers = new string[MaxIssuers];
        private readonly long[] _lastSequence = new long[MaxIssuers];
        private readonly int[] _refusals = new int[ReasonCount];
        private int _issuerCount;
        private long _clockBeat;

        /// <summary>Makes the intake of one boot.</summary>
        /// <param name="site">The site table.</param>
        /// <param name="boot">The boot id of the birth message.</param>
        /// <param name="key">The node's command key, or null when it has none: then every command is refused.</param>
        /// <param name="log">Where accepted commands and their answers are remembered.</param>
        public CommandIntake(SiteTable site, string boot, byte[] key, CommandLog log)
        {
            _site = site;
            _audience = site.City + "/" + site.Site + "/" + site.Node;
            _boot = boot;
            _key = key;
            _log = log;
        }

        /// <summary>Refused commands since the start.</summary>
        public int RefusedCount { get; private set; }

        /// <summary>Reason of the latest refusal.</summary>
        public RefusalReason LastRefusal { get; private set; }

        /// <summary>The ticket of the last message: that of a new command, or of the one it repeats; -1 when its signature was not right.</summary>
        public int Ticket { get; private set; }

        /// <summary>True when the last message repeats a command that the node has seen: its answer is given again, nothing else.</summary>
        public bool Repeated { get; private set; }

        /// <summary>
        /// True when the last message that passed tells the time of day. It has no ticket and gets no answer: the hub sends it every few seconds, and
        /// it must not drive commands out of the log.
        /// </summary>
        public bool IsClock { get; private set; }

        /// <summary>Lane of the last message that passed.</summary>
        public int Lane { get; private set; }

        /// <summary>
        /// Argument of the last message that passed, 0 when it has none. That of a command to lower, and of a consent, is the number of the
        /// person who gave it, so that the scan can tell two persons from one.
        /// </summary>
        public int Argument { get; private set; }

        /// <summary>How often a reason has refused a command since the start.</summary>
        /// <param name="reason">The reason.</param>
        public int Refusals(RefusalReason reason)
        {
            return _refusals[(int)reason];
        }

        /// <summary>Counts a refusal, also one that is found later, by the scan.</summary>
        /// <param name="reason">The reason.</param>
        public void CountRefusal(RefusalReason reason)
        {
            _refusals[(int)reason]++;
            RefusedCount++;
            LastRefusal = reason;
        }

        /// <summary>Checks a message.</summary>
        /// <param name="topicLane">The lane that the topic names.</param>
        /// <param name="message">The message as received.</param>
        /// <param name="retained">The broker delivered it as a retained message.</param>
        /// <param name="beat">The node's beat counter now.</param>
        /// <returns>None when <see cref="Ticket"/> is a command to obey or to answer again; otherwise the reason.</returns>
        public RefusalReason Take(string topicLane, byte[] message, bool retained, long beat)
        {
            Ticket = -1;
            Repeated = false;
            IsClock = false;
            RefusalReason reason = Judge(topicLane, message, retained, beat);
            if (reason != RefusalReason.None)
            {
                CountRefusal(reason);
                if (Ticket >= 0)
                {
                    _log.Answer(Ticket, AckStage.Refused, reason, 0, 0);
                }
            }

            return reason;
        }

        private RefusalReason Judge(string topicLane, byte[] message, bool retained, long beat)
        {
            if (retained)
            {
                return RefusalReason.Retained;
            }

            if (message.Length > MaxLength)
            {
                return RefusalReason.TooLarge;
            }

            byte[] payload;
            RefusalReason reason = Jws.Open(message, _key, out payload);
            if (reason != RefusalReason.None)
            {
                return reason;
            }

            FlatJson fields = FlatJson.Read(payload);
            return fields == null ? RefusalReason.BadPayload : JudgeFields(topicLane, fields, beat);
        }

        private RefusalReason JudgeFields(string topicLane, FlatJson fields, long beat)
        {
            string id = fields.Text("id");
            string issuer = fields.Text("iss");
            string laneId = fields.Text("lane");
            string opName = fields.Text("op");
            long seen = fields.Number("beat", -1);
            long sequence = fields.Number("seq", -1);
            long argument = fields.Number("arg", 0);
            if (!IsId(id) || !IsName(issuer) || !IsName(fields.Text("sub")) || laneId == null || opName == null || fields.Text("aud") == null
                || fields.Text("boot") == null || seen < 0 || sequence < 0
                || argument < 0 || argument > RequestRing.MaxArgument)
            {
                return RefusalReason.BadField;
            }

            if (fields.Text("aud") != _audience)
            {
                return RefusalReason.WrongAudience;
            }

            int lane = _site.LaneNumber(laneId);
            if (lane < 0 || laneId != topicLane)
            {
                return RefusalReason.UnknownLane;
            }

            CommandOp op = Names.Operation(opName);
            if (op == CommandOp.None)
            {
                return RefusalReason.UnknownOperation;
            }

            Argument = op == CommandOp.Lower || op == CommandOp.Consent ? PersonNumber(fields.Text("sub")) : (int)argument;
            Lane = lane;
            if (op == CommandOp.Clock)
            {
                return JudgeClock(fields.Text("boot"), seen, beat);
            }

            Ticket = _log.Find(id);
            Repeated = Ticket >= 0;
            if (Repeated)
            {
                return RefusalReason.None;
            }

            Ticket = _log.Add(id, lane, op);
            RefusalReason reason = JudgeAge(fields.Text("boot"), seen, beat);
            if (reason != RefusalReason.None)
            {
                return reason;
            }

            return op == CommandOp.Stop || op == CommandOp.EmergencyStop ? RefusalReason.None : JudgeSequence(issuer, sequence);
        }

        // The time of day needs no sequence number: the beat that its sender had seen puts it in order.
        private RefusalReason JudgeClock(string boot, long seen, long beat)
        {
            RefusalReason reason = JudgeAge(boot, seen, beat);
            if (reason != RefusalReason.None)
            {
                return reason;
            }

            if (seen < _clockBeat)
            {
                return RefusalReason.OldSequence;
            }

            _clockBeat = seen;
            IsClock = true;
            return RefusalReason.None;
        }

        private RefusalReason JudgeAge(string boot, long seen, long beat)
        {
            if (boot != _boot)
            {
                return RefusalReason.WrongBoot;
            }

            return seen > beat || beat - seen > MaxBeatAge ? RefusalReason.Stale : RefusalReason.None;
        }

        private RefusalReason JudgeSequence(string issuer, long sequence)
        {
            int i = 0;
            while (i < _issuerCount && _issuers[i] != issuer)
            {
                i++;
            }

            if (i == MaxIssuers)
            {
                return RefusalReason.TooManyIssuers;
            }

            if (i == _issuerCount)
            {
                _issuers[i] = issuer;
                _lastSequence[i] = -1;
                _issuerCount++;
            }

            if (sequence <= _lastSequence[i])
            {
                return RefusalReason.OldSequence;
            }

            _lastSequence[i] = sequence;
            return RefusalReason.None;
        }

        /// <summary>
        /// A number for an operator, 1 to <see cref="RequestRing.MaxArgument"/>: always the same for the same one. Two who share one, by rare chance,
        /// count as the same person.
        /// </summary>
        /// <param name="operatorName">The operator, the field <c>sub</c> of a command.</param>
        public static int PersonNumber(string operatorName)
        {
            int number = 0;
            for (int i = 0; i < operatorName.Length; i++)
            {
                number = ((number * 31) + operatorName[i]) % PersonNumbers;
            }

            return number + 1;
        }

        private static bool IsName(string name)
        {
            return name != null && name.Length >= 1 && name.Length <= 32;
        }

        private static bool IsId(string id)
        {
            if (id == null || id.Length != 32)
            {
                return false;
            }

            for (int i = 0; i < id.Length; i++)
            {
                if (!((id[i] >= '0' && id[i] <= '9') || (id[i] >= 'a' && id[i] <= 'f')))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
