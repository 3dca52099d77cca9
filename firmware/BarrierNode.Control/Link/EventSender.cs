namespace BarrierNode.Control
{
    /// <summary>Sends the stored events in order, a few ahead of what the hub has confirmed, and again what it does not confirm.</summary>
    internal sealed class EventSender
    {
        private const int Window = 16;
        private const long ResendUs = 10000000;

        private readonly Topics _topics;
        private readonly Journal _journal;
        private readonly Messages _messages;
        private readonly NodeLink _link;
        private readonly JournalEntry _entry = new JournalEntry();
        private long _sent;
        private long _confirmed;
        private long _quietSinceUs;
        private long _liveFromMs;

        public EventSender(Topics topics, Journal journal, Messages messages, NodeLink link)
        {
            _topics = topics;
            _journal = journal;
            _messages = messages;
            _link = link;
        }

        /// <summary>Starts anew after a connect: everything that is not confirmed is sent.</summary>
        /// <param name="uptimeMs">Uptime now; what happened before it is historical.</param>
        public void Restart(long uptimeMs)
        {
            _sent = _journal.Confirmed;
            _liveFromMs = uptimeMs;
        }

        /// <summary>Sends what may be sent now.</summary>
        public void Step(long nowUs)
        {
            if (_journal.Confirmed != _confirmed || _sent <= _journal.Confirmed)
            {
                _confirmed = _journal.Confirmed;
                _quietSinceUs = nowUs;
            }
            else if (nowUs - _quietSinceUs > ResendUs)
            {
                _sent = _confirmed;
                _quietSinceUs = nowUs;
            }

            if (_sent < _confirmed)
            {
                _sent = _confirmed;
            }

            while (_sent < _journal.LastStored && _sent - _confirmed < Window && SendNext())
            {
            }
        }

        private bool SendNext()
        {
            long before = _sent;
            long number = before + 1 < _journal.Oldest ? _journal.Oldest : before + 1;
            while (!_journal.Load(number, _entry))
            {
                // An entry that the power cut off leaves a gap; the next event says so.
                number++;
                if (number > _journal.LastStored)
                {
                    return false;
                }
            }

            bool historical = _entry.Start != _journal.Start || _entry.UptimeMs < _liveFromMs;
            byte[] message = _messages.Event(_entry, number == before + 1 ? -1 : before, historical);
            _link.Publish(_topics.Event, message, LinkPort.AtLeastOnce, false);
            _sent = number;
            return true;
        }
    }
}
