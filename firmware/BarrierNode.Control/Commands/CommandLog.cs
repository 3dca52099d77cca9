using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The latest commands and the latest answer to each, so that a repeated command gets its answer again instead of a second move. A command
    /// is named by its ticket, which rises by one with every command. Used by one thread.
    /// </summary>
    public sealed class CommandLog
    {
        /// <summary>Commands remembered. A command can be repeated for 5 s only (its beat), so this is ample.</summary>
        public const int Capacity = 32;

        private readonly string[] _ids = new string[Capacity];
        private readonly int[] _lanes = new int[Capacity];
        private readonly CommandOp[] _ops = new CommandOp[Capacity];
        private readonly AckStage[] _stages = new AckStage[Capacity];
        private readonly RefusalReason[] _reasons = new RefusalReason[Capacity];
        private readonly long[] _blocking = new long[Capacity];
        private readonly long[] _trips = new long[Capacity];
        private int _next;

        /// <summary>Remembers a new command.</summary>
        /// <param name="id">Its id.</param>
        /// <param name="lane">Its lane.</param>
        /// <param name="op">What it asks.</param>
        /// <returns>Its ticket.</returns>
        public int Add(string id, int lane, CommandOp op)
        {
            int ticket = _next++;
            int i = ticket % Capacity;
            _ids[i] = id;
            _lanes[i] = lane;
            _ops[i] = op;
            _stages[i] = 0;
            _reasons[i] = RefusalReason.None;
            _blocking[i] = 0;
            _trips[i] = 0;
            return ticket;
        }

        /// <summary>Ticket of a command.</summary>
        /// <param name="id">Its id.</param>
        /// <returns>The ticket, or -1 when no such command is remembered.</returns>
        public int Find(string id)
        {
            int oldest = _next > Capacity ? _next - Capacity : 0;
            for (int ticket = oldest; ticket < _next; ticket++)
            {
                if (_ids[ticket % Capacity] == id)
                {
                    return ticket;
                }
            }

            return -1;
        }

        /// <summary>True when the command of a ticket is still remembered.</summary>
        /// <param name="ticket">The ticket.</param>
        public bool Knows(int ticket)
        {
            return ticket >= 0 && ticket < _next && ticket >= _next - Capacity;
        }

        /// <summary>Notes how far a command has come.</summary>
        /// <param name="ticket">Its ticket.</param>
        /// <param name="stage">The stage.</param>
        /// <param name="reason">Why it was refused or given up.</param>
        /// <param name="blocking">The conditions behind it.</param>
        /// <param name="trips">The trip conditions behind it.</param>
        public void Answer(int ticket, AckStage stage, RefusalReason reason, long blocking, long trips)
        {
            if (Knows(ticket))
            {
                int i = ticket % Capacity;
                _stages[i] = stage;
                _reasons[i] = reason;
                _blocking[i] = blocking;
                _trips[i] = trips;
            }
        }

        /// <summary>Id of a command, or an empty text when it is not remembered.</summary>
        /// <param name="ticket">Its ticket.</param>
        public string Id(int ticket)
        {
            return Knows(ticket) ? _ids[ticket % Capacity] : string.Empty;
        }

        /// <summary>Lane of a remembered command.</summary>
        /// <param name="ticket">Its ticket.</param>
        public int Lane(int ticket)
        {
            return _lanes[ticket % Capacity];
        }

        /// <summary>What a remembered command asks.</summary>
        /// <param name="ticket">Its ticket.</param>
        public CommandOp Op(int ticket)
        {
            return _ops[ticket % Capacity];
        }

        /// <summary>Stage of a remembered command; 0 before its first answer.</summary>
        /// <param name="ticket">Its ticket.</param>
        public AckStage Stage(int ticket)
        {
            return _stages[ticket % Capacity];
        }

        /// <summary>Reason of a remembered command that was refused or given up.</summary>
        /// <param name="ticket">Its ticket.</param>
        public RefusalReason Reason(int ticket)
        {
            return _reasons[ticket % Capacity];
        }

        /// <summary>Conditions behind the reason, a mask.</summary>
        /// <param name="ticket">Its ticket.</param>
        public long Blocking(int ticket)
        {
            return _blocking[ticket % Capacity];
        }

        /// <summary>Trip rules behind the reason, a mask.</summary>
        /// <param name="ticket">Its ticket.</param>
        public long Trips(int ticket)
        {
            return _trips[ticket % Capacity];
        }
    }
}
