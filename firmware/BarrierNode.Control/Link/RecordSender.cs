using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Sends the frozen flight record page by page, a few ahead of what the hub has confirmed, and gives it up when the hub has all of it. A
    /// page costs the chip milliseconds, so a step sends one at most.
    /// </summary>
    internal sealed class RecordSender
    {
        private const int WindowBytes = 4 * Messages.MaxPageData;
        private const long ResendUs = 10000000;

        private readonly string _boot;
        private readonly Topics _topics;
        private readonly Controller _controller;
        private readonly FlightRecorder _recorder;
        private readonly Messages _messages;
        private readonly NodeLink _link;
        private readonly byte[] _data = new byte[Messages.MaxPageData];
        private int _number;
        private int _done;
        private int _sent;
        private int _confirmed;
        private int _knownConfirmed;
        private long _quietSinceUs;

        public RecordSender(string boot, Topics topics, Controller controller, Messages messages, NodeLink link)
        {
            _boot = boot;
            _topics = topics;
            _controller = controller;
            _recorder = controller.Recorder;
            _messages = messages;
            _link = link;
        }

        /// <summary>Starts anew after a connect: the hub tells how much of the record it has already.</summary>
        public void Restart()
        {
            _sent = 0;
            _confirmed = 0;
        }

        /// <summary>Takes a confirmation.</summary>
        /// <param name="fields">What the hub says.</param>
        /// <returns>Why it is refused. One for another boot or record is late, not wrong, and has no effect.</returns>
        public RefusalReason Confirm(FlatJson fields)
        {
            string boot = fields.Text("boot");
            long record = fields.Number("record", -1);
            long next = fields.Number("next", -1);
            if (boot == null || record < 1 || next < 0)
            {
                return RefusalReason.BadField;
            }

            if (boot != _boot || record != _number || _number == _done)
            {
                return RefusalReason.None;
            }

            if (next > _recorder.Length)
            {
                return RefusalReason.BadField;
            }

            Confirm((int)next);
            return RefusalReason.None;
        }

        /// <summary>Sends what may be sent now.</summary>
        public void Step(long nowUs)
        {
            // A record that was given up stays frozen until the next scan.
            if (!_recorder.Frozen || _recorder.Number == _done)
            {
                return;
            }

            if (_recorder.Number != _number)
            {
                _number = _recorder.Number;
                Restart();
            }

            if (_confirmed != _knownConfirmed || _sent == _confirmed)
            {
                _knownConfirmed = _confirmed;
                _quietSinceUs = nowUs;
            }
            else if (nowUs - _quietSinceUs > ResendUs)
            {
                _sent = _confirmed;
                _quietSinceUs = nowUs;
            }

            if (_sent < _recorder.Length && _sent - _confirmed < WindowBytes)
            {
                SendNext();
            }
        }

        private void Confirm(int next)
        {
            if (next == _recorder.Length)
            {
                _done = _number;
                _controller.ReleaseRecord();
                return;
            }

            // A hub that has less than before was started anew: it gets everything again, once, whatever it still answers to older pages.
            if (next > _sent || next < _confirmed)
            {
                _sent = next;
            }

            _confirmed = next;
        }

        private void SendNext()
        {
            int left = _recorder.Length - _sent;
            int count = left < Messages.MaxPageData ? left : Messages.MaxPageData;
            _recorder.Read(_sent, _data, 0, count);
            _link.Publish(_topics.Recorder, _messages.RecordPage(_controller, _sent, _data, count), LinkPort.AtLeastOnce, false);
            _sent += count;
        }
    }
}
