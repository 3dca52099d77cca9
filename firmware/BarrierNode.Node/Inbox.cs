using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>Messages on their way from M2Mqtt's thread to the link thread.</summary>
    internal sealed class Inbox
    {
        private const int Capacity = 32;

        private readonly RingIndex _index = new RingIndex(Capacity);
        private readonly string[] _topics = new string[Capacity];
        private readonly byte[][] _messages = new byte[Capacity][];
        private readonly bool[] _retained = new bool[Capacity];

        public string Topic { get; private set; }

        public byte[] Message { get; private set; }

        public bool Retained { get; private set; }

        /// <summary>Messages that found the inbox full since the start.</summary>
        public int Dropped { get; private set; }

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
