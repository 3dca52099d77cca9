namespace BarrierNode.Control
{
    /// <summary>Messages on their way from the thread of the MQTT client to the link thread.</summary>
    public sealed class Inbox
    {
        private const int Capacity = 32;

        private readonly RingIndex _index = new RingIndex(Capacity);
        private readonly string[] _topics = new string[Capacity];
        private readonly byte[][] _messages = new byte[Capacity][];
        private readonly bool[] _retained = new bool[Capacity];

        /// <summary>Topic of the message that was taken last.</summary>
        public string Topic { get; private set; }

        /// <summary>Its bytes.</summary>
        public byte[] Message { get; private set; }

        /// <summary>True when the broker delivered it as a retained message: it may be old.</summary>
        public bool Retained { get; private set; }

        /// <summary>Messages that found the inbox full since the start.</summary>
        public int Dropped { get; private set; }

        /// <summary>Puts a message in (thread of the MQTT client).</summary>
        /// <param name="topic">Topic.</param>
        /// <param name="message">Bytes; they are kept, not copied.</param>
        /// <param name="retained">The broker delivered it as a retained message.</param>
        public void Put(string topic, byte[] message, bool retained)
        {
            int slot = _index.WriteSlot();
            if (slot < 0)
            {
                Dropped++;
                return;
            }

            _topics[slot] = topic;
            _messages[slot] = message;
            _retained[slot] = retained;
            _index.Publish();
        }

        /// <summary>Takes the oldest message (link thread).</summary>
        /// <returns>False when there is none.</returns>
        public bool Take()
        {
            int slot = _index.ReadSlot();
            if (slot < 0)
            {
                return false;
            }

            Topic = _topics[slot];
            Message = _messages[slot];
            Retained = _retained[slot];
            _index.Release();
            return true;
        }
    }
}
