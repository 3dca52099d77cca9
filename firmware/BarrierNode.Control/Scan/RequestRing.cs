namespace BarrierNode.Control
{
    /// <summary>Commands on their way from the link thread to the scan.</summary>
    public sealed class RequestRing
    {
        /// <summary>Largest argument: the flight record keeps 23 bits of it.</summary>
        public const int MaxArgument = 0x7FFFFF;

        private const int Capacity = 16;

        private readonly RingIndex _index = new RingIndex(Capacity);
        private readonly int[] _lanes = new int[Capacity];
        private readonly int[] _ops = new int[Capacity];
        private readonly int[] _tickets = new int[Capacity];
        private readonly int[] _arguments = new int[Capacity];

        /// <summary>Lane of the request that was taken last.</summary>
        public int Lane { get; private set; }

        /// <summary>Operation of the request that was taken last.</summary>
        public CommandOp Op { get; private set; }

        /// <summary>Ticket of the request that was taken last.</summary>
        public int Ticket { get; private set; }

        /// <summary>Argument of the request that was taken last, 0 to <see cref="MaxArgument"/>.</summary>
        public int Argument { get; private set; }

        /// <summary>Puts a request in.</summary>
        /// <param name="lane">Number of the lane.</param>
        /// <param name="op">What is asked.</param>
        /// <param name="ticket">Ticket of the command.</param>
        /// <param name="argument">Argument of the operation, 0 to <see cref="MaxArgument"/>.</param>
        /// <returns>False when the ring is full: the command is refused as busy.</returns>
        public bool Put(int lane, CommandOp op, int ticket, int argument)
        {
            int slot = _index.WriteSlot();
            if (slot < 0)
            {
                return false;
            }

            _lanes[slot] = lane;
            _ops[slot] = (int)op;
            _tickets[slot] = ticket;
            _arguments[slot] = argument;
            _index.Publish();
            return true;
        }

        /// <summary>Takes the oldest request.</summary>
        /// <returns>False when there is none.</returns>
        public bool Take()
        {
            int slot = _index.ReadSlot();
            if (slot < 0)
            {
                return false;
            }

            Lane = _lanes[slot];
            Op = (CommandOp)_ops[slot];
            Ticket = _tickets[slot];
            Argument = _arguments[slot];
            _index.Release();
            return true;
        }
    }
}
